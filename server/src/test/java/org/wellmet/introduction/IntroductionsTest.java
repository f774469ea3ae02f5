package org.wellmet.introduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.wellmet.connection.Claim;
import org.wellmet.connection.ClaimKind;
import org.wellmet.connection.Door;
import org.wellmet.connection.Gate;
import org.wellmet.connection.Invitations;
import org.wellmet.connection.SendInvitationOutcome;
import org.wellmet.connection.WhyNow;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Audience;
import org.wellmet.visibility.Viewer;

/// The life of an introduction, by its table: what leads on does, and what does not changes nothing.
class IntroductionsTest extends IntroductionTest {
    @Autowired
    private Invitations invitations;

    /// Ways into each state.
    private final Map<IntroductionStatus, BiFunction<IntroductionsTest, Trio, Long>> ways = Map.of(
            IntroductionStatus.ASKED, IntroductionTest::asked,
            IntroductionStatus.FORWARDED, IntroductionTest::forwarded,
            IntroductionStatus.ACCEPTED, (test, trio) -> test.after(test.forwarded(trio), trio, "accept"),
            IntroductionStatus.DECLINED_UNSEEN,
                    (test, trio) -> test.after(test.asked(trio), trio, "connector declines"),
            IntroductionStatus.DECLINED,
                    (test, trio) -> {
                        long id = test.asked(trio);
                        must(test.introductions.decline(trio.connector(), id, Optional.of(REASON)));
                        return id;
                    },
            IntroductionStatus.DECLINED_BY_TARGET,
                    (test, trio) -> test.after(test.forwarded(trio), trio, "target declines"),
            IntroductionStatus.WITHDRAWN, (test, trio) -> test.after(test.asked(trio), trio, "withdraw"),
            IntroductionStatus.LAPSED,
                    (test, trio) -> {
                        long id = test.asked(trio);
                        test.daysPass(id, 22);
                        return id;
                    },
            IntroductionStatus.VOIDED,
                    (test, trio) -> {
                        long id = test.forwarded(trio);
                        test.ties.remove(trio.connector(), trio.target());
                        return id;
                    },
            IntroductionStatus.OVERTAKEN,
                    (test, trio) -> {
                        long id = test.forwarded(trio);
                        test.connected(trio.asker(), trio.target());
                        return id;
                    });

    /// What may be tried, and from where it leads on. A seeming wait may be taken back, too.
    private static final Map<String, List<IntroductionStatus>> LEADS_ON = Map.of(
            "forward", List.of(IntroductionStatus.ASKED),
            "connector declines", List.of(IntroductionStatus.ASKED),
            "target declines", List.of(IntroductionStatus.FORWARDED),
            "accept", List.of(IntroductionStatus.FORWARDED),
            "withdraw",
                    List.of(
                            IntroductionStatus.ASKED,
                            IntroductionStatus.FORWARDED,
                            IntroductionStatus.DECLINED_UNSEEN,
                            IntroductionStatus.DECLINED_BY_TARGET,
                            IntroductionStatus.VOIDED));

    @TestFactory
    Stream<DynamicTest> whatTheTableForbidsChangesNothing() {
        return ways.keySet().stream()
                .flatMap(from -> LEADS_ON.keySet().stream()
                        .map(verb -> DynamicTest.dynamicTest(from + " " + verb, () -> tryOut(from, verb))));
    }

    private void tryOut(IntroductionStatus from, String verb) {
        Trio trio = aTrio();
        long id = ways.get(from).apply(this, trio);
        String before = state(trio.all());

        AnswerOutcome outcome = attempt(id, trio, verb);

        boolean leadsOn = LEADS_ON.get(verb).contains(from);
        assertThat(outcome instanceof AnswerOutcome.Done || outcome instanceof AnswerOutcome.Connected)
                .as(outcome.toString())
                .isEqualTo(leadsOn);
        if (leadsOn) {
            assertThat(state(trio.all())).isNotEqualTo(before);
        } else {
            assertThat(state(trio.all())).isEqualTo(before);
        }
    }

