package org.wellmet.suggestion;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wellmet.connection.Cursors;
import org.wellmet.connection.Gate;
import org.wellmet.member.MemberId;

/// Rows of `suggestion_dismissal`, `suggestion_setting`, `suggestion_network` and `member_seen`, and what
/// suggestions ask of `invitation`, `introduction` and of gates. Each method is one statement and runs in the caller's
/// transaction.
final class SuggestionStore {
    /// Waiting invitations are counted up to here; whoever has more is as buried as one can be.
    private static final int MOST_COUNTED = 25;

    // suggestion_dismissal_latest_idx, invitation_pair_idx and invitation_of_invitee_idx
    static final String LEFT_OUT = """
            (SELECT other_id FROM suggestion_dismissal
              WHERE member_id = :member AND dismissed_at > :since
              ORDER BY dismissed_at DESC LIMIT :limit)
             UNION
            (SELECT invitee_id FROM invitation WHERE inviter_id = :member AND sent_at > :sent_since LIMIT :limit)
             UNION
            (SELECT inviter_id FROM invitation WHERE invitee_id = :member AND sent_at > :sent_since LIMIT :limit)
            """;

    // Primary keys, and invitation_received_idx for the count. The setting is asked for each: joined, all of them are
    // read once most members have chosen.
    static final String CIRCUMSTANCES = """
            SELECT member.id,
                   coalesce(member_seen.seen_on, (member.joined_at AT TIME ZONE 'UTC')::date) AS seen_on,
                   (SELECT count(*)
                      FROM (SELECT 1 FROM invitation
                             WHERE invitation.invitee_id = member.id
                               AND invitation.status = 'PENDING'
                               AND invitation.expires_at > :now
                             LIMIT :most) AS waiting) AS waiting_count,
                   coalesce(connection_setting.gate, invitation_rule.gate) AS gate
              FROM member
             CROSS JOIN invitation_rule
              LEFT JOIN connection_setting ON connection_setting.member_id = member.id
              LEFT JOIN member_seen ON member_seen.member_id = member.id
             WHERE member.id = ANY(:ids)
               AND member.status = 'ACTIVE'
               AND coalesce((SELECT is_suggested FROM suggestion_setting WHERE member_id = member.id), true)
               AND coalesce(connection_setting.gate, invitation_rule.gate) <> 'CLOSED'
            """;

    // The primary key and introduction_target_idx: nobody has many.
    static final String EVER_INTRODUCED = """
            SELECT target_id FROM introduction
             WHERE asker_id = :member AND target_id = ANY(:others) AND forwarded_at IS NOT NULL
             UNION
            SELECT asker_id FROM introduction
             WHERE target_id = :member AND asker_id = ANY(:others) AND forwarded_at IS NOT NULL
            """;

    private static final String DISMISS = """
            INSERT INTO suggestion_dismissal (member_id, other_id, kind, dismissed_at) VALUES (:member, :other, :kind, :at)
            ON CONFLICT (member_id, other_id) DO UPDATE SET kind = excluded.kind, dismissed_at = excluded.dismissed_at
            """;

    // suggestion_dismissal_latest_idx
    static final String FORGET_OLD = """
            DELETE FROM suggestion_dismissal
             WHERE member_id = :member
               AND (dismissed_at <= :since
                    OR other_id IN (SELECT other_id FROM suggestion_dismissal
                                     WHERE member_id = :member
                                     ORDER BY dismissed_at DESC, other_id DESC
                                    OFFSET :most))
            """;

    static final String RESTORE = """
            DELETE FROM suggestion_dismissal WHERE member_id = :member AND other_id = :other AND kind = 'DISMISSED'
            """;

    // suggestion_dismissal_latest_idx, keyset paging
    static final String DISMISSED = """
            SELECT other_id, dismissed_at FROM suggestion_dismissal
             WHERE member_id = :member
               AND kind = 'DISMISSED'
               AND dismissed_at > :since
               AND (dismissed_at, other_id) < (:before, :other)
             ORDER BY dismissed_at DESC, other_id DESC
             LIMIT :limit
            """;

    static final String IS_DISMISSED = """
            SELECT EXISTS (SELECT 1 FROM suggestion_dismissal
                            WHERE member_id = :member AND other_id = :other AND kind = 'DISMISSED' AND dismissed_at > :since)
            """;

