package org.wellmet.connection;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wellmet.member.MemberId;

/// Rows of `invitation_meter` and `stranger_meter`. Each method is one statement and runs in the caller's transaction.
final class AllowanceStore {
    private static final String HOLD = """
            INSERT INTO METER (member_id, week, used) VALUES (:member, :week, 0)
            ON CONFLICT (member_id) DO UPDATE
               SET used = CASE WHEN METER.week = excluded.week THEN METER.used ELSE 0 END, week = excluded.week
            RETURNING used
            """;

    private static final String SPEND = """
            UPDATE METER SET used = used + 1 WHERE member_id = :member AND used < :limit
            """;

    private static final String USED = """
            SELECT coalesce((SELECT used FROM METER WHERE member_id = :member AND week = :week), 0)
            """;

    // The primary key
    private static final String FULL = """
            SELECT member_id FROM stranger_meter WHERE member_id = ANY(:members) AND week = :week AND used >= :most
            """;

    // invitation_pair_idx, as far as the inviter goes
    private static final String ACCEPTANCE = """
            SELECT count(*) FILTER (WHERE status = 'ACCEPTED') AS accepted,
                   count(*) FILTER (WHERE status = 'ACCEPTED' OR expires_at <= :now) AS counted
              FROM invitation
             WHERE inviter_id = :member AND status <> 'SUPERSEDED' AND sent_at > :since
            """;

    private final JdbcClient sql;

    AllowanceStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// What is counted, by the table that counts it.
    enum Meter {
        SENT("invitation_meter"),
        FROM_STRANGERS("stranger_meter");

        private final String table;

        Meter(String table) {
            this.table = table;
        }

        /// The statement on this table.
        private String in(String statement) {
            return statement.replace("METER", table);
        }
    }

    /// How many of the invitations that count were accepted.
    record Acceptance(long accepted, long counted) {}

    /// Takes hold of the member's row until the transaction ends. Returns what is used of the week.
    int hold(Meter meter, MemberId member, LocalDate week) {
        return sql.sql(meter.in(HOLD))
                .param("member", member.value())
                .param("week", week)
                .query(Integer.class)
                .single();
    }

    /// Uses one more of the week that is held. False, and nothing changed, when none is left.
    boolean spend(Meter meter, MemberId member, int limit) {
        return sql.sql(meter.in(SPEND))
                        .param("member", member.value())
                        .param("limit", limit)
                        .update()
                == 1;
    }

    int used(Meter meter, MemberId member, LocalDate week) {
        return sql.sql(meter.in(USED))
                .param("member", member.value())
                .param("week", week)
                .query(Integer.class)
                .single();
    }

    /// Those of the members who had as many from strangers in the week as one gets.
    Set<MemberId> full(Collection<MemberId> members, LocalDate week, int most) {
        return sql
                .sql(FULL)
                .param("members", members.stream().map(MemberId::value).toArray(Long[]::new))
                .param("week", week)
                .param("most", most)
                .query((row, _) -> new MemberId(row.getLong("member_id")))
                .list()
                .stream()
                .collect(Collectors.toUnmodifiableSet());
    }

    Acceptance acceptance(MemberId member, Instant now, Instant since) {
        return sql.sql(ACCEPTANCE)
                .param("member", member.value())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("since", since.atOffset(ZoneOffset.UTC))
                .query((row, _) -> new Acceptance(row.getLong("accepted"), row.getLong("counted")))
                .single();
    }
}
