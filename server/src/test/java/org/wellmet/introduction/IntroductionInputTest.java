package org.wellmet.introduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.wellmet.Visitor;
import org.wellmet.member.MemberId;

/// What is typed: too short, too long, empty, or markup.
class IntroductionInputTest extends IntroductionRoutes {
    @Test // T25
    void textsThatAreTooShortTooLongOrEmptyAreRefusedByName() {
        Trio trio = aTrio();
        Visitor asker = visitor(trio.asker());
        String address = "/members/" + handle(trio.target()) + "/introduction";
        String before = state(trio.all());
        for (String bad : List.of("", "too short", "x".repeat(601), "\u200b".repeat(30))) {
            Visitor.Answer answer = asker.post(
                    address, "via", handle(trio.connector()), "toConnector", bad, "toTarget", TO_TARGET.text());
            assertThat(answer.status()).isEqualTo(422);
            assertThat(answer.page().select("#toConnector-error")).hasSize(1);
            assertThat(answer.page().select("#toTarget").text()).contains(TO_TARGET.text());
        }
        assertThat(state(trio.all())).isEqualTo(before);

        long id = asked(trio);
        String asked = state(trio.all());
        assertThat(visitor(trio.connector())
                        .post("/introductions/" + id + "/forward", "words", "short")
                        .status())
                .isEqualTo(422);
        assertThat(visitor(trio.connector())
                        .post("/introductions/" + id + "/decline", "reason", "x".repeat(301))
                        .status())
                .isEqualTo(422);
        assertThat(state(trio.all())).isEqualTo(asked);
    }

    @Test
    void onlyTheConnectorGivesAReasonAndTheTargetReadsSoBesideTheField() {
        Trio trio = aTrio();
        long id = forwarded(trio);
        Visitor target = visitor(trio.target());
        String before = state(trio.all());
        String said = "Only the one who is asked to pass it on may give a reason.";

        Visitor.Answer page = target.post("/introductions/" + id + "/decline", "reason", "private");
        assertThat(page.status()).isEqualTo(422);
        assertThat(page.page().select("#reason-error").text()).contains(said);
        assertThat(page.page().select("#reason").text()).isEqualTo("private");
        Visitor.Answer json = declined(target, id, "private");
        assertThat(json.status()).isEqualTo(422);
        assertThat(json.body()).contains("\"field\":\"reason\"", said);
        assertThat(state(trio.all())).isEqualTo(before);
        assertThat(declined(visitor(trio.asker()), id, "private").status())
                .as("not the asker's to decline")
                .isEqualTo(404);

        assertThat(declined(target, id, " ").status()).isEqualTo(200);
    }

    private static Visitor.Answer declined(Visitor visitor, long id, String reason) {
        return visitor.send(
                "POST",
                "/api/introductions/" + id + "/decline",
                "application/json",
                "{\"reason\":\"%s\"}".formatted(reason).getBytes(StandardCharsets.UTF_8));
    }

    @Test // T20
    void storedMarkupIsInert() {
        Trio trio = aTrio();
        String markup = "<script>alert(1)</script><b>bold as brass</b>";
        visitor(trio.asker())
                .post(
                        "/members/" + handle(trio.target()) + "/introduction",
                        "via",
                        handle(trio.connector()),
                        "toConnector",
                        markup,
                        "toTarget",
                        markup);
        long id = count(
                "SELECT max(id) FROM introduction WHERE asker_id = :a",
                "a",
                trio.asker().value());
        must(introductions.forward(trio.connector(), id, new IntroductionText(markup)));
        for (MemberId member : trio.all()) {
            for (String page : List.of("/introductions/" + id, "/introductions", "/introductions/asked")) {
                assertThat(visitor(member).get(page).body()).doesNotContain("<script>alert", "<b>bold");
            }
        }
    }
}
