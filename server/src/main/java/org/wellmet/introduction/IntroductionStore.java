package org.wellmet.introduction;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wellmet.member.MemberId;

/// Rows of `introduction` as the three ask and answer. Each method is one statement and runs in the caller's
/// transaction.
final class IntroductionStore {
    // Inserts nothing where a limit is reached. introduction_pkey serves the asker, introduction_connector_idx the
    // connector.
    private static final String INSERT = """
            INSERT INTO introduction (asker_id, connector_id, target_id, status, to_connector, to_target, asked_at,
                                      expires_at)
            SELECT :asker, :connector, :target, 'ASKED', :to_connector, :to_target, :now, :expires
             WHERE (SELECT count(*) FROM introduction WHERE asker_id = :asker AND %1$s) < :most_waiting
               AND (SELECT count(*) FROM introduction WHERE asker_id = :asker AND asked_at > :week_ago) < :most_a_week
               AND (SELECT count(*) FROM introduction
                     WHERE connector_id = :connector AND status = 'ASKED' AND expires_at > :now) < :most_at_connector
            RETURNING id
            """.formatted(IntroductionRow.SEEMS_TO_WAIT);

    private static final String ASKED_SINCE = """
            SELECT asked_at FROM introduction WHERE asker_id = :asker AND asked_at > :then ORDER BY asked_at, id LIMIT 1
            """;

    private static final String COUNTS = """
            SELECT count(*) FILTER (WHERE asker_id = :asker AND %1$s) AS waiting,
                   count(*) FILTER (WHERE asker_id = :asker AND asked_at > :week_ago) AS asked
              FROM introduction
             WHERE asker_id = :asker
            """.formatted(IntroductionRow.SEEMS_TO_WAIT);

    // introduction_one_open_idx, or the asker's rows
    private static final String OF_PAIR = """
            SELECT %s FROM introduction WHERE asker_id = :asker AND target_id = :target ORDER BY id DESC LIMIT :limit
            """.formatted(IntroductionRow.COLUMNS);

    // introduction_id_idx
    private static final String OF = """
            SELECT %s FROM introduction WHERE id = ANY(:ids) AND :member IN (asker_id, connector_id, target_id)
            """.formatted(IntroductionRow.COLUMNS);

    private static final String FORWARD = """
            UPDATE introduction
               SET status = :status, words = :words, forwarded_at = :now, expires_at = :expires,
                   ended_at = CASE WHEN :status = 'UNHEARD' THEN :now::timestamptz END
             WHERE asker_id = :asker AND id = :id AND status = 'ASKED' AND expires_at > :now
            """;

    private static final String END = """
            UPDATE introduction
               SET status = :status, reason = :reason, ended_at = :now
             WHERE asker_id = :asker AND id = :id AND status = :from AND expires_at > :now
            """;

    private static final String HOLD_OPEN = """
            SELECT id FROM introduction
             WHERE asker_id = :asker AND id = :id AND status = :from AND expires_at > :now
               FOR UPDATE
            """;

    private static final String SEEM_WITHDRAWN = """
            UPDATE introduction
               SET withdrawn_at = :now
             WHERE asker_id = :asker
               AND id = :id
               AND status IN ('DECLINED_UNSEEN', 'DECLINED_BY_TARGET', 'UNHEARD', 'VOIDED')
               AND withdrawn_at IS NULL
            """;

    // introduction_one_open_idx
    private static final String LAPSE = """
            UPDATE introduction
               SET status = 'LAPSED', ended_at = expires_at
             WHERE asker_id = :asker
               AND target_id = :target
               AND status IN ('ASKED', 'FORWARDED')
               AND expires_at <= :now
            """;

    private final JdbcClient sql;

    IntroductionStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// Writes one that is asked; empty where a limit is reached.
    Optional<Long> insert(Introduction draft, Instant weekAgo) {
        return sql.sql(INSERT)
                .param("asker", draft.asker().value())
                .param("connector", draft.connector().value())
                .param("target", draft.target().value())
                .param("to_connector", draft.toConnector().text())
                .param("to_target", draft.toTarget().text())
                .param("now", IntroductionRow.utc(draft.askedAt()))
                .param("expires", IntroductionRow.utc(draft.expiresAt()))
                .param("week_ago", IntroductionRow.utc(weekAgo))
                .param("most_waiting", Introductions.MOST_WAITING)
                .param("most_a_week", Introductions.MOST_A_WEEK)
                .param("most_at_connector", Introductions.MOST_AT_CONNECTOR)
                .query(Long.class)
                .optional();
    }

