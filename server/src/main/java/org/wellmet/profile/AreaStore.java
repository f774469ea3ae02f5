package org.wellmet.profile;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Audience;

/// The areas in `profile`, with their audience. Each method is one statement.
final class AreaStore {
    // Primary keys.
    private static final String AREAS = """
            SELECT profile.member_id, profile.area, profile.area_id, profile_audience.audience
              FROM profile
              LEFT JOIN profile_audience ON profile_audience.member_id = profile.member_id
                                        AND profile_audience.section = 'PERSON'
             WHERE profile.member_id = ANY(:ids)
               AND profile.area <> ''
            """;

    // profile_area_member_idx, in its order
    static final String SAME_AREA = """
            SELECT profile.member_id
              FROM profile
             WHERE profile.area_id = :area
               AND profile.member_id <> :member
               AND NOT EXISTS (SELECT 1 FROM profile_audience
                                WHERE profile_audience.member_id = profile.member_id
                                  AND profile_audience.section = 'PERSON'
                                  AND profile_audience.audience NOT IN ('MEMBERS', 'PUBLIC'))
             ORDER BY profile.member_id DESC
             LIMIT :limit
            """;

    private final JdbcClient sql;

    AreaStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// Where somebody lives, and to whom they show it.
    record Area(String text, Optional<String> id, Audience audience) {}

    Map<MemberId, Area> areas(Collection<MemberId> members) {
        Map<MemberId, Area> areas = new HashMap<>();
        sql.sql(AREAS)
                .param("ids", members.stream().map(MemberId::value).toArray(Long[]::new))
                .query(row -> {
                    String audience = row.getString("audience");
                    areas.put(
                            new MemberId(row.getLong("member_id")),
                            new Area(
                                    row.getString("area"),
                                    Optional.ofNullable(row.getString("area_id")),
                                    audience == null ? Section.PERSON.usualAudience() : Audience.valueOf(audience)));
                });
        return areas;
    }

    /// Those of that area who show it to all members, the latest to join first.
    List<MemberId> ofArea(String areaId, MemberId but, int limit) {
        return sql.sql(SAME_AREA)
                .param("area", areaId)
                .param("member", but.value())
                .param("limit", limit)
                .query((row, _) -> new MemberId(row.getLong("member_id")))
                .list();
    }
}
