package org.wellmet.introduction;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wellmet.connection.Gate;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Audience;
import org.wellmet.visibility.Viewer;

/// Whom one may ask for an introduction, in what order they are offered, and how often.
class IntroductionAskingTest extends IntroductionTest {
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
    void aClosedGateTakesNoIntroductions() {
        Trio trio = aTrio();
        gates.choose(trio.target(), Gate.CLOSED);
        String before = state(trio.all());

        assertThat(ask(trio)).isEqualTo(new AskOutcome.Closed());
        assertThat(state(trio.all())).isEqualTo(before);
    }
}
