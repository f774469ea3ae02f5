package org.wellmet.bench;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/// PostgreSQL with two rows for each connection under a primary key of both ends, all of it in its cache.
final class PostgresRival implements Rival {
    private static final int PAIRS_PER_INSERT = 200_000;

    private static final String DISTANCE = """
            WITH RECURSIVE search (id, depth) AS (
                SELECT ?::bigint, 0
                UNION
                SELECT c.other_id, s.depth + 1
                  FROM search s
                  JOIN connection c ON c.member_id = s.id
                 WHERE s.depth < 4
            )
            SELECT coalesce(min(depth), -1) FROM search WHERE id = ?
            """;

    private static final String MUTUAL = """
            SELECT count(*)
              FROM connection a
              JOIN connection b ON b.other_id = a.other_id
             WHERE a.member_id = ?
               AND b.member_id = ?
            """;

    private static final String SEPARATIONS = """
            WITH first AS MATERIALIZED (
                SELECT other_id FROM connection WHERE member_id = ?
            ), second AS MATERIALIZED (
                SELECT DISTINCT c.other_id
                  FROM first f
                  JOIN connection c ON c.member_id = f.other_id
            )
            SELECT CASE
                     WHEN t.id = ? THEN 0
                     WHEN t.id IN (SELECT other_id FROM first) THEN 1
                     WHEN t.id IN (SELECT other_id FROM second) THEN 2
                     WHEN EXISTS (SELECT 1
                                    FROM connection c
                                   WHERE c.member_id = t.id
                                     AND c.other_id IN (SELECT other_id FROM second)) THEN 3
                     ELSE 4
                   END
              FROM unnest(?) WITH ORDINALITY AS t (id, place)
             ORDER BY t.place
            """;

    private final EmbeddedPostgres postgres;
    private final Connection connection;

    PostgresRival(PowerLawGraph network) throws SQLException {
        try {
            postgres = EmbeddedPostgres.builder()
                    .setServerConfig("shared_buffers", "1GB")
                    .setServerConfig("work_mem", "256MB")
                    .start();
        } catch (IOException failure) {
            throw new UncheckedIOException("cannot start PostgreSQL", failure);
        }
        connection = postgres.getPostgresDatabase().getConnection();
        load(network);
    }

    private void load(PowerLawGraph network) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE UNLOGGED TABLE pair (a bigint, b bigint)");
            List<Long> left = new ArrayList<>();
            List<Long> right = new ArrayList<>();
            network.forEachPair((a, b) -> {
                left.add(a);
                right.add(b);
                if (left.size() == PAIRS_PER_INSERT) {
                    insert(left, right);
                }
            });
            insert(left, right);
            statement.execute("CREATE TABLE connection AS SELECT a AS member_id, b AS other_id FROM pair"
                    + " UNION SELECT b, a FROM pair");
            statement.execute("ALTER TABLE connection ADD PRIMARY KEY (member_id, other_id)");
            statement.execute("DROP TABLE pair");
            statement.execute("VACUUM ANALYZE connection");
        }
    }

    private void insert(List<Long> left, List<Long> right) {
        try (PreparedStatement statement =
                connection.prepareStatement("INSERT INTO pair (a, b) SELECT a, b FROM unnest(?, ?) AS t (a, b)")) {
            statement.setArray(1, connection.createArrayOf("bigint", left.toArray()));
            statement.setArray(2, connection.createArrayOf("bigint", right.toArray()));
            statement.executeUpdate();
        } catch (SQLException failure) {
            throw new IllegalStateException("cannot load the pairs", failure);
        }
        left.clear();
        right.clear();
    }

    @Override
    public String name() {
        return "PostgreSQL 18";
    }

    @Override
    public int distance(long from, long to) {
        return ask(DISTANCE, List.of(from, to)).getFirst();
    }

    @Override
    public int mutualCount(long keyA, long keyB) {
        return ask(MUTUAL, List.of(keyA, keyB)).getFirst();
    }

    @Override
    public List<Integer> separations(long from, List<Long> keys) {
        return ask(SEPARATIONS, List.of(from, from, keys.toArray(new Long[0])));
    }

    private List<Integer> ask(String query, List<?> values) {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < values.size(); i++) {
                if (values.get(i) instanceof Long[] keys) {
                    statement.setArray(i + 1, connection.createArrayOf("bigint", keys));
                } else {
                    statement.setObject(i + 1, values.get(i));
                }
            }
            try (ResultSet rows = statement.executeQuery()) {
                List<Integer> answers = new ArrayList<>();
                while (rows.next()) {
                    answers.add(rows.getInt(1));
                }
                return answers;
            }
        } catch (SQLException failure) {
            throw new IllegalStateException("the query failed", failure);
        }
    }

    @Override
    public void close() {
        try {
            connection.close();
            postgres.close();
        } catch (SQLException | IOException failure) {
            throw new IllegalStateException("cannot stop PostgreSQL", failure);
        }
    }
}
