package org.wellmet.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.ServerTest;
import org.wellmet.Visitor;
import org.wellmet.connection.Claim;
import org.wellmet.connection.ClaimKind;
import org.wellmet.connection.Exchanges;
import org.wellmet.connection.Invitations;
import org.wellmet.connection.SecondThoughts;
import org.wellmet.connection.SendInvitationOutcome;
import org.wellmet.connection.Ties;
import org.wellmet.connection.WhyNow;
import org.wellmet.member.MemberId;
import org.wellmet.update.Comments;
import org.wellmet.update.Reactions;
import org.wellmet.update.ShareUpdateOutcome;
import org.wellmet.update.UpdateDraft;
import org.wellmet.update.UpdateId;
import org.wellmet.update.Updates;
import org.wellmet.visibility.Audience;

class NotificationsTest extends ServerTest {
    @Autowired
    private Notifications notifications;

    @Autowired
    private Updates updates;

    @Autowired
    private Comments comments;

    @Autowired
    private Reactions reactions;

    @Autowired
    private Invitations invitations;

    @Autowired
    private Exchanges exchanges;

    @Autowired
    private SecondThoughts secondThoughts;

    @Autowired
    private Ties ties;

    private MemberId ada;
    private MemberId grace;
    private MemberId edsger;

    @BeforeEach
    void people() {
        ada = aMember("Ada Lovelace");
        grace = aMember("Grace Hopper");
        edsger = aMember("Edsger Dijkstra");
    }

    @Test
    void anInvitationAndItsAcceptanceAreToldOnce() {
        long id = invited(ada, grace);
        assertThat(told(grace)).containsExactly("Ada Lovelace invites you to connect");
        invitations.accept(grace, id);
        invitations.accept(grace, id);
        assertThat(told(grace)).isEmpty();
        assertThat(told(ada)).containsExactly("Grace Hopper accepted your invitation");
    }

