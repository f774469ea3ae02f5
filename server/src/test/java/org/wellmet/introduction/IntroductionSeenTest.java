package org.wellmet.introduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.wellmet.Visitor;
import org.wellmet.member.MemberId;

/// The observer matrix: who of asker, connector, target and a stranger sees which of the texts, in each state, on each
/// page, in JSON and in the notifications (T1, T2, T4, T5, T6).
class IntroductionSeenTest extends IntroductionTest {
    private static final String TO_CONNECTOR_MARK = "CONFIDENTIAL";
    private static final String TO_TARGET_MARK = "OPENHEARTED";
    private static final String WORDS_MARK = "VOUCHING";
    private static final String REASON_MARK = "BECAUSE";
    private static final Set<String> MARKS = Set.of(TO_CONNECTOR_MARK, TO_TARGET_MARK, WORDS_MARK, REASON_MARK);

    /// What asker, connector and target may read in a state: the marks, and the step; no step is a 404.
    private record Row(String asker, String connector, String target) {}

    private static final Map<IntroductionStatus, Row> MATRIX = new TreeMap<>(Map.ofEntries(
            Map.entry(
                    IntroductionStatus.ASKED,
                    new Row("WITH_CONNECTOR CONFIDENTIAL OPENHEARTED", "WITH_CONNECTOR CONFIDENTIAL OPENHEARTED", "")),
            Map.entry(
                    IntroductionStatus.FORWARDED,
                    new Row(
                            "WITH_TARGET CONFIDENTIAL OPENHEARTED",
                            "PASSED_ON CONFIDENTIAL OPENHEARTED VOUCHING",
                            "WITH_TARGET OPENHEARTED VOUCHING")),
            Map.entry(
                    IntroductionStatus.ANSWERED,
                    new Row(
                            "IN_TOUCH CONFIDENTIAL OPENHEARTED",
                            "IN_TOUCH CONFIDENTIAL OPENHEARTED VOUCHING",
                            "IN_TOUCH OPENHEARTED VOUCHING")),
            Map.entry(
                    IntroductionStatus.ACCEPTED,
                    new Row(
                            "CONNECTED CONFIDENTIAL OPENHEARTED",
                            "CONNECTED CONFIDENTIAL OPENHEARTED VOUCHING",
                            "CONNECTED OPENHEARTED VOUCHING")),
            Map.entry(
                    IntroductionStatus.DECLINED_UNSEEN,
                    new Row("WITH_CONNECTOR CONFIDENTIAL OPENHEARTED", "DECLINED CONFIDENTIAL OPENHEARTED", "")),
            Map.entry(
                    IntroductionStatus.DECLINED,
                    new Row(
                            "DECLINED CONFIDENTIAL OPENHEARTED BECAUSE",
                            "DECLINED CONFIDENTIAL OPENHEARTED BECAUSE",
                            "")),
            Map.entry(
                    IntroductionStatus.DECLINED_BY_TARGET,
                    new Row(
                            "WITH_TARGET CONFIDENTIAL OPENHEARTED",
                            "PASSED_ON CONFIDENTIAL OPENHEARTED VOUCHING",
                            "DECLINED OPENHEARTED VOUCHING")),
            Map.entry(
                    IntroductionStatus.WITHDRAWN,
                    new Row("OVER CONFIDENTIAL OPENHEARTED", "PASSED_ON CONFIDENTIAL OPENHEARTED VOUCHING", "")),
            Map.entry(
                    IntroductionStatus.LAPSED,
                    new Row("LAPSED CONFIDENTIAL OPENHEARTED", "PASSED_ON CONFIDENTIAL OPENHEARTED VOUCHING", "")),
            Map.entry(
                    IntroductionStatus.VOIDED,
                    new Row("WITH_TARGET CONFIDENTIAL OPENHEARTED", "PASSED_ON CONFIDENTIAL OPENHEARTED VOUCHING", "")),
            Map.entry(
                    IntroductionStatus.OVERTAKEN,
                    new Row("OVER CONFIDENTIAL OPENHEARTED", "PASSED_ON CONFIDENTIAL OPENHEARTED VOUCHING", "")),
            Map.entry(
                    IntroductionStatus.UNHEARD,
                    new Row(
                            "WITH_TARGET CONFIDENTIAL OPENHEARTED",
                            "PASSED_ON CONFIDENTIAL OPENHEARTED VOUCHING",
                            ""))));

    @TestFactory
    Stream<DynamicTest> eachSeesWhatIsTheirsInEachState() {
        return MATRIX.entrySet().stream()
                .map(entry ->
                        DynamicTest.dynamicTest(entry.getKey().name(), () -> look(entry.getKey(), entry.getValue())));
    }

    private void look(IntroductionStatus state, Row row) {
        Trio trio = aTrio();
        long id = into(state, trio);
        assertThat(status(id)).isIn(state.name(), "FORWARDED");

        assertSeen(trio.asker(), id, row.asker());
        assertSeen(trio.connector(), id, row.connector());
        assertSeen(trio.target(), id, row.target());
        assertSeen(aMember("Sam Stranger"), id, "");
    }

