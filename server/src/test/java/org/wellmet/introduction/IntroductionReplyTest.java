package org.wellmet.introduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.Visitor;
import org.wellmet.connection.AcceptInvitationOutcome;
import org.wellmet.connection.Claim;
import org.wellmet.connection.ClaimKind;
import org.wellmet.connection.DeclineInvitationOutcome;
import org.wellmet.connection.Exchanges;
import org.wellmet.connection.Invitation;
import org.wellmet.connection.Invitations;
import org.wellmet.connection.Message;
import org.wellmet.connection.SayOutcome;
import org.wellmet.connection.SendInvitationOutcome;
import org.wellmet.connection.WhyNow;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Viewer;

/// A target writes before deciding: the two talk on an invitation of the asker's.
class IntroductionReplyTest extends IntroductionTest {
    private static final String TEXT = "Gladly. Which harbours do you mean?";

    @Autowired
    private Invitations invitations;

    @Autowired
    private Exchanges exchanges;

    @Test
    void aReplyOpensAnExchangeThatTheAskerReads() {
        Trio trio = aTrio();
        long id = forwarded(trio);

        Visitor.Answer answer = visitor(trio.target()).post("/introductions/" + id + "/reply", "text", TEXT);

        Invitation invitation = invitations.waiting(trio.asker(), trio.target()).orElseThrow();
        assertThat(answer.status()).isEqualTo(303);
        assertThat(answer.header("Location")).endsWith("/invitations/" + invitation.id());
        assertThat(invitation.claim()).isEqualTo(new Claim(ClaimKind.INTRODUCED, "Cora Connector"));
        assertThat(invitation.isChecked()).isTrue();
        assertThat(invitation.whyNow().text()).isEqualTo(TO_TARGET.text());
        assertThat(messages(trio.asker(), invitation.id())).containsExactly(TEXT);
        assertThat(visitor(trio.asker())
                        .get("/introductions/" + id)
                        .page()
                        .select("main a.go")
                        .attr("href"))
                .isEqualTo("/invitations/" + invitation.id());
        for (MemberId one : List.of(trio.asker(), trio.target())) {
            assertThat(visitor(one).get("/api/introductions/" + id).body())
                    .contains("\"invitation\":" + invitation.id());
        }
        assertThat(visitor(trio.connector()).get("/api/introductions/" + id).body())
                .contains("\"invitation\":null");
        assertThat(visitor(trio.connector()).get("/introductions/" + id).body())
                .contains("Ada and Tom are in touch")
                .doesNotContain(TEXT, "/invitations/" + invitation.id());
        assertThat(visitor(trio.connector())
                        .get("/invitations/" + invitation.id())
                        .status())
                .isEqualTo(404);
        assertThat(connections.areConnected(trio.asker(), trio.target())).isFalse();
        assertThat(told(trio.target())).isEmpty();
        assertThat(told(trio.asker())).hasSize(2);
    }

    @Test
    void aConnectionAfterwardsIsCountedForAllThree() {
        Trio trio = aTrio();
        long id = forwarded(trio);
        must(introductions.reply(trio.target(), id, TEXT));
        assertThat(views.tally(Viewer.of(trio.connector()), Role.CONNECTOR)).isEqualTo(new Tally(1, 1, 1, 0));

        long invitation =
                invitations.waiting(trio.asker(), trio.target()).orElseThrow().id();
        assertThat(invitations.accept(trio.target(), invitation)).isInstanceOf(AcceptInvitationOutcome.Accepted.class);

        assertThat(status(id)).isEqualTo("ACCEPTED");
        assertThat(views.tally(Viewer.of(trio.asker()), Role.ASKER)).isEqualTo(new Tally(1, 1, 0, 1));
        assertThat(views.tally(Viewer.of(trio.connector()), Role.CONNECTOR)).isEqualTo(new Tally(1, 1, 0, 1));
        assertThat(views.tally(Viewer.of(trio.target()), Role.TARGET)).isEqualTo(new Tally(1, 1, 0, 1));
        assertThat(told(trio.connector())).containsExactly("Tom Target accepted the introduction that you passed on");
    }