    @Test
    void sixtyFourParallelAcceptsTellOnce() { // T13
        long id = invited(ada, grace);
        CountDownLatch gate = new CountDownLatch(1);
        try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
            for (int request = 0; request < 64; request++) {
                threads.submit(() -> {
                    gate.await();
                    return invitations.accept(grace, id);
                });
            }
            gate.countDown();
        }
        assertThat(told(ada)).containsExactly("Grace Hopper accepted your invitation");
        assertThat(notifications.unreadCount(ada)).isEqualTo(1);
    }

    @Test
    void whatIsWithdrawnOrDeclinedIsToldNoMore() {
        long id = invited(ada, grace);
        invitations.withdraw(ada, id);
        assertThat(told(grace)).isEmpty();
        assertThat(notifications.unreadCount(grace)).isZero();
        long other = invited(ada, edsger);
        invitations.decline(edsger, other);
        assertThat(told(edsger)).isEmpty();
        assertThat(told(ada)).as("a decline is silent").isEmpty();
    }

    @Test
    void whatIsDeclinedIsToldAgainAsItWasOnceTheDeclineIsTakenBack() {
        long id = invited(ada, grace);
        exchanges.say(ada, id, "Do you have a minute?");
        List<String> before = told(grace);
        assertThat(before).hasSize(2);
        invitations.decline(grace, id);
        assertThat(told(grace)).isEmpty();
        secondThoughts.undo(grace, id);
        assertThat(told(grace)).isEqualTo(before);
        assertThat(notifications.unreadCount(grace)).isEqualTo(2);

        markAllRead(grace);
        invitations.decline(grace, id);
        secondThoughts.undo(grace, id);
        assertThat(told(grace)).isEqualTo(before);
        assertThat(notifications.unreadCount(grace)).as("read before").isZero();
        assertThat(told(ada)).isEmpty();
    }

    @Test
    void sixtyFourParallelUndosAreOneAndTellOnce() throws ExecutionException, InterruptedException { // T13
        long id = invited(ada, grace);
        invitations.decline(grace, id);
        exchanges.say(ada, id, "Do you have a minute?");
        Visitor visitor = visitor(grace);
        Callable<Integer> undo =
                () -> visitor.send("POST", "/api/invitations/" + id + "/undo", "application/json", new byte[0])
                        .status();
        visitor.get("/test/csrf");
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(64)) {
            for (Future<Integer> answer : threads.invokeAll(Collections.nCopies(64, undo))) {
                statuses.add(answer.get());
            }
        }
        assertThat(statuses).hasSize(64).containsOnly(200, 409).containsOnlyOnce(200);
        assertThat(changes(SecondThoughts.RECONSIDERED, id)).isEqualTo(1);
        assertThat(changes(Exchanges.SAID, id)).isEqualTo(1);
        assertThat(told(grace)).hasSize(2);
    }

    private long changes(String kind, long subject) {
        return sql.sql("SELECT count(*) FROM change WHERE kind = :kind AND subject_id = :subject")
                .param("kind", kind)
                .param("subject", subject)
                .query(Long.class)
                .single();
    }

    @Test
    void reactionsToOneUpdateAreToldTogetherAndTogglingTellsNothingNew() {
        UpdateId id = shared(ada, "A note", Audience.MEMBERS);
        reactions.set(grace, id, true);
        assertThat(told(ada)).containsExactly("Grace Hopper finds your update useful");
        reactions.set(edsger, id, true);
        assertThat(told(ada)).containsExactly("Edsger Dijkstra and Grace Hopper find your update useful");
        reactions.set(aMember("Alan Turing"), id, true);
        assertThat(told(ada)).containsExactly("Alan Turing and 2 others find your update useful");
        assertThat(notifications.unreadCount(ada)).isEqualTo(1);
        markAllRead(ada);
        reactions.set(grace, id, false);
        assertThat(told(ada)).containsExactly("Alan Turing and Edsger Dijkstra find your update useful");
        reactions.set(grace, id, true);
        assertThat(notifications.unreadCount(ada)).isZero();
    }

    @Test
    void commentsAndMentionsAreToldToWhomTheyConcernAndNobodyElse() {
        connected(ada, grace);
        String edsgers = members.find(edsger).orElseThrow().handle();
        UpdateId id = shared(ada, "With @" + edsgers, Audience.CONNECTIONS);
        assertThat(told(edsger)).as("who cannot read it is not told").isEmpty();
        comments.add(grace, id, "Hello @" + members.find(ada).orElseThrow().handle() + " and @" + edsgers);
        assertThat(told(ada)).containsExactly("Grace Hopper commented on your update");
        assertThat(told(edsger)).isEmpty();
        assertThat(told(grace)).isEmpty();
        comments.add(ada, id, "My own");
        assertThat(told(ada)).hasSize(1);
        UpdateId forAll = shared(ada, "With @" + edsgers, Audience.MEMBERS);
        comments.add(grace, forAll, "Indeed, @" + edsgers);
        assertThat(told(edsger))
                .containsExactly("Grace Hopper mentioned you in a comment", "Ada Lovelace mentioned you in an update");
    }

    @Test
    void accessRevokedBetweenEventAndReadingShowsAndCountsNothing() { // T6, T4
        connected(ada, grace);
        String graces = members.find(grace).orElseThrow().handle();
        UpdateId id = shared(ada, "Secret plan with @" + graces, Audience.CONNECTIONS);
        assertThat(told(grace)).hasSize(1);
        ties.remove(ada, grace);
        assertThat(told(grace)).isEmpty();
        assertThat(notifications.unreadCount(grace)).isZero();
        assertThat(visitor(grace).get("/notifications").body()).doesNotContain("Secret plan", "Ada");

        UpdateId graces2 = shared(grace, "A note", Audience.MEMBERS);
        comments.add(edsger, graces2, "Soon suspended");
        comments.add(ada, graces2, "Soon blocked");
        assertThat(told(grace)).hasSize(2);
        members.suspend(edsger);
        ties.block(ada, grace);
        assertThat(told(grace)).isEmpty();
        assertThat(notifications.unreadCount(grace)).isZero();
        updates.delete(ada, id);
    }

    @Test
    void lookingMarksNothingReadAndMarkingSparesWhatCameSince() { // T17
        UpdateId id = shared(ada, "A note", Audience.MEMBERS);
        comments.add(grace, id, "One");
        Visitor visitor = visitor(ada);
        for (int look = 0; look < 2; look++) {
            assertThat(visitor.get("/notifications").page().select(".chip").text())
                    .isEqualTo("New");
        }
        assertThat(visitor.get("/notifications/read?newest=999999").status()).isBetween(400, 499);
        String newest = visitor.get("/notifications")
                .page()
                .select("input[name=newest]")
                .val();
        comments.add(edsger, id, "Two");
        assertThat(visitor.post("/notifications/read", "newest", newest).status())
                .isEqualTo(303);
        assertThat(notifications.unreadCount(ada)).isEqualTo(1);
        assertThat(visitor(grace)
                        .post("/notifications/read", "newest", "999999999")
                        .status())
                .isEqualTo(303);
        assertThat(notifications.unreadCount(ada))
                .as("others mark only their own")
                .isEqualTo(1);
    }

    @Test // T17
    void openingOneMarksItAndWhatIsShownAsOneWithItAndNothingElse() {
        UpdateId id = shared(ada, "A note", Audience.MEMBERS);
        reactions.set(grace, id, true);
        reactions.set(edsger, id, true);
        comments.add(grace, id, "One");
        String address = unread(ada).select("a[data-unread]").last().attr("href");
        String reacted = unread(ada).select("a[data-unread]").last().attr("data-unread");
        assertThat(visitor(ada).get(address).status()).isEqualTo(200);
        assertThat(visitor(ada).get("/notifications/opened?id=" + reacted).status())
                .isBetween(400, 499);
        assertThat(visitor(grace).post("/notifications/opened", "id", reacted).status())
                .isEqualTo(204);
        assertThat(notifications.unreadCount(ada))
                .as("others mark only their own")
                .isEqualTo(2);

        assertThat(visitor(ada).post("/notifications/opened", "id", reacted).status())
                .isEqualTo(204);

        assertThat(notifications.unreadCount(ada)).isEqualTo(1);
        assertThat(unread(ada).select("a[data-unread]").text()).isEqualTo("Grace Hopper commented on your update");
        reactions.set(aMember("Alan Turing"), id, true);
        assertThat(notifications.unreadCount(ada)).as("what came since").isEqualTo(2);
    }

    private org.jsoup.nodes.Document unread(MemberId member) {
        return visitor(member).get("/notifications").page();
    }

    @Test
    void answeringAnInvitationMarksItRead() {
        long id = invited(ada, grace);
        assertThat(visitor(grace)
                        .post("/invitations/" + id + "/messages", "text", "Which talk was it?")
                        .status())
                .isEqualTo(303);
        assertThat(notifications.unreadCount(grace)).isZero();
        assertThat(told(grace)).containsExactly("Ada Lovelace invites you to connect");
        assertThat(notifications.unreadCount(ada)).isEqualTo(1);

        assertThat(visitor(ada)
                        .post("/invitations/" + id + "/messages", "text", "The one on tides.")
                        .status())
                .isEqualTo(303);
        assertThat(notifications.unreadCount(ada)).isZero();
        assertThat(notifications.unreadCount(grace)).isEqualTo(1);

        invitations.accept(grace, id);
        assertThat(notifications.unreadCount(grace)).isZero();
    }

    @Test // a silent decline shows nowhere
    void answeringAfterASilentDeclineMarksItReadAsBefore() {
        long id = invited(ada, grace);
        visitor(grace).post("/invitations/" + id + "/messages", "text", "Which talk was it?");
        invitations.decline(grace, id);
        assertThat(notifications.unreadCount(ada)).isEqualTo(1);

        visitor(ada).post("/invitations/" + id + "/messages", "text", "The one on tides.");

        assertThat(notifications.unreadCount(ada)).isZero();
    }

    @Test
    void manyAreReadPageByPage() {
        UpdateId id = shared(ada, "A note", Audience.MEMBERS);
        for (int number = 0; number < 60; number++) {
            comments.add(number % 2 == 0 ? grace : edsger, id, "Number " + number);
        }
        Visitor visitor = visitor(ada);
        var first = visitor.get("/notifications").page();
        assertThat(first.select("main li")).hasSize(50);
        var second = visitor.get(first.select("a[rel=next]").attr("href")).page();
        assertThat(second.select("main li")).hasSize(10);
        assertThat(visitor.get("/notifications?before=x").status()).isEqualTo(404);
        assertThat(notifications.unreadCount(ada)).isEqualTo(60);
    }

    private List<String> told(MemberId member) {
        return visitor(member)
                .get("/notifications")
                .page()
                .select("main li a.link")
                .eachText();
    }

    private void markAllRead(MemberId member) {
        notifications.markRead(member, Long.MAX_VALUE);
    }

    private long invited(MemberId inviter, MemberId invitee) {
        SendInvitationOutcome outcome = invitations.send(
                inviter,
                invitee,
                new Claim(ClaimKind.MET, "the harbour day"),
                new WhyNow("You spoke about tides and I would like to hear more."));
        assertThat(outcome).isInstanceOf(SendInvitationOutcome.Sent.class);
        return ((SendInvitationOutcome.Sent) outcome).invitation().id();
    }

    private UpdateId shared(MemberId author, String text, Audience audience) {
        return ((ShareUpdateOutcome.Shared) updates.share(author, UpdateDraft.of(text, audience))).id();
    }
}