    /// How much of the asker's limits is used.
    ///
    /// @param waiting those that seem to wait
    /// @param asked those asked in the week
    record Used(long waiting, long asked) {}

    Used used(MemberId asker, Instant now, Instant weekAgo) {
        return sql.sql(COUNTS)
                .param("asker", asker.value())
                .param("now", IntroductionRow.utc(now))
                .param("week_ago", IntroductionRow.utc(weekAgo))
                .query((row, _) -> new Used(row.getLong("waiting"), row.getLong("asked")))
                .single();
    }

    /// When the first one after `then` was asked.
    Optional<Instant> firstAskedSince(MemberId asker, Instant then) {
        return sql.sql(ASKED_SINCE)
                .param("asker", asker.value())
                .param("then", IntroductionRow.utc(then))
                .query((row, _) -> row.getTimestamp("asked_at").toInstant())
                .optional();
    }

    /// The latest between the two in this direction, latest first.
    List<Introduction> ofPair(MemberId asker, MemberId target, int limit) {
        return sql.sql(OF_PAIR)
                .param("asker", asker.value())
                .param("target", target.value())
                .param("limit", limit)
                .query((row, _) -> IntroductionRow.read(row))
                .list();
    }

    /// Those of `ids` in which the member has a part.
    List<Introduction> of(MemberId member, Collection<Long> ids) {
        return sql.sql(OF)
                .param("ids", ids.toArray(Long[]::new))
                .param("member", member.value())
                .query((row, _) -> IntroductionRow.read(row))
                .list();
    }

    /// Passes it on, to `FORWARDED` or `UNHEARD`. False when it waits for the connector no more.
    boolean forward(Introduction asked, IntroductionStatus to, IntroductionText words, Instant now) {
        return sql.sql(FORWARD)
                        .param("asker", asked.asker().value())
                        .param("id", asked.id())
                        .param("status", to.name())
                        .param("words", words.text())
                        .param("now", IntroductionRow.utc(now))
                        .param("expires", IntroductionRow.utc(now.plus(Introductions.LIFE_AT_TARGET)))
                        .update()
                == 1;
    }

    /// Keeps one waiting as it was read until the transaction ends. False when it waits so no more.
    boolean holdOpen(Introduction open, Instant now) {
        return sql.sql(HOLD_OPEN)
                .param("asker", open.asker().value())
                .param("id", open.id())
                .param("from", open.status().name())
                .param("now", IntroductionRow.utc(now))
                .query(Long.class)
                .optional()
                .isPresent();
    }

    /// Ends one that waits as it was read. False when it waits so no more.
    boolean end(Introduction open, IntroductionStatus status, Instant now) {
        return end(open, status, null, now);
    }

    /// Ends one that waits for the connector, who says why not. False when it waits so no more.
    boolean decline(Introduction open, DeclineReason reason, Instant now) {
        return end(open, IntroductionStatus.DECLINED, reason.text(), now);
    }

    private boolean end(Introduction open, IntroductionStatus status, @Nullable String reason, Instant now) {
        return sql.sql(END)
                        .param("asker", open.asker().value())
                        .param("id", open.id())
                        .param("from", open.status().name())
                        .param("status", status.name())
                        .param("reason", reason)
                        .param("now", IntroductionRow.utc(now))
                        .update()
                == 1;
    }

    /// Ends one for its asker that had ended in silence.
    boolean seemWithdrawn(Introduction ended, Instant now) {
        return sql.sql(SEEM_WITHDRAWN)
                        .param("asker", ended.asker().value())
                        .param("id", ended.id())
                        .param("now", IntroductionRow.utc(now))
                        .update()
                == 1;
    }

    /// Ends what is over its time.
    void lapse(MemberId asker, MemberId target, Instant now) {
        sql.sql(LAPSE)
                .param("asker", asker.value())
                .param("target", target.value())
                .param("now", IntroductionRow.utc(now))
                .update();
    }
}
