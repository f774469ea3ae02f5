package org.wellmet.introduction;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.wellmet.Visitor;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Viewer;

/// What became of introductions, in numbers: for the one they belong to only, and no more than their lists show.
class IntroductionTallyTest extends IntroductionTest {
    @Test // T4
    void eachIsToldTheirOwnNumbersAndNobodyElses() {
        Trio trio = aTrio();
        long id = forwarded(trio);

        assertThat(tally(trio.asker())).isEqualTo(json("1,1,0,0", "0,0,0,0", "0,0,0,0"));
        assertThat(tally(trio.connector())).isEqualTo(json("0,0,0,0", "1,1,0,0", "0,0,0,0"));
        assertThat(tally(trio.target())).isEqualTo(json("0,0,0,0", "0,0,0,0", "1,1,0,0"));
        assertThat(tally(aMember("Sam Stranger"))).isEqualTo(json("0,0,0,0", "0,0,0,0", "0,0,0,0"));
        must(introductions.accept(trio.target(), id));
        assertThat(tally(trio.asker())).isEqualTo(json("1,1,0,1", "0,0,0,0", "0,0,0,0"));
        assertThat(aStranger().get("/api/introductions/tally").status()).isIn(302, 401);
    }

    @Test // T4
    void aSilentNoCountsLikeSilence() {
        Trio silent = aTrio();
        forwarded(silent);
        Trio declined = aTrio();
        must(declineUnseen(declined.target(), forwarded(declined)));
        Trio unheard = aTrio();
        into(IntroductionStatus.UNHEARD, unheard);

        assertThat(tally(declined.asker())).isEqualTo(tally(silent.asker()));
        assertThat(tally(declined.connector())).isEqualTo(tally(silent.connector()));
        assertThat(tally(unheard.asker())).isEqualTo(tally(silent.asker()));
        assertThat(tally(unheard.connector())).isEqualTo(tally(silent.connector()));
        assertThat(tally(unheard.target())).isEqualTo(tally(aMember("Nobody Asked")));
    }

    @Test // T3, T4
    void aBlockCountsLikeADeletedAccount() {
        for (int other = 0; other < 3; other++) {
            for (int self = 0; self < 3; self++) {
                if (self != other) {
                    Trio blocked = aTrio();
                    into(IntroductionStatus.ACCEPTED, blocked);
                    Trio deleted = aTrio();
                    into(IntroductionStatus.ACCEPTED, deleted);

                    ties.block(blocked.all()[other], blocked.all()[self]);
                    members.delete(deleted.all()[other]);

                    assertThat(tally(blocked.all()[self])).isEqualTo(tally(deleted.all()[self]));
                }
            }
        }
    }

    @Test // T3, T4
    void whoIsShutOutIsCountedForNobody() {
        Trio trio = aTrio();
        into(IntroductionStatus.ACCEPTED, trio);

        members.suspend(trio.connector());

        assertThat(tally(trio.asker())).isEqualTo(json("0,0,0,0", "0,0,0,0", "0,0,0,0"));
        assertThat(tally(trio.target())).isEqualTo(json("0,0,0,0", "0,0,0,0", "0,0,0,0"));
        members.admit(trio.connector());
        assertThat(tally(trio.asker())).isEqualTo(json("1,1,0,1", "0,0,0,0", "0,0,0,0"));
    }

    @Test
    void eachIsCountedOnceHoweverManyStandBetweenTheSameThree() {
        Trio trio = aTrio();
        into(IntroductionStatus.LAPSED, trio);
        sql.sql("""
                        INSERT INTO introduction (asker_id, connector_id, target_id, status, to_connector, to_target, words,
                                                  asked_at, expires_at, forwarded_at, ended_at)
                        SELECT asker_id, connector_id, target_id, 'ANSWERED', to_connector, to_target, to_target,
                               asked_at, expires_at, asked_at, asked_at
                          FROM introduction WHERE asker_id = :asker
                        """).param("asker", trio.asker().value()).update();

        assertThat(views.tally(Viewer.of(trio.asker()), Role.ASKER).count()).isEqualTo(2);
        assertThat(views.tally(Viewer.of(trio.connector()), Role.CONNECTOR).inTouchCount())
                .isEqualTo(1);
    }

    @Test
    void whatWaitsIsCountedAsItIsShown() {
        for (IntroductionStatus state : IntroductionStatus.values()) {
            Trio trio = aTrio();
            into(state, trio);
            Trio gone = new Trio(aMember("Gil Gone"), trio.connector(), aMember("Tess Target"));
            connected(gone.asker(), trio.connector());
            connected(gone.target(), trio.connector());
            asked(gone);
            for (int round = 0; round < 2; round++) {
                for (MemberId member : trio.all()) {
                    Viewer viewer = Viewer.of(member);
                    assertThat(views.waitingCount(viewer))
                            .as(state.name())
                            .isEqualTo(views.waiting(viewer, 0).introductions().size());
                }
                members.suspend(gone.target());
            }
        }
    }

    @Test
    void onlyTheFirstPageTellsTheNumbers() {
        Trio trio = aTrio();
        long id = asked(trio);

        Visitor asker = visitor(trio.asker());
        assertThat(asker.get("/introductions/asked").page().select("#asked").text())
                .startsWith("1 asked for");
        assertThat(asker.get("/introductions/asked?before=" + (id + 1))
                        .page()
                        .select("#asked")
                        .text())
                .isEqualTo("Introductions you asked for");
    }

    private String tally(MemberId member) {
        return visitor(member).get("/api/introductions/tally").body();
    }

    private static String json(String asked, String passed, String received) {
        return "{\"asked\":%s,\"passed\":%s,\"received\":%s}".formatted(one(asked), one(passed), one(received));
    }

    private static String one(String numbers) {
        return "{\"count\":%s,\"passedOn\":%s,\"inTouch\":%s,\"connected\":%s}"
                .formatted((Object[]) numbers.split(","));
    }
}
