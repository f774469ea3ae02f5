package org.wellmet.introduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
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
import org.wellmet.visibility.Viewer;

/// The life of an introduction, by its table: what leads on does, and what does not changes nothing.
class IntroductionLifeTest extends IntroductionTest {
    @Autowired
    private Invitations invitations;

    /// What may be tried, and from where it leads on. A seeming wait may be taken back, too.
    private static final Map<String, List<IntroductionStatus>> LEADS_ON = Map.of(
            "forward", List.of(IntroductionStatus.ASKED),
            "connector declines", List.of(IntroductionStatus.ASKED),
            "target declines", List.of(IntroductionStatus.FORWARDED),
            "accept", List.of(IntroductionStatus.FORWARDED),
            "reply", List.of(IntroductionStatus.FORWARDED),
            "withdraw",
                    List.of(
                            IntroductionStatus.ASKED,
                            IntroductionStatus.FORWARDED,
                            IntroductionStatus.DECLINED_UNSEEN,
                            IntroductionStatus.DECLINED_BY_TARGET,
                            IntroductionStatus.UNHEARD,
                            IntroductionStatus.VOIDED));

    @TestFactory
    Stream<DynamicTest> whatTheTableForbidsChangesNothing() {
        return Stream.of(IntroductionStatus.values())
                .flatMap(from -> LEADS_ON.keySet().stream()
                        .map(verb -> DynamicTest.dynamicTest(from + " " + verb, () -> tryOut(from, verb))));
    }

    private void tryOut(IntroductionStatus from, String verb) {
        Trio trio = aTrio();
        long id = into(from, trio);
        String before = state(trio.all());

        AnswerOutcome outcome = attempt(id, trio, verb);

        boolean leadsOn = LEADS_ON.get(verb).contains(from);
        assertThat(isTaken(outcome)).as(outcome.toString()).isEqualTo(leadsOn);
        if (leadsOn) {
            assertThat(state(trio.all())).isNotEqualTo(before);
        } else {
            assertThat(state(trio.all())).isEqualTo(before);
        }
    }

    private AnswerOutcome attempt(long id, Trio trio, String verb) {
        return switch (verb) {
            case "forward" -> introductions.forward(trio.connector(), id, WORDS);
            case "connector declines" -> declineUnseen(trio.connector(), id);
            case "target declines" -> declineUnseen(trio.target(), id);
            case "accept" -> introductions.accept(trio.target(), id);
            case "reply" -> introductions.reply(trio.target(), id, "Tell me more.");
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
        assertThat(views.tally(Viewer.of(trio.asker()), Role.ASKER)).isEqualTo(new Tally(1, 1, 0, 1));
        assertThat(views.tally(Viewer.of(trio.connector()), Role.CONNECTOR)).isEqualTo(new Tally(1, 1, 0, 1));
        assertThat(views.tally(Viewer.of(trio.target()), Role.TARGET)).isEqualTo(new Tally(1, 1, 0, 1));
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
        Shown shown = views.see(Viewer.of(trio.asker()), id).orElseThrow();
        return shown.step() + " " + shown.isRevocable() + " " + shown.until().isPresent() + " "
                + views.tally(Viewer.of(trio.asker()), Role.ASKER) + " "
                + introductions
                        .obstacle(trio.asker(), trio.target())
                        .map(outcome -> outcome.getClass().getSimpleName());
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