    private void assertSeen(MemberId who, long id, String expected) {
        Visitor visitor = visitor(who);
        String name = members.find(who).orElseThrow().name();
        Set<String> marks = Set.of(expected.split(" "));
        for (String address : List.of("/introductions/" + id, "/api/introductions/" + id)) {
            Visitor.Answer answer = visitor.get(address);
            if (expected.isEmpty()) {
                assertThat(answer.status()).as(name + " " + address).isEqualTo(404);
                assertThat(answer.body()).isEqualTo(visitor.get(absent(address)).body());
            } else {
                assertThat(answer.status()).as(name + " " + address).isEqualTo(200);
                for (String mark : MARKS) {
                    assertThat(answer.body().contains(mark))
                            .as(name + " " + address + " " + mark)
                            .isEqualTo(marks.contains(mark));
                }
            }
        }
        if (!expected.isEmpty()) {
            assertThat(visitor.get("/api/introductions/" + id).body())
                    .contains("\"step\":\"" + expected.split(" ")[0] + "\"");
        }
        for (String list : List.of(
                "/introductions",
                "/introductions/asked",
                "/introductions/passed",
                "/api/introductions?box=waiting",
                "/api/introductions?box=asked",
                "/api/introductions?box=passed",
                "/notifications",
                "/")) {
            String body = visitor.get(list).body();
            for (String mark : MARKS) {
                if (!marks.contains(mark)) {
                    assertThat(body).as(name + " " + list).doesNotContain(mark);
                }
            }
            if (expected.isEmpty()) {
                assertThat(body).as(name + " " + list).doesNotContain("/introductions/" + id, "\"id\":" + id);
            }
        }
    }

    private static String absent(String address) {
        return address.replaceAll("[0-9]+$", "999999999999");
    }

    @Test // T6
    void eachStepIsToldToThoseWhomItConcerns() {
        Trio trio = aTrio();
        long id = asked(trio);
        assertThat(told(trio.connector())).containsExactly("Ada Asker asks you for an introduction");
        assertThat(told(trio.target())).isEmpty();

        must(introductions.forward(trio.connector(), id, WORDS));
        assertThat(told(trio.connector())).isEmpty();
        assertThat(told(trio.asker())).containsExactly("Cora Connector passed your introduction on");
        assertThat(told(trio.target())).containsExactly("Cora Connector introduces somebody to you");

        must(introductions.accept(trio.target(), id));
        assertThat(told(trio.target())).isEmpty();
        assertThat(told(trio.asker()))
                .containsExactly(
                        "Tom Target accepted your introduction: you are connected",
                        "Cora Connector passed your introduction on");
        assertThat(told(trio.connector())).containsExactly("Tom Target accepted the introduction that you passed on");
    }

    @Test // T6
    void aSilentNoIsToldToNobodyAndAReasonToTheAsker() {
        Trio trio = aTrio();
        must(declineUnseen(trio.connector(), asked(trio)));
        assertThat(told(trio.asker())).isEmpty();
        Trio second = aTrio();
        must(introductions.decline(second.connector(), asked(second), REASON));
        assertThat(told(second.asker()))
                .containsExactly("Cora Connector did not pass your introduction on, and says why");
        Trio third = aTrio();
        must(declineUnseen(third.target(), forwarded(third)));
        assertThat(told(third.asker())).containsExactly("Cora Connector passed your introduction on");
        assertThat(told(third.connector())).isEmpty();
    }

    @Test // T6, T7, T10
    void whoIsGoneFromSightIsGoneFromEveryPageAtTheNextRead() {
        Trio blocked = aTrio();
        long id = forwarded(blocked);
        ties.block(blocked.target(), blocked.asker());
        assertThat(visitor(blocked.target()).get("/introductions/" + id).status())
                .isEqualTo(404);
        assertThat(visitor(blocked.asker()).get("/introductions/" + id).status())
                .isEqualTo(404);
        assertThat(visitor(blocked.asker()).get("/introductions/asked").body()).doesNotContain("Tom Target");
        assertThat(told(blocked.target())).isEmpty();
        assertThat(told(blocked.asker())).isEmpty();
        assertThat(visitor(blocked.target())
                        .post("/introductions/" + id + "/accept")
                        .status())
                .isEqualTo(404);

        Trio suspended = aTrio();
        long other = forwarded(suspended);
        members.suspend(suspended.connector());
        assertThat(visitor(suspended.target()).get("/introductions/" + other).status())
                .isEqualTo(404);
        assertThat(told(suspended.target())).isEmpty();
        assertThat(introductions.accept(suspended.target(), other)).isEqualTo(new AnswerOutcome.Absent());
        assertThat(connections.areConnected(suspended.asker(), suspended.target()))
                .isFalse();
    }

    @Test
    void everyPageHasANextStepWhenThereIsNothing() {
        Visitor newcomer = visitor(aMember("New Comer"));
        for (String page : List.of("/introductions", "/introductions/asked", "/introductions/passed")) {
            assertThat(newcomer.get(page).page().select("main a.btn")).as(page).isNotEmpty();
        }
        assertThat(newcomer.get("/network").page().select("a[href=/introductions]"))
                .isNotEmpty();
    }
}
