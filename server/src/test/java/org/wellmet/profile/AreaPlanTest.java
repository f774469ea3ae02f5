package org.wellmet.profile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.wellmet.ServerTest;

/// Those of an area are found by its index, in the index's order, when there are many members.
class AreaPlanTest extends ServerTest {
    private static final int PROFILES = 50_000;

    @Test
    void thoseOfAnAreaWalkTheirIndexAmongFiftyThousand() {
        List<String> plan = takenBack(() -> {
            sql.sql("SET LOCAL session_replication_role = replica").update(); // no members behind these
            sql.sql("""
                    INSERT INTO profile (member_id, area, area_id)
                    SELECT 900000000 + number, 'Area ' || number % 20, (number % 20)::text
                      FROM generate_series(1, :count) AS number
                    """).param("count", PROFILES).update();
            sql.sql("ANALYZE profile").update();
            return sql.sql("EXPLAIN " + AreaStore.SAME_AREA)
                    .param("area", "7")
                    .param("member", 1L)
                    .param("limit", 100)
                    .query(String.class)
                    .list();
        });
        assertThat(String.join("\n", plan))
                .contains("profile_area_member_idx")
                .doesNotContain("Sort")
                .doesNotContain("Seq Scan on profile ");
    }
}
