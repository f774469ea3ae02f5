package org.wellmet.introduction;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.wellmet.member.MemberId;

/// How a row of `introduction` is read, for every store of this package.
final class IntroductionRow {
    /// All that [#read] reads.
    static final String COLUMNS = """
            id, asker_id, connector_id, target_id, status, to_connector, to_target, words, reason, asked_at, expires_at,
            forwarded_at, withdrawn_at
            """;

    /// Waits in the eyes of its asker: *silence is silence*.
    static final String SEEMS_TO_WAIT = """
            status IN ('ASKED', 'FORWARDED', 'DECLINED_UNSEEN', 'DECLINED_BY_TARGET', 'UNHEARD', 'VOIDED')
               AND withdrawn_at IS NULL
               AND expires_at > :now
            """;

    private IntroductionRow() {}

    static Introduction read(ResultSet row) throws SQLException {
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

    /// As the database takes them.
    static Long[] values(Collection<MemberId> members) {
        return members.stream().map(MemberId::value).toArray(Long[]::new);
    }

    /// As the database takes it.
    static OffsetDateTime utc(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}