    private long after(long id, Trio trio, String verb) {
        must(attempt(id, trio, verb));
        return id;
    }

    private AnswerOutcome attempt(long id, Trio trio, String verb) {
        return switch (verb) {
            case "forward" -> introductions.forward(trio.connector(), id, WORDS);
            case "connector declines" -> declineUnseen(trio.connector(), id);
            case "target declines" -> declineUnseen(trio.target(), id);
            case "accept" -> introductions.accept(trio.target(), id);
            case "withdraw" -> introductions.withdraw(trio.asker(), id);
            default -> throw new IllegalArgumentException(verb);
        };
    }

    @Test
    void aForwardedIntroductionThatIsAcceptedConnectsTheTwo() {
        Trio trio = aTrio();
        long id = forwarded(trio);

        assertThat(introductions.accept(trio.target(), id)).isEqualTo(new AnswerOutcome.Connected(trio.asker()));

        assertThat(connections.areConnected(trio.asker(), trio.target())).isTrue();
        assertThat(introductions.tally(trio.asker(), Role.ASKER)).isEqualTo(new Tally(1, 1, 1));
        assertThat(introductions.tally(trio.connector(), Role.CONNECTOR)).isEqualTo(new Tally(1, 1, 1));
        assertThat(introductions.tally(trio.target(), Role.TARGET)).isEqualTo(new Tally(1, 1, 1));
    }

    @Test
    void anInvitationThatWaitsBetweenTheTwoEndsWithTheConnection() {
        Trio trio = aTrio();
        long id = forwarded(trio);
        assertThat(invitations.send(
                        trio.asker(),
                        trio.target(),
                        new Claim(ClaimKind.OTHER, "We have not met"),
                        new WhyNow("I also ask you straight away, as I may.")))
                .isInstanceOf(SendInvitationOutcome.Sent.class);

        must(introductions.accept(trio.target(), id));

        assertThat(invitations.receivedCount(trio.target())).isZero();
        assertThat(count(
                        "SELECT count(*) FROM invitation WHERE inviter_id = :asker AND status = 'SUPERSEDED'",
                        "asker",
                        trio.asker().value()))
                .isEqualTo(1);
        assertThat(visitor(trio.target()).get("/notifications").body()).doesNotContain("invites you to connect");
    }

    @Test
    void whoIsNotOfferedCannotBeAskedAndTheAnswerDoesNotSayWhy() {
        Trio trio = aTrio();
        MemberId friend = aMember("Fred Friend"); // of the asker only
        connected(trio.asker(), friend);
        MemberId stranger = aMember("Sam Stranger");
        connected(stranger, trio.target()); // of the target only
        Trio hidden = new Trio(trio.asker(), aMember("Hidden Connector"), trio.target());
        connected(hidden.asker(), hidden.connector());
        connected(hidden.connector(), hidden.target());
        connections.showList(hidden.connector(), Audience.ME);
        String before = state(trio.all());

        for (MemberId connector :
                List.of(friend, stranger, hidden.connector(), trio.asker(), trio.target(), new MemberId(1L << 50))) {
            assertThat(ask(new Trio(trio.asker(), connector, trio.target()))).isEqualTo(new AskOutcome.NotOffered());
        }
        assertThat(introductions.connectors(Viewer.of(trio.asker()), trio.target()))
                .extracting(connector -> connector.person().member().id())
                .containsExactly(trio.connector());
        assertThat(state(trio.all())).isEqualTo(before);
    }

    @Test
    void aHiddenListOfTheTargetLeavesNobodyToAsk() {
        Trio trio = aTrio();
        connections.showList(trio.target(), Audience.CONNECTIONS);

        assertThat(introductions.connectors(Viewer.of(trio.asker()), trio.target()))
                .isEmpty();
        assertThat(ask(trio)).isEqualTo(new AskOutcome.NotOffered());
        assertThat(visitor(trio.asker())
                        .get("/members/" + handle(trio.target()) + "/introduction")
                        .body())
                .contains("You share no connection with")
                .doesNotContain("Cora");
    }

