package org.wellmet.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.wellmet.CountedStatements;
import org.wellmet.ServerTest;
import org.wellmet.connection.CommonGround;
import org.wellmet.connection.Grounds;
import org.wellmet.connection.Ties;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Audience;

/// What a member shares with many, asked at once.
@Import(CountedStatements.class)
class SharedGroundsTest extends ServerTest {
    @Autowired
    private Profiles profiles;

    @Autowired
    private Grounds grounds;

    @Autowired
    private Ties ties;

    @Test
    void manyAreAskedAboutWithFewStatementsAndAnsweredLikeOne() {
        MemberId me = aMember("Asking");
        names(me, Skill.Kind.TOPIC);
        List<MemberId> others = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            MemberId other = aMember("Other " + i);
            if (i % 3 > 0) {
                names(other, i % 3 == 1 ? Skill.Kind.TOPIC : Skill.Kind.SKILL);
            }
            others.add(other);
        }
        profiles.show(others.get(1), Section.SKILLS, Audience.ME);
        profiles.show(others.get(4), Section.SKILLS, Audience.CONNECTIONS);
        profiles.show(others.get(7), Section.SKILLS, Audience.CONNECTIONS);
        connected(me, others.get(7));
        ties.block(others.get(10), me);
        members.suspend(others.get(13));
        AtomicInteger statements = new AtomicInteger();

        Map<MemberId, List<CommonGround>> sharing =
                CountedStatements.counting(statements, () -> grounds.between(me, others));

        sharing.forEach((other, shared) ->
                assertThat(shared).isEqualTo(grounds.between(me, other)).isNotEmpty());
        assertThat(sharing.keySet())
                .containsExactlyInAnyOrderElementsOf(others.stream()
                        .filter(other -> !grounds.between(me, other).isEmpty())
                        .toList())
                .contains(others.get(7), others.get(16))
                .doesNotContain(others.get(0), others.get(1), others.get(4), others.get(10), others.get(13));
        assertThat(statements).hasValueLessThanOrEqualTo(12);
        profiles.show(me, Section.SKILLS, Audience.CONNECTIONS);
        assertThat(grounds.between(me, others)).as("the leave of both").containsOnlyKeys(others.get(7));
        members.suspend(me);
        assertThat(grounds.between(me, others)).isEmpty();
    }

    private void names(MemberId member, Skill.Kind kind) {
        profiles.add(member, new Skill(kind, Term.of("Tide gauges")));
    }
}
