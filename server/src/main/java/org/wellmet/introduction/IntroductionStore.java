package org.wellmet.introduction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wellmet.member.MemberId;

/// Rows of `introduction`. Each method is one statement and runs in the caller's transaction.
final class IntroductionStore {
    private static final String COLUMNS = """
            id, asker_id, connector_id, target_id, status, to_connector, to_target, words, reason, asked_at, expires_at,
            forwarded_at, withdrawn_at
            """;

    /// Waits in the eyes of its asker: *silence is silence*.
    private static final String SEEMS_TO_WAIT = """
            status IN ('ASKED', 'FORWARDED', 'DECLINED_UNSEEN', 'DECLINED_BY_TARGET', 'VOIDED')
               AND withdrawn_at IS NULL
               AND expires_at > :now
            """;

    // In the order of ids, so that nobody waits in a circle; a deletion waits for these, or these find nobody.
    private static final String HOLD = "SELECT id FROM member WHERE id = ANY(:ids) ORDER BY id FOR KEY SHARE";

    // As HOLD, and those who ask or are asked queue, so that the counts below are exact.
    private static final String QUEUE = "SELECT id FROM member WHERE id = ANY(:ids) ORDER BY id FOR NO KEY UPDATE";

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
            """.formatted(SEEMS_TO_WAIT);

    private static final String ASKED_SINCE = """
            SELECT asked_at FROM introduction WHERE asker_id = :asker AND asked_at > :then ORDER BY asked_at, id LIMIT 1
            """;

    private static final String COUNTS = """
            SELECT count(*) FILTER (WHERE asker_id = :asker AND %1$s) AS waiting,
                   count(*) FILTER (WHERE asker_id = :asker AND asked_at > :week_ago) AS asked
              FROM introduction
             WHERE asker_id = :asker
            """.formatted(SEEMS_TO_WAIT);

    // introduction_one_open_idx, or the asker's rows
    private static final String OF_PAIR = """
            SELECT %s FROM introduction WHERE asker_id = :asker AND target_id = :target ORDER BY id DESC LIMIT :limit
            """.formatted(COLUMNS);

    // introduction_id_idx
    private static final String OF = """
            SELECT %s FROM introduction WHERE id = ANY(:ids) AND :member IN (asker_id, connector_id, target_id)
            """.formatted(COLUMNS);

    // introduction_pkey, keyset paging
    private static final String ASKED_BY = """
            SELECT %s FROM introduction WHERE asker_id = :member AND id < :before ORDER BY id DESC LIMIT :limit
            """.formatted(COLUMNS);

    // introduction_connector_idx, keyset paging
    private static final String ANSWERED_BY = """
            SELECT %s FROM introduction
             WHERE connector_id = :member
               AND id < :before
               AND NOT (status = 'ASKED' AND expires_at > :now)
             ORDER BY id DESC
             LIMIT :limit
            """.formatted(COLUMNS);

    // introduction_target_idx and introduction_connector_idx
    private static final String WAITING_FOR = """
            SELECT %1$s FROM introduction
             WHERE (target_id = :member AND status = 'FORWARDED' OR connector_id = :member AND status = 'ASKED')
               AND expires_at > :now
             ORDER BY id DESC
             LIMIT :limit
            """.formatted(COLUMNS);

    private static final String FORWARD = """
            UPDATE introduction
               SET status = 'FORWARDED', words = :words, forwarded_at = :now, expires_at = :expires
             WHERE asker_id = :asker AND id = :id AND status = 'ASKED' AND expires_at > :now
            """;

    private static final String END = """
            UPDATE introduction
               SET status = :status, reason = :reason, ended_at = :now
             WHERE asker_id = :asker AND id = :id AND status = :from AND expires_at > :now
            """;

    private static final String SEEM_WITHDRAWN = """
            UPDATE introduction
               SET withdrawn_at = :now
             WHERE asker_id = :asker
               AND id = :id
               AND status IN ('DECLINED_UNSEEN', 'DECLINED_BY_TARGET', 'VOIDED')
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

    // The rows are taken in the order of their ids, so that two blocks never wait for each other in a circle. What had
    // ended in silence ends for its asker, too, where the asker is one of the two.
    private static final String END_BETWEEN = """
            WITH taken AS (
                SELECT asker_id, id FROM introduction
                 WHERE (%s)
                   AND %s
                 ORDER BY id
                   FOR UPDATE)
            UPDATE introduction AS one
               SET status = CASE WHEN one.status IN ('ASKED', 'FORWARDED') THEN :status ELSE one.status END,
                   ended_at = coalesce(one.ended_at, :now),
                   withdrawn_at = CASE WHEN one.asker_id IN (:a, :b) THEN :now::timestamptz END
              FROM taken
             WHERE one.asker_id = taken.asker_id AND one.id = taken.id
            """;