    @Test
    void theConnectorBestPlacedBetweenTheTwoComesFirst() {
        Trio trio = aTrio();
        MemberId near = aMember("Nora Near");
        connected(trio.asker(), near);
        connected(near, trio.target());
        MemberId third = aMember("Third Party");
        connected(near, third);
        connected(third, trio.asker());
        connected(third, trio.target()); // near and third have more in common with both sides than Cora has

        assertThat(introductions.connectors(Viewer.of(trio.asker()), trio.target()))
                .extracting(connector -> connector.person().member().name())
                .containsExactly("Nora Near", "Third Party", "Cora Connector");
    }

    @Test
    void aClosedGateTakesNoIntroductions() {
        Trio trio = aTrio();
        long id = asked(trio);
        Trio other = new Trio(aMember("Other Asker"), trio.connector(), trio.target());
        connected(other.asker(), other.connector());
        gates.choose(trio.target(), Gate.CLOSED);
        String before = state(trio.all());

        assertThat(introductions.forward(trio.connector(), id, WORDS)).isEqualTo(new AnswerOutcome.Closed());
        assertThat(ask(other)).isEqualTo(new AskOutcome.Closed());
        assertThat(status(id)).isEqualTo("ASKED");
        assertThat(state(trio.all())).isEqualTo(before);
    }

    @Test
    void aForwardedIntroductionOpensTheGateForThoseWhoAreIntroduced() {
        Trio trio = aTrio();
        gates.choose(trio.target(), Gate.INTRODUCED);
        assertThat(gates.doorsTo(Viewer.of(trio.asker()), trio.target())).isInstanceOf(Door.Closed.class);
        long id = asked(trio);
        assertThat(gates.doorsTo(Viewer.of(trio.asker()), trio.target())).isInstanceOf(Door.Closed.class);

        must(introductions.forward(trio.connector(), id, WORDS));

        assertThat(gates.doorsTo(Viewer.of(trio.asker()), trio.target())).isInstanceOf(Door.Open.class);
        assertThat(invitations.commonGround(trio.asker(), trio.target()))
                .extracting(ground -> ground.claim())
                .containsExactly(new Claim(ClaimKind.INTRODUCED, "Cora Connector"));
        must(declineUnseen(trio.target(), id));
        assertThat(gates.doorsTo(Viewer.of(trio.asker()), trio.target()))
                .as("a decline is silent")
                .isInstanceOf(Door.Open.class);
        ties.remove(trio.connector(), trio.asker());
        assertThat(gates.doorsTo(Viewer.of(trio.asker()), trio.target())).isInstanceOf(Door.Closed.class);
    }

    @Test
    void aTargetWhoWasReachedIsSparedForAYearWhateverBecameOfIt() {
        for (String end : List.of("target declines", "withdraw")) {
            Trio trio = aTrio();
            long id = forwarded(trio);
            must(attempt(id, trio, end));
            daysPass(id, 61);
            MemberId another = aMember("Another Connector");
            connected(trio.asker(), another);
            connected(another, trio.target());

            assertThat(ask(new Trio(trio.asker(), another, trio.target()))).isInstanceOf(AskOutcome.TooSoon.class);
            daysPass(id, 310);
            assertThat(ask(new Trio(trio.asker(), another, trio.target()))).isInstanceOf(AskOutcome.Asked.class);
        }
    }

    @Test
    void aSilentNoLooksLikeSilenceToTheAskerWhateverTheyTry() {
        Trio silent = aTrio();
        Trio declined = aTrio();
        Trio parted = aTrio();
        long ofSilent = asked(silent);
        long ofDeclined = asked(declined);
        long ofParted = asked(parted);
        must(declineUnseen(declined.connector(), ofDeclined));
        ties.remove(parted.connector(), parted.target());

        for (int day : List.of(0, 20, 2)) {
            for (long id : List.of(ofSilent, ofDeclined, ofParted)) {
                daysPass(id, day);
            }
            assertThat(seen(declined, ofDeclined)).isEqualTo(seen(silent, ofSilent));
            assertThat(seen(parted, ofParted)).isEqualTo(seen(silent, ofSilent));
        }
    }

