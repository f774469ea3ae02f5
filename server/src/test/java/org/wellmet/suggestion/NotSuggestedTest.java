package org.wellmet.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wellmet.connection.Gate;
import org.wellmet.member.MemberId;
import org.wellmet.profile.Term;

/// Who is never suggested, and that nothing betrays why not.
class NotSuggestedTest extends SuggestionTest {
    private static final String SETTING = "{\"isSuggested\":%s}";

    @Test
    void whoDoesNotWantToBeSuggestedIsNot() {
        byte[] off = SETTING.formatted(false).getBytes(StandardCharsets.UTF_8);
        assertThat(visitor(other)
                        .send("POST", "/api/suggestions/setting", "application/json", off)
                        .body())
                .isEqualTo(SETTING.formatted(false));
        assertAbsent(me, other);
        assertThat(slate(other)).as("and is still told of others").containsExactly(me);

        visitor(other).post("/settings/suggestions", "who", "yes");
        assertThat(slate(me)).containsExactly(other);
        visitor(other).post("/settings/suggestions", "who", "no");
        assertAbsent(me, other);
        assertThat(visitor(other).post("/settings/suggestions", "who", "maybe").status())
                .isEqualTo(422);
    }

    @Test
    void aBlockSeparatesBothWays() {
        ties.block(other, me);
        assertAbsent(me, other);
        assertAbsent(other, me);
        ties.unblock(other, me);
        ties.block(between, other);
        assertAbsent(me, other);
    }

    @Test
    void aClosedGateIsNotSuggestedAndOneForTheIntroducedLeadsToAnIntroduction() {
        gates.choose(other, Gate.CLOSED);
        assertAbsent(me, other);
        gates.choose(other, Gate.INTRODUCED);
        assertThat(json(me, "").get("suggestions").get(0).get("address").asString())
                .isEqualTo("/members/" + handle(other) + "/introduction");
        gates.choose(other, Gate.COMMON_GROUND);
        assertThat(json(me, "").get("suggestions").get(0).get("address").asString())
                .isEqualTo("/invite/" + handle(other));
    }

    /// However it ended, so that the suggestions do not tell a decline from silence.
    @ParameterizedTest
    @ValueSource(strings = {"PENDING", "ACCEPTED", "DECLINED", "WITHDRAWN", "EXPIRED", "VOIDED"})
    void anInvitationLooksTheSameHoweverItEndedForAsLongAsADeclineMayHold(String status) {
        invitation(me, other, status, 30);
        assertAbsent(me, other);
        assertAbsent(other, me);
        sql.sql("DELETE FROM invitation WHERE inviter_id = :me")
                .param("me", me.value())
                .update();
        if (!status.equals("PENDING")) {
            invitation(me, other, status, 366); // declined on its last day, it holds for another two months
            assertAbsent(me, other);
            sql.sql("UPDATE invitation SET sent_at = sent_at - interval '60 days' WHERE inviter_id = :me")
                    .param("me", me.value())
                    .update();
        }
        assertThat(slate(me)).containsExactly(other);
    }

    @Test
    void aConnectionThatEndedQuietlyIsNotSuggestedToEitherAndToldToNobody() {
        connected(me, other);
        ties.remove(me, other);
        assertAbsent(me, other);
        assertAbsent(other, me);
        assertThat(visitor(other).get("/settings/suggestions").body()).doesNotContain("/in/" + handle(me));
        assertThat(suggestions.restore(other, me)).isFalse();
        assertAbsent(other, me);
    }

    @Test
    void theSuspendedAndTheLongGoneAreNotSuggested() {
        members.suspend(other);
        assertAbsent(me, other);
        members.admit(other);
        assertThat(slate(me)).containsExactly(other);
        seen(other, 366);
        assertAbsent(me, other);
    }

    /// What leads to a refusal is not suggested, be it by the gate or by a full week, which nobody can tell apart.
    @Test
    void whoTakesNoStrangersAndSharesNothingButTheAreaIsNotSuggested() {
        Term city = new Term("There-" + me.value(), Optional.of("d" + me.value()));
        MemberId near = aMember("Nora Near");
        for (MemberId member : List.of(me, near)) {
            profiles.introduce(member, members.find(member).orElseThrow().name(), "", "", city);
        }
        assertThat(json(me, "?lens=near-me").toString()).contains(handle(near));
        gates.choose(near, Gate.COMMON_GROUND);
        assertAbsent(me, near);
        gates.choose(near, Gate.ANYONE);
        sql.sql("""
                        INSERT INTO stranger_meter (member_id, week, used)
                        VALUES (:member, date_trunc('week', now() AT TIME ZONE 'UTC')::date, 15)
                        """).param("member", near.value()).update();
        assertAbsent(me, near);
        gates.choose(near, Gate.COMMON_GROUND);
        connected(between, near);
        assertThat(slate(me)).as("with a mutual connection").contains(near);
    }
}
