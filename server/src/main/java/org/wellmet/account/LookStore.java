package org.wellmet.account;

import java.time.ZoneId;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wellmet.member.MemberId;
import org.wellmet.web.Language;
import org.wellmet.web.Look;
import org.wellmet.web.Theme;

/// Rows of `member_look`. Each method is one statement and runs in the caller's transaction.
final class LookStore {
    private static final String SAVE = """
            INSERT INTO member_look (member_id, language, theme, zone)
            VALUES (:member, :language, :theme, :zone)
            ON CONFLICT (member_id) DO UPDATE SET language = :language, theme = :theme, zone = :zone
            """;

    private static final String FIND = "SELECT language, theme, zone FROM member_look WHERE member_id = :member";

    private final JdbcClient sql;

    LookStore(JdbcClient sql) {
        this.sql = sql;
    }

    void save(MemberId member, Look look) {
        sql.sql(SAVE)
                .param("member", member.value())
                .param("language", look.language().code())
                .param("theme", look.theme().code())
                .param("zone", look.zone().getId())
                .update();
    }

    Optional<Look> find(MemberId member) {
        return sql.sql(FIND)
                .param("member", member.value())
                .query((row, _) -> look(row.getString("language"), row.getString("theme"), row.getString("zone")))
                .optional()
                .flatMap(look -> look);
    }

    /// The look as it was written; empty when this version knows it no longer.
    static Optional<Look> look(String language, String theme, String zone) {
        Optional<Language> spoken = Language.of(language);
        Optional<Theme> shade = Theme.of(theme);
        Optional<ZoneId> place = Look.zone(zone);
        return spoken.isPresent() && shade.isPresent() && place.isPresent()
                ? Optional.of(new Look(spoken.get(), shade.get(), place.get()))
                : Optional.empty();
    }
}