    /// All that an asker can find out, without what names the people.
    private String seen(Trio trio, long id) {
        Shown shown = introductions.see(Viewer.of(trio.asker()), id).orElseThrow();
        return shown.step() + " " + shown.isRevocable() + " " + shown.until().isPresent() + " "
                + introductions.tally(trio.asker(), Role.ASKER) + " "
                + introductions
                        .obstacle(trio.asker(), trio.target())
                        .map(outcome -> outcome.getClass().getSimpleName());
    }

    @Test
    void overOneWeekAndAtOneTimeOnlySoManyMayBeAsked() {
        MemberId asker = aMember("Eager Asker");
        for (int i = 0; i < Introductions.MOST_A_WEEK; i++) {
            asked(aTrioOf(asker));
        }
        Trio further = aTrioOf(asker);
        String before = state(further.all());
        assertThat(ask(further)).isInstanceOf(AskOutcome.QuotaReached.class);
        assertThat(state(further.all())).isEqualTo(before);

        aWeekPassesFor(asker);
        for (int i = 0; i < Introductions.MOST_WAITING - Introductions.MOST_A_WEEK; i++) {
            asked(aTrioOf(asker));
        }
        aWeekPassesFor(asker);
        assertThat(ask(aTrioOf(asker))).isEqualTo(new AskOutcome.TooManyWaiting());
        long one = count("SELECT max(id) FROM introduction WHERE asker_id = :asker", "asker", asker.value());
        must(introductions.withdraw(asker, one));
        asked(aTrioOf(asker));
    }

    @Test
    void aConnectorIsNotAskedMoreThanTheyCanPassOn() {
        MemberId connector = aMember("Popular Connector");
        MemberId target = aMember("Popular Target");
        connected(connector, target);
        for (int i = 0; i < Introductions.MOST_AT_CONNECTOR; i++) {
            asked(trioAround(connector, target));
        }
        Trio further = trioAround(connector, target);
        String before = state(further.asker());
        assertThat(ask(further)).isEqualTo(new AskOutcome.ConnectorBusy());
        assertThat(state(further.asker())).isEqualTo(before);
    }

    private Trio aTrioOf(MemberId asker) {
        MemberId connector = aMember("Some Connector");
        MemberId target = aMember("Some Target");
        connected(asker, connector);
        connected(connector, target);
        return new Trio(asker, connector, target);
    }

    private Trio trioAround(MemberId connector, MemberId target) {
        MemberId asker = aMember("Some Asker");
        connected(asker, connector);
        return new Trio(asker, connector, target);
    }

    private void aWeekPassesFor(MemberId asker) {
        sql.sql("UPDATE introduction SET asked_at = asked_at - interval '8 days' WHERE asker_id = :asker")
                .param("asker", asker.value())
                .update();
    }

    @Test
    void anAskerWhoseConnectorIsGoneFromSightMayAskSomebodyElse() {
        Trio trio = aTrio();
        long id = asked(trio);
        members.suspend(trio.connector());
        MemberId another = aMember("Another Connector");
        connected(trio.asker(), another);
        connected(another, trio.target());

        assertThat(ask(new Trio(trio.asker(), another, trio.target()))).isInstanceOf(AskOutcome.Asked.class);
        assertThat(status(id)).isEqualTo("WITHDRAWN");
    }

    @Test
    void aDeletedAccountTakesItsIntroductionsAlong() {
        for (int part = 0; part < 3; part++) {
            Trio trio = aTrio();
            long id = forwarded(trio);
            members.delete(trio.all()[part]);
            assertThat(status(id)).isEqualTo("GONE");
            for (MemberId other : trio.all()) {
                if (!other.equals(trio.all()[part])) {
                    assertThat(visitor(other).get("/introductions/" + id).status())
                            .isEqualTo(404);
                    assertThat(visitor(other).get("/notifications").page().select("main li"))
                            .isEmpty();
                }
            }
        }
    }
}
