package org.wellmet.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/// How buried in invitations and how long away somebody is.
class AvailabilityTest extends SuggestionTest {
    @Test
    void aSessionIsNotedByTheDay() {
        sql.sql("""
                        INSERT INTO session (member_id, key_hash, browser, system, created_at, last_seen_at)
                        VALUES (:member, sha256(('seen ' || :member)::bytea), 'Firefox', 'Linux', now(), now() - interval '40 days')
                        """).param("member", other.value()).update();
        assertThat(availability()).isEqualTo(0.5);
        sql.sql("UPDATE session SET last_seen_at = now() WHERE member_id = :member")
                .param("member", other.value())
                .update();
        assertThat(availability()).isEqualTo(1);
        sql.sql("DELETE FROM session WHERE member_id = :member")
                .param("member", other.value())
                .update();
        assertThat(availability()).isEqualTo(1);
    }

    @Test
    void howBuriedAndHowQuietSomebodyIsComesOutTogetherAndInSteps() {
        Set<Double> steps = new TreeSet<>();
        for (int waiting = 0; waiting < 8; waiting++) {
            invitation(aMember("Inviter " + waiting), other, "PENDING", 1);
            steps.add(availability());
        }
        seen(other, 100);
        steps.add(availability());
        assertThat(steps).containsExactly(0.25, 0.5, 1.0);
    }
}
