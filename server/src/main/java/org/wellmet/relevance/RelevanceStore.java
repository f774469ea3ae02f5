package org.wellmet.relevance;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wellmet.member.MemberId;

/// Rows of `relevance_version` and `relevance_weight`; reads how invitations ended. Runs in the caller's transaction.
final class RelevanceStore {
    private static final String VERSIONS = """
            SELECT id, made_at, answers FROM relevance_version ORDER BY id DESC LIMIT 100
            """;

    private static final String WEIGHTS = """
            SELECT band, signal, weight FROM relevance_weight WHERE version_id = :version
            """;

    private static final String ADD_VERSION = """
            INSERT INTO relevance_version (made_at, answers) VALUES (:at, :answers) RETURNING id
            """;

    private static final String ADD_WEIGHT = """
            INSERT INTO relevance_weight (version_id, band, signal, weight) VALUES (:version, :band, :signal, :weight)
            """;

    // All members' invitations, latest first: an operator's command, a scan.
    private static final String ANSWERS = """
            SELECT inviter_id, invitee_id, status = 'ACCEPTED' AS is_accepted
              FROM invitation
             WHERE status IN ('ACCEPTED', 'DECLINED')
             ORDER BY ended_at DESC, inviter_id, id
             LIMIT :limit
            """;

    private final JdbcClient sql;

    RelevanceStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// An invitation that was answered.
    record Answer(MemberId inviter, MemberId invitee, boolean isAccepted) {}

    List<WeightBook.Version> versions() {
        return sql.sql(VERSIONS)
                .query((row, _) -> new WeightBook.Version(
                        row.getLong("id"),
                        Optional.of(
                                row.getObject("made_at", OffsetDateTime.class).toInstant()),
                        row.getInt("answers")))
                .list();
    }

    Map<Band, Map<String, Double>> weights(long version) {
        Map<Band, Map<String, Double>> weights = new EnumMap<>(Band.class);
        sql.sql(WEIGHTS).param("version", version).query(row -> {
            weights.computeIfAbsent(Band.valueOf(row.getString("band")), _ -> new HashMap<>())
                    .put(row.getString("signal"), row.getDouble("weight"));
        });
        return weights;
    }

    long addVersion(Instant at, int answers) {
        return sql.sql(ADD_VERSION)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("answers", answers)
                .query(Long.class)
                .single();
    }

    void addWeight(long version, Band band, String signal, double weight) {
        sql.sql(ADD_WEIGHT)
                .param("version", version)
                .param("band", band.name())
                .param("signal", signal)
                .param("weight", weight)
                .update();
    }

    List<Answer> answers(int limit) {
        return sql.sql(ANSWERS)
                .param("limit", limit)
                .query((row, _) -> new Answer(
                        new MemberId(row.getLong("inviter_id")),
                        new MemberId(row.getLong("invitee_id")),
                        row.getBoolean("is_accepted")))
                .list();
    }
}