    private static final String KEEP_CHOICE = """
            INSERT INTO suggestion_setting (member_id, is_suggested) VALUES (:member, :suggested)
            ON CONFLICT (member_id) DO UPDATE SET is_suggested = excluded.is_suggested
            """;

    private static final String KEEP_PEAK = """
            INSERT INTO suggestion_network (peak) VALUES (:peak) ON CONFLICT (is_only) DO UPDATE SET peak = excluded.peak
            """;

    private final JdbcClient sql;

    SuggestionStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// Somebody whom the member dismissed.
    record Dismissal(MemberId other, Instant at) {
        String cursor() {
            return Cursors.write(at, other.value());
        }
    }

    /// How somebody is placed just now: for the formula, never to be shown.
    record Circumstances(LocalDate seenOn, int waitingCount, Gate gate) {}

    /// Whom not to suggest to the member: dismissed or parted from since `since`, or with an invitation between the
    /// two, sent since `sentSince`. At most `limit` of each kind.
    Set<Long> leftOut(MemberId member, Instant since, Instant sentSince, int limit) {
        return new HashSet<>(sql.sql(LEFT_OUT)
                .param("member", member.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("sent_since", sentSince.atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query(Long.class)
                .list());
    }

    /// Those of the members who let themselves be suggested, and whose gate lets anybody in.
    Map<Long, Circumstances> circumstances(Collection<Long> ids, Instant now) {
        Map<Long, Circumstances> found = new HashMap<>();
        sql.sql(CIRCUMSTANCES)
                .param("ids", ids.toArray(Long[]::new))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("most", MOST_COUNTED)
                .query(row -> {
                    found.put(
                            row.getLong("id"),
                            new Circumstances(
                                    row.getObject("seen_on", LocalDate.class),
                                    row.getInt("waiting_count"),
                                    Gate.valueOf(row.getString("gate"))));
                });
        return found;
    }

    /// Those of the others between whom and the member an introduction was ever passed on.
    List<MemberId> everIntroduced(MemberId member, Collection<MemberId> others) {
        return others.isEmpty()
                ? List.of()
                : sql.sql(EVER_INTRODUCED)
                        .param("member", member.value())
                        .param("others", others.stream().map(MemberId::value).toArray(Long[]::new))
                        .query(SuggestionStore::member)
                        .list();
    }

    private static MemberId member(ResultSet row, int number) throws SQLException {
        return new MemberId(row.getLong(1));
    }

    void dismiss(MemberId member, MemberId other, String kind, Instant at) {
        sql.sql(DISMISS)
                .param("member", member.value())
                .param("other", other.value())
                .param("kind", kind)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .update();
    }

    /// Forgets what was dismissed before `since`, and all but the latest `most`.
    void forgetOld(MemberId member, Instant since, int most) {
        sql.sql(FORGET_OLD)
                .param("member", member.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }

    /// False when the member had not dismissed the other.
    boolean restore(MemberId member, MemberId other) {
        return sql.sql(RESTORE)
                        .param("member", member.value())
                        .param("other", other.value())
                        .update()
                == 1;
    }

    /// Whom the member dismissed since `since`, latest first, from that place on.
    List<Dismissal> dismissed(MemberId member, Instant since, Cursors.Place from, int limit) {
        return sql.sql(DISMISSED)
                .param("member", member.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("before", from.at().atOffset(ZoneOffset.UTC))
                .param("other", from.id())
                .param("limit", limit)
                .query((row, _) -> new Dismissal(
                        new MemberId(row.getLong("other_id")),
                        row.getTimestamp("dismissed_at").toInstant()))
                .list();
    }

    boolean isDismissed(MemberId member, MemberId other, Instant since) {
        return sql.sql(IS_DISMISSED)
                .param("member", member.value())
                .param("other", other.value())
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query(Boolean.class)
                .single();
    }

    Optional<Boolean> isSuggested(MemberId member) {
        return sql.sql("SELECT is_suggested FROM suggestion_setting WHERE member_id = :member")
                .param("member", member.value())
                .query(Boolean.class)
                .optional();
    }

    void keepChoice(MemberId member, boolean isSuggested) {
        sql.sql(KEEP_CHOICE)
                .param("member", member.value())
                .param("suggested", isSuggested)
                .update();
    }

    Optional<Integer> peak() {
        return sql.sql("SELECT peak FROM suggestion_network")
                .query(Integer.class)
                .optional();
    }

    void keepPeak(int peak) {
        sql.sql(KEEP_PEAK).param("peak", peak).update();
    }
}
