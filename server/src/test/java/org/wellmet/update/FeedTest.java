package org.wellmet.update;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.wellmet.CountedStatements;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Audience;
import org.wellmet.visibility.Viewer;
import org.wellmet.visibility.Visibility;

@Import(CountedStatements.class)
class FeedTest extends UpdateTest {
    @Autowired
    private Feed feed;

    @Autowired
    private Visibility visibility;

    @Test
    void aPageIsThreeRoundTripsToTheDatabase() {
        for (int number = 0; number < 5; number++) {
            UpdateId id = share(ada, "Number " + number + " with @" + handle(edsger), Audience.MEMBERS);
            comment(grace, id, "A comment");
            reactions.set(grace, id, true);
        }
        AtomicInteger statements = new AtomicInteger();
        List<ShownUpdate> shown = CountedStatements.counting(statements, () -> feed.page(grace, ""))
                .orElseThrow()
                .updates();
        assertThat(shown).hasSize(5);
        assertThat(statements).hasValueLessThanOrEqualTo(3);
    }

    @Test
    void theHotQueryIsServedByItsIndexes() {
        // Enough rows that a plan without the indexes would be dearer, in a transaction that is taken back.
        List<String> plan = takenBack(() -> {
            sql.sql("""
                    WITH writer AS (
                        INSERT INTO member (handle, name, status, joined_at)
                        SELECT 'plan-' || n, 'Plan', 'ACTIVE', now() FROM generate_series(1, 400) AS n
                        RETURNING id)
                    INSERT INTO member_update (member_id, body, audience, posted_at)
                    SELECT writer.id, 'x', 'MEMBERS', now() - n * interval '1 minute'
                      FROM writer CROSS JOIN generate_series(1, 100) AS n
                    """).update();
            // Without triggers: each would hold a lock on its pair, more than PostgreSQL keeps.
            sql.sql("SET LOCAL session_replication_role = replica").update();
            sql.sql("""
                    WITH pair AS (SELECT a.id AS a, b.id AS b
                                    FROM member AS a JOIN member AS b ON b.id > a.id AND b.id <= a.id + 30
                                   WHERE a.handle LIKE 'plan-%' AND b.handle LIKE 'plan-%'
                                   UNION ALL
                                  SELECT :viewer, id FROM member WHERE handle LIKE 'plan-%')
                    INSERT INTO connection (member_id, other_id, since)
                    SELECT a, b, now() FROM pair UNION ALL SELECT b, a, now() FROM pair
                    """).param("viewer", mallory.value()).update();
            sql.sql("ANALYZE member_update").update();
            sql.sql("ANALYZE connection").update();
            return sql.sql("EXPLAIN (ANALYZE, COSTS OFF, TIMING OFF, BUFFERS OFF) " + UpdateStore.FEED)
                    .param("viewer", mallory.value())
                    .param("at", Spot.TOP.at().atOffset(ZoneOffset.UTC))
                    .param("id", Spot.TOP.id())
                    .param("limit", 21)
                    .query(String.class)
                    .list();
        });
        assertThat(String.join("\n", plan))
                .contains("member_update_feed_idx")
                .doesNotContain("Seq Scan on member_update")
                .as("what does not grow with the table")
                .doesNotContain("Seq Scan on connection");
    }

    @Test
    void theRuleInSqlIsTheRuleOfVisibility() {
        members.suspend(edsger);
        block(ada, mallory);
        sql.sql("UPDATE member SET is_public = true WHERE id = :id")
                .param("id", grace.value())
                .update();
        List<MemberId> all = List.of(ada, grace, edsger, mallory);
        for (MemberId member : all) {
            for (MemberId viewer : all) {
                assertThat(isSeenBy(member, viewer.value())).isEqualTo(visibility.maySee(Viewer.of(viewer), member));
            }
            assertThat(isSeenBy(member, 0)).isEqualTo(visibility.maySee(Viewer.ANONYMOUS, member));
        }
    }

    private boolean isSeenBy(MemberId member, long viewer) {
        return sql.sql("SELECT is_seen_by(:member, :viewer)")
                .param("member", member.value())
                .param("viewer", viewer)
                .query(Boolean.class)
                .single();
    }
}
