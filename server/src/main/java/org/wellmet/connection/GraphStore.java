package org.wellmet.connection;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wellmet.graph.ListAudience;
import org.wellmet.member.MemberStatus;
import org.wellmet.visibility.Audience;

/// What the live graph reads of `member`, `connection` and `connection_setting`. Each method is one statement.
final class GraphStore {
    private static final String VERTICES = """
            SELECT member.id, member.status, connection_setting.list_audience
              FROM member
              LEFT JOIN connection_setting ON connection_setting.member_id = member.id
            """;

    private static final String ALL_EDGES = """
            SELECT member_id, other_id FROM connection WHERE member_id < other_id
            """; // scatter

    // One look at the primary key per pair.
    private static final String STANDING_EDGES = """
            SELECT connection.member_id, connection.other_id
              FROM unnest(:members::bigint[], :others::bigint[]) AS asked (member_id, other_id)
              JOIN connection USING (member_id, other_id)
            """;

    /// Rows fetched at once while everything is read: bounds memory.
    private static final int FETCH_SIZE = 10_000;

    private final JdbcClient sql;

    GraphStore(JdbcClient sql) {
        this.sql = sql;
    }

    /// A member as the graph needs them.
    record Vertex(long key, boolean isActive, ListAudience audience) {}

    /// Two members, the one with the smaller id first.
    record Pair(long memberId, long otherId) {
        static Pair of(long a, long b) {
            return new Pair(Math.min(a, b), Math.max(a, b));
        }
    }

    void allVertices(Consumer<Vertex> consumer) {
        sql.sql(VERTICES).withFetchSize(FETCH_SIZE).query(row -> {
            consumer.accept(toVertex(row));
        });
    }

    void allEdges(Consumer<Pair> consumer) {
        sql.sql(ALL_EDGES).withFetchSize(FETCH_SIZE).query(row -> {
            consumer.accept(toPair(row));
        });
    }

    List<Vertex> vertices(Collection<Long> keys) {
        return sql.sql(VERTICES + " WHERE member.id = ANY(:keys)")
                .param("keys", keys.toArray(Long[]::new))
                .query((row, _) -> toVertex(row))
                .list();
    }

    /// Those of the pairs that are connected.
    Set<Pair> connected(Collection<Pair> pairs) {
        return new HashSet<>(sql.sql(STANDING_EDGES)
                .param("members", pairs.stream().map(Pair::memberId).toArray(Long[]::new))
                .param("others", pairs.stream().map(Pair::otherId).toArray(Long[]::new))
                .query((row, _) -> toPair(row))
                .list());
    }

    private static Vertex toVertex(ResultSet row) throws SQLException {
        String audience = row.getString("list_audience");
        return new Vertex(
                row.getLong("id"),
                MemberStatus.valueOf(row.getString("status")) == MemberStatus.ACTIVE,
                audience == null ? ListAudience.EVERYONE : toListAudience(Audience.valueOf(audience)));
    }

    private static ListAudience toListAudience(Audience audience) {
        return switch (audience) {
            case ME -> ListAudience.NOBODY;
            case CONNECTIONS -> ListAudience.CONNECTIONS;
            case SECOND, MEMBERS, PUBLIC -> ListAudience.EVERYONE;
        };
    }

    private static Pair toPair(ResultSet row) throws SQLException {
        return new Pair(row.getLong("member_id"), row.getLong("other_id"));
    }
}