    private static final String ENDS_MEET = "(asker_id, target_id) IN ((:a, :b), (:b, :a))";

    private static final String VOID = END_BETWEEN.formatted("""
            (asker_id, connector_id) IN ((:a, :b), (:b, :a))
                    OR (connector_id, target_id) IN ((:a, :b), (:b, :a))
                    OR %s""".formatted(ENDS_MEET), SEEMS_TO_WAIT);

    private static final String OVERTAKE = END_BETWEEN.formatted(ENDS_MEET, SEEMS_TO_WAIT);

    private static final String TALLY = """
            SELECT count(*) AS count,
                   count(forwarded_at) AS forwarded_count,
                   count(*) FILTER (WHERE status = 'ACCEPTED') AS connected_count
              FROM introduction
            """;

    // Each side by the asker's rows.
    private static final String FORWARDED_BETWEEN = """
            SELECT %s FROM introduction
             WHERE (asker_id, target_id) IN ((:a, :b), (:b, :a))
               AND forwarded_at > :then
             ORDER BY forwarded_at DESC, id DESC
             LIMIT :limit
            """.formatted(COLUMNS);

    // introduction_pkey and introduction_connector_idx
    private static final String TOUCHES = """
            SELECT other_id, count(*) AS touches
              FROM (SELECT connector_id AS other_id FROM introduction
                     WHERE asker_id = :member AND forwarded_at > :then
                    UNION ALL
                    SELECT asker_id FROM introduction WHERE connector_id = :member AND forwarded_at > :then) AS touch
             WHERE other_id = ANY(:others)
             GROUP BY other_id
            """;

    private final JdbcClient sql;

    IntroductionStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// Holds the three until the transaction ends. False when one of them is not there any more.
    boolean hold(List<MemberId> three) {
        return locked(HOLD, three);
    }

    /// As [#hold]; whoever asks or is asked at the same time waits behind.
    boolean queue(List<MemberId> three) {
        return locked(QUEUE, three);
    }

    private boolean locked(String statement, List<MemberId> three) {
        return sql.sql(statement)
                        .param("ids", values(three))
                        .query(Long.class)
                        .list()
                        .size()
                == three.size();
    }

    /// Writes one that is asked; empty where a limit is reached.
    Optional<Long> insert(Introduction draft, Instant weekAgo) {
        return sql.sql(INSERT)
                .param("asker", draft.asker().value())
                .param("connector", draft.connector().value())
                .param("target", draft.target().value())
                .param("to_connector", draft.toConnector().text())
                .param("to_target", draft.toTarget().text())
                .param("now", utc(draft.askedAt()))
                .param("expires", utc(draft.expiresAt()))
                .param("week_ago", utc(weekAgo))
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
                .param("now", utc(now))
                .param("week_ago", utc(weekAgo))
                .query((row, _) -> new Used(row.getLong("waiting"), row.getLong("asked")))
                .single();
    }

    /// When the first one after `then` was asked.
    Optional<Instant> firstAskedSince(MemberId asker, Instant then) {
        return sql.sql(ASKED_SINCE)
                .param("asker", asker.value())
                .param("then", utc(then))
                .query((row, _) -> row.getTimestamp("asked_at").toInstant())
                .optional();
    }

    /// The latest between the two in this direction, latest first.
    List<Introduction> ofPair(MemberId asker, MemberId target, int limit) {
        return sql.sql(OF_PAIR)
                .param("asker", asker.value())
                .param("target", target.value())
                .param("limit", limit)
                .query((row, _) -> toIntroduction(row))
                .list();
    }

    /// Those of `ids` in which the member has a part.
    List<Introduction> of(MemberId member, Collection<Long> ids) {
        return sql.sql(OF)
                .param("ids", ids.toArray(Long[]::new))
                .param("member", member.value())
                .query((row, _) -> toIntroduction(row))
                .list();
    }

    List<Introduction> askedBy(MemberId asker, long before, int limit) {
        return sql.sql(ASKED_BY)
                .param("member", asker.value())
                .param("before", before)
                .param("limit", limit)
                .query((row, _) -> toIntroduction(row))
                .list();
    }

    /// Those that wait for this connector no more.
    List<Introduction> answeredBy(MemberId connector, Instant now, long before, int limit) {
        return sql.sql(ANSWERED_BY)
                .param("member", connector.value())
                .param("now", utc(now))
                .param("before", before)
                .param("limit", limit)
                .query((row, _) -> toIntroduction(row))
                .list();
    }

    /// Those that wait for an answer of this member, as connector or target.
    List<Introduction> waitingFor(MemberId member, Instant now, int limit) {
        return sql.sql(WAITING_FOR)
                .param("member", member.value())
                .param("now", utc(now))
                .param("limit", limit)
                .query((row, _) -> toIntroduction(row))
                .list();
    }

