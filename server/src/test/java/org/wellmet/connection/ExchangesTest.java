package org.wellmet.connection;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.Visitor;
import org.wellmet.member.MemberId;

/// Messages on an invitation before it is decided.
class ExchangesTest extends TwoMembersTest {
    @Autowired
    private Exchanges exchanges;

    private Invitation invitation;

    @BeforeEach
    void anInvitation() {
        invitation = invited(ada, grace);
    }

    @Test
    void theInviteeAsksTheInviterAnswersAndBothRead() {
        assertThat(say(grace, "Which talk do you mean?").status()).isEqualTo(303);
        assertThat(say(ada, "The one in Brest.").status()).isEqualTo(303);

        assertThat(page(grace)).contains("Which talk do you mean?", "The one in Brest.");
        assertThat(visitor(ada).get("/api" + path()).body()).contains("Which talk", "in Brest", "\"isMine\":true");
        assertThat(visitor(ada).get("/notifications").page().text()).contains("Grace Hopper wrote to you");
        assertThat(visitor(grace).get("/invitations").page().text()).contains("2 messages");
        invitations.accept(grace, invitation.id());
        assertThat(page(ada)).contains("in Brest", "You are connected");
        assertThat(say(ada, "Thank you!").status()).as("decided").isEqualTo(409);
    }

    @Test
    void nobodyWritesMoreThanTwiceWithoutAnAnswerNorMoreThanFiveTimes() {
        say(ada, "One.");
        say(ada, "Two.");
        String before = state(ada, grace);
        Visitor.Answer third = say(ada, "Three.");
        assertThat(third.status()).isEqualTo(409);
        assertThat(third.page().text()).contains("it is the other’s turn");
        assertThat(state(ada, grace)).isEqualTo(before);

        for (int i = 0; i < 3; i++) {
            say(grace, "An answer.");
            assertThat(say(ada, "And another.").status()).isEqualTo(303);
        }
        say(grace, "And now?");
        String full = state(ada, grace);
        assertThat(visitor(ada)
                        .send(
                                "POST",
                                "/api" + path() + "/messages",
                                "application/json",
                                "{\"text\":\"Six\"}".getBytes())
                        .body())
                .contains("problem:enough-said");
        assertThat(state(ada, grace)).isEqualTo(full);
    }

    @Test
    void whatIsEmptyOrTooLongIsRefusedAndChangesNothing() {
        String before = state(ada, grace);
        assertThat(say(ada, "  ").status()).isEqualTo(422);
        assertThat(say(ada, "x".repeat(Message.MAX_LENGTH + 1)).status()).isEqualTo(422);
        assertThat(state(ada, grace)).isEqualTo(before);
        assertThat(say(ada, "😀".repeat(Message.MAX_LENGTH)).status()).isEqualTo(303);
    }

    @Test
    void whatIsWrittenAfterASilentDeclineLooksSaidAndIsNeverHeard() {
        MemberId undecided = aMember("Un Decided");
        Invitation waiting = invited(ada, undecided);
        invitations.decline(grace, invitation.id());

        Visitor.Answer toDecliner = say(ada, "Do you have a minute?");
        Visitor.Answer toUndecided =
                visitor(ada).post("/invitations/" + waiting.id() + "/messages", "text", "Do you have a minute?");

        assertThat(toDecliner.status()).isEqualTo(toUndecided.status()).isEqualTo(303);
        assertThat(page(ada)).contains("Do you have a minute?");
        assertThat(visitor(grace).get(path()).status()).isEqualTo(404);
        assertThat(visitor(grace).get("/notifications").body()).doesNotContain("Ada Lovelace wrote");
        assertThat(invitations.send(grace, ada, CLAIM, WHY)).isInstanceOf(SendInvitationOutcome.Connected.class);
        assertThat(page(grace)).as("even when they connect in the end").doesNotContain("Do you have a minute?");
        assertThat(say(grace, "x").status()).isEqualTo(409);
    }

    @Test // T10, T11
    void aBlockEndsItForBothSides() {
        say(grace, "Which talk do you mean?");
        ties.block(grace, ada);
        String before = state(ada, grace);

        for (MemberId member : java.util.List.of(ada, grace)) {
            assertThat(visitor(member).get(path()).status()).isEqualTo(404);
            assertThat(say(member, "Hello?").status()).isEqualTo(404);
        }
        assertThat(visitor(ada).get("/notifications").body()).doesNotContain("Grace Hopper wrote");
        assertThat(state(ada, grace)).isEqualTo(before);
    }

    @Test
    void whatIsTakenBackIsGoneForBoth() {
        say(ada, "One more thing.");
        invitations.withdraw(ada, invitation.id());

        assertThat(visitor(ada).get(path()).status()).isEqualTo(404);
        assertThat(visitor(grace).get(path()).status()).isEqualTo(404);
        assertThat(visitor(grace).get("/notifications").body()).doesNotContain("Ada Lovelace wrote");
        assertThat(exchanges.say(grace, invitation.id(), "Wait!")).isInstanceOf(SayOutcome.Over.class);
    }

    private Visitor.Answer say(MemberId member, String text) {
        return visitor(member).post(path() + "/messages", "text", text);
    }

    private String page(MemberId member) {
        return visitor(member).get(path()).page().text();
    }

    private String path() {
        return "/invitations/" + invitation.id();
    }
}
