package org.wellmet.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.Visitor;
import org.wellmet.member.MemberId;

/// Links for people who are not here: who may follow, and how often.
class OutsideLinksTest extends OutsideTest {
    @Autowired
    private Gates gates;

    @Test // T17, T13
    void lookingChangesNothingAndOfSixtyFourWhoFollowAtOnceAsManyPassAsMay()
            throws ExecutionException, InterruptedException {
        String link = link(ada, 3);
        String before = state(ada);
        for (String method : List.of("GET", "HEAD")) {
            newcomer().send(method, link, "text/plain", new byte[0]);
        }
        assertThat(state(ada)).isEqualTo(before);

        List<Callable<Integer>> follows = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            Visitor visitor = visitor(aMember("Follower"));
            visitor.get("/test/csrf");
            for (int again = 0; again < 8; again++) {
                follows.add(() -> visitor.post(link).status());
            }
        }
        List<Integer> statuses = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(follows.size())) {
            for (Future<Integer> answer : threads.invokeAll(follows)) {
                statuses.add(answer.get());
            }
        }

        assertThat(statuses).filteredOn(status -> status == 303).hasSize(3);
        assertThat(statuses).filteredOn(status -> status == 404).hasSize(61);
        assertThat(invitations.sentCount(ada)).isEqualTo(3);
    }

    @Test // T12, T17
    void byJsonALinkIsReadByAnybodyAndFollowedByAMemberOnce() {
        String link = "/api" + link(ada, 2);
        MemberId follower = aMember("Follower");
        String before = state(follower);
        assertThat(newcomer().get(link).body()).contains("\"name\":\"Ada", WORDS, "\"isMine\":false");
        assertThat(visitor(ada).get(link).body()).contains("\"isMine\":true");
        assertThat(newcomer().send("HEAD", link, "text/plain", new byte[0]).status())
                .isEqualTo(200);
        assertThat(newcomer().post(link).status()).isEqualTo(401);
        assertThat(visitor(ada).post(link).status()).as("one's own").isEqualTo(404);
        MemberId blocked = aMember("Blocked");
        ties.block(ada, blocked);
        assertThat(visitor(blocked).get(link).status()).isEqualTo(404);
        assertThat(visitor(blocked).post(link).status()).isEqualTo(404);
        assertThat(state(follower)).isEqualTo(before);
        assertThat(invitations.sentCount(ada)).isZero();

        assertThat(visitor(follower).post(link).status()).isEqualTo(204);
        assertThat(visitor(follower).post(link).status()).isEqualTo(404);
        assertThat(invitations.received(follower))
                .singleElement()
                .extracting(Invitation::inviter)
                .isEqualTo(ada);
        assertThat(invitations.sentCount(ada)).isEqualTo(1);
    }

    @Test
    void whereItCouldLeadToNothingNoUseIsSpentAndAllAreToldWhy() {
        String link = link(ada, 2);
        MemberId connected = aMember("Connected");
        tied(ada, connected);
        MemberId invited = aMember("Invited");
        invited(ada, invited);
        MemberId decliner = aMember("Decliner");
        invitations.decline(decliner, invited(ada, decliner).id());
        MemberId spared = aMember("Spared");
        invitations.withdraw(ada, invited(ada, spared).id());
        String before = state(ada);

        refusedTo(connected, link, "already-connected", "are connected already");
        refusedTo(invited, link, "already-invited", "waits among your others already");
        refusedTo(decliner, link, "already-invited", "You have declined an invitation");
        refusedTo(spared, link, "too-soon", "it is too soon for another");

        assertThat(state(ada)).isEqualTo(before);
        for (int i = 0; i < 2; i++) {
            assertThat(visitor(aMember("Follower")).post(link).status()).isEqualTo(303);
        }
        assertThat(newcomer().get(link).status()).as("used up").isEqualTo(404);
    }

    private void refusedTo(MemberId follower, String link, String type, String said) {
        Visitor visitor = visitor(follower);
        assertThat(visitor.get(link).page().text()).contains(said).doesNotContain("the invitation waits among");
        assertThat(visitor.get(link).page().select("form[action^=/welcome]")).isEmpty();
        assertThat(visitor.follow(visitor.post(link))
                        .page()
                        .select(".notice.late")
                        .text())
                .contains(said);
        Visitor.Answer json = visitor.post("/api" + link);
        assertThat(json.status()).isEqualTo(409);
        assertThat(json.body()).contains("problem:" + type, said);
    }

    @Test
    void ofTwoLinksOfOneInviterFollowedAtOnceOneIsSpent() throws ExecutionException, InterruptedException {
        for (int round = 0; round < 8; round++) {
            MemberId inviter = aMember("Inviter");
            Visitor follower = visitor(aMember("Follower"));
            follower.get("/test/csrf");
            List<Callable<Integer>> follows = new ArrayList<>();
            for (String link : List.of(link(inviter, 1), link(inviter, 1))) {
                follows.add(() -> follower.post("/api" + link).status());
            }
            List<Integer> statuses = new ArrayList<>();
            try (ExecutorService threads = Executors.newFixedThreadPool(follows.size())) {
                for (Future<Integer> answer : threads.invokeAll(follows)) {
                    statuses.add(answer.get());
                }
            }
            assertThat(statuses).containsExactlyInAnyOrder(204, 409);
            assertThat(sql.sql("SELECT sum(uses) FROM outside_invitation WHERE member_id = :inviter")
                            .param("inviter", inviter.value())
                            .query(Integer.class)
                            .single())
                    .isEqualTo(1);
        }
    }

    @Test
    void whatIsTakenBackOpensNoLonger() {
        String link = link(ada, 1);
        long id = idOfTheOnly(ada);
        assertThat(visitor(aMember("Mallory"))
                        .post("/invitations/outside/" + id + "/revoke")
                        .status())
                .isEqualTo(404);
        assertThat(newcomer().get(link).status()).isEqualTo(200);

        assertThat(visitor(ada).post("/invitations/outside/" + id + "/revoke").status())
                .isEqualTo(303);

        assertThat(newcomer().get(link).status()).isEqualTo(404);
        assertThat(visitor(aMember("Late")).post(link).status()).isEqualTo(404);
    }

    @ParameterizedTest
    @EnumSource
    void whoFollowsOpensTheirGateToTheInviterAlone(Gate gate) {
        MemberId follower = aMember("Follower");
        gates.choose(follower, gate);

        visitor(follower).post(link(ada, 1));

        assertThat(invitations.received(follower))
                .singleElement()
                .satisfies(waiting -> assertThat(waiting.inviter()).isEqualTo(ada));
        assertThat(gates.of(follower)).isEqualTo(gate);
    }

    @Test
    void whatWasDeliveredIsNotTakenBackHere() {
        String link = link(ada, 1);
        visitor(aMember("Follower")).post(link);
        String before = state(ada);

        assertThat(visitor(ada)
                        .post("/invitations/outside/" + idOfTheOnly(ada) + "/revoke")
                        .status())
                .isEqualTo(404);
        assertThat(state(ada)).isEqualTo(before);
    }
}