    /// False when it waits for the connector no more.
    boolean forward(Introduction asked, IntroductionText words, Instant now, Instant expiresAt) {
        return sql.sql(FORWARD)
                        .param("asker", asked.asker().value())
                        .param("id", asked.id())
                        .param("words", words.text())
                        .param("now", utc(now))
                        .param("expires", utc(expiresAt))
                        .update()
                == 1;
    }

    /// Ends one that waits as it was read. False when it waits so no more.
    boolean end(Introduction open, IntroductionStatus status, Optional<DeclineReason> reason, Instant now) {
        return sql.sql(END)
                        .param("asker", open.asker().value())
                        .param("id", open.id())
                        .param("from", open.status().name())
                        .param("status", status.name())
                        .param("reason", reason.map(DeclineReason::text).orElse(null))
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /// Ends one for its asker that had ended in silence.
    boolean seemWithdrawn(Introduction ended, Instant now) {
        return sql.sql(SEEM_WITHDRAWN)
                        .param("asker", ended.asker().value())
                        .param("id", ended.id())
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    /// Ends what is over its time.
    void lapse(MemberId asker, MemberId target, Instant now) {
        sql.sql(LAPSE)
                .param("asker", asker.value())
                .param("target", target.value())
                .param("now", utc(now))
                .update();
    }

    /// Ends what is open and needs these two, whatever their parts.
    void voidBetween(MemberId a, MemberId b, Instant now) {
        endBetween(VOID, IntroductionStatus.VOIDED, a, b, now);
    }

    /// Ends what would introduce these two, who have connected.
    void overtake(MemberId a, MemberId b, Instant now) {
        endBetween(OVERTAKE, IntroductionStatus.OVERTAKEN, a, b, now);
    }

    private void endBetween(String statement, IntroductionStatus status, MemberId a, MemberId b, Instant now) {
        sql.sql(statement)
                .param("a", a.value())
                .param("b", b.value())
                .param("status", status.name())
                .param("now", utc(now))
                .update();
    }

    Tally tally(MemberId member, Role role) {
        String part = switch (role) {
            case ASKER -> " WHERE asker_id = :member";
            case CONNECTOR -> " WHERE connector_id = :member";
            case TARGET -> " WHERE target_id = :member AND forwarded_at IS NOT NULL";
        };
        return sql.sql(TALLY + part)
                .param("member", member.value())
                .query((row, _) ->
                        new Tally(row.getLong("count"), row.getLong("forwarded_count"), row.getLong("connected_count")))
                .single();
    }

    /// Those between the two, in either direction, that were forwarded after `then`, latest first.
    List<Introduction> forwardedBetween(MemberId a, MemberId b, Instant then, int limit) {
        return sql.sql(FORWARDED_BETWEEN)
                .param("a", a.value())
                .param("b", b.value())
                .param("then", utc(then))
                .param("limit", limit)
                .query((row, _) -> toIntroduction(row))
                .list();
    }

    /// How many were forwarded after `then` between the member and each of the others, one asking, one forwarding.
    Map<MemberId, Integer> touches(MemberId member, Collection<MemberId> others, Instant then) {
        Map<MemberId, Integer> touches = new HashMap<>();
        sql.sql(TOUCHES)
                .param("member", member.value())
                .param("others", values(others))
                .param("then", utc(then))
                .query(row -> {
                    touches.put(new MemberId(row.getLong("other_id")), row.getInt("touches"));
                });
        return touches;
    }

    private static Long[] values(Collection<MemberId> members) {
        return members.stream().map(MemberId::value).toArray(Long[]::new);
    }

    private static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }

    private static Introduction toIntroduction(ResultSet row) throws SQLException {
        return new Introduction(
                row.getLong("id"),
                new MemberId(row.getLong("asker_id")),
                new MemberId(row.getLong("connector_id")),
                new MemberId(row.getLong("target_id")),
                IntroductionStatus.valueOf(row.getString("status")),
                new IntroductionText(row.getString("to_connector")),
                new IntroductionText(row.getString("to_target")),
                Optional.ofNullable(row.getString("words")).map(IntroductionText::new),
                Optional.ofNullable(row.getString("reason")).map(DeclineReason::new),
                row.getTimestamp("asked_at").toInstant(),
                row.getTimestamp("expires_at").toInstant(),
                instant(row.getTimestamp("forwarded_at")),
                instant(row.getTimestamp("withdrawn_at")));
    }

    private static Optional<Instant> instant(@Nullable Timestamp at) {
        return Optional.ofNullable(at).map(Timestamp::toInstant);
    }
}