    @Test
    void aDeclineAfterwardsStaysSilent() {
        Trio trio = aTrio();
        long id = forwarded(trio);
        must(introductions.reply(trio.target(), id, TEXT));
        long invitation =
                invitations.waiting(trio.asker(), trio.target()).orElseThrow().id();
        List<String> before = List.of(read(trio.asker(), id), read(trio.connector(), id));

        assertThat(invitations.decline(trio.target(), invitation))
                .isInstanceOf(DeclineInvitationOutcome.Declined.class);

        assertThat(List.of(read(trio.asker(), id), read(trio.connector(), id))).isEqualTo(before);
        assertThat(messages(trio.asker(), invitation)).containsExactly(TEXT);
    }

    @Test
    void whereAnInvitationWaitsAlreadyTheReplyStandsOnIt() {
        Trio trio = aTrio();
        long id = forwarded(trio);
        long invitation = invitedAlso(trio);

        assertThat(introductions.reply(trio.target(), id, TEXT)).isEqualTo(new AnswerOutcome.Replied(invitation));
        assertThat(messages(trio.asker(), invitation)).containsExactly(TEXT);
    }

    @Test
    void whoHasSaidEnoughOnItIsToldSoAndNothingChanges() {
        Trio trio = aTrio();
        long id = forwarded(trio);
        long invitation = invitedAlso(trio);
        for (int i = 0; i < Exchanges.MOST_IN_A_ROW; i++) {
            assertThat(exchanges.say(trio.target(), invitation, TEXT)).isInstanceOf(SayOutcome.Said.class);
        }
        String before = state(trio.all());

        assertThat(introductions.reply(trio.target(), id, TEXT)).isEqualTo(new AnswerOutcome.EnoughSaid());
        assertThat(visitor(trio.target())
                        .send(
                                "POST",
                                "/api/introductions/" + id + "/reply",
                                "application/json",
                                "{\"text\":\"Once more\"}".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(409);
        assertThat(state(trio.all())).isEqualTo(before);
    }

    @Test // T25
    void anEmptyOrTooLongReplyIsRefusedByName() {
        Trio trio = aTrio();
        long id = forwarded(trio);
        String before = state(trio.all());
        for (String bad : List.of("", " ", "x".repeat(601), "\u200b".repeat(30))) {
            Visitor.Answer answer = visitor(trio.target()).post("/introductions/" + id + "/reply", "text", bad);
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.page().select("#text-error")).hasSize(1);
            assertThat(visitor(trio.target())
                            .send(
                                    "POST",
                                    "/api/introductions/" + id + "/reply",
                                    "application/json",
                                    "{\"text\":\"%s\"}".formatted(bad).getBytes(StandardCharsets.UTF_8))
                            .status())
                    .isEqualTo(422);
        }
        assertThat(state(trio.all())).isEqualTo(before);
    }

    /// The asker has invited the target, too.
    private long invitedAlso(Trio trio) {
        SendInvitationOutcome sent = invitations.send(
                trio.asker(),
                trio.target(),
                new Claim(ClaimKind.OTHER, "We have not met"),
                new WhyNow("I also ask you straight away, as I may."));
        return ((SendInvitationOutcome.Sent) sent).invitation().id();
    }

    private List<String> messages(MemberId reader, long invitation) {
        return exchanges.read(Viewer.of(reader), invitation).orElseThrow().messages().stream()
                .map(Message::text)
                .toList();
    }

    private String read(MemberId reader, long id) {
        return visitor(reader).get("/introductions/" + id).page().select("main").html()
                + visitor(reader).get("/api/introductions/" + id).body()
                + visitor(reader).get("/api/introductions/tally").body()
                + told(reader);
    }
}
