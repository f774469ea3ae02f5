package org.wellmet.changelog;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.wellmet.TestDatabase;

/// Eight writers whose transactions overlap and sometimes abort; a reader behind the horizon that is killed
/// again and again; and, as the control that must lose, a reader that trusts the highest number it saw.
class ChangeTailTest {
    private static final long SEED = 20_261_122;
    private static final int WRITERS = 8;
    private static final int TRANSACTIONS_PER_WRITER = 950;
    private static final int STATEMENTS_PER_TRANSACTION = 3;
    private static final int ROWS_PER_STATEMENT = 5;
    private static final int CHANGES_BETWEEN_KILLS = 9_000;
    private static final int KILLS = 10;

    private final String address = TestDatabase.fresh();

    @Test
    void aReaderBehindTheHorizonMissesNothingAndTheNaiveReaderDoes() throws Exception {
        AtomicBoolean isWriting = new AtomicBoolean(true);
        Set<Long> followed;
        Set<Long> naive;
        try (ExecutorService threads = Executors.newFixedThreadPool(WRITERS + 2)) {
            Future<Set<Long>> tail = threads.submit(() -> followThroughKills(isWriting));
            Future<Set<Long>> control = threads.submit(() -> followNaively(isWriting));
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 0; writer < WRITERS; writer++) {
                Random random = new Random(SEED + writer);
                writers.add(threads.submit(() -> write(random)));
            }
            for (Future<?> writer : writers) {
                writer.get(5, TimeUnit.MINUTES);
            }
            isWriting.set(false);
            followed = tail.get(1, TimeUnit.MINUTES);
            naive = control.get(1, TimeUnit.MINUTES);
        }

        Set<Long> written = written();
        assertThat(written).as("events, seed %d", SEED).hasSizeGreaterThanOrEqualTo(100_000);
        assertThat(followed).as("what the reader behind the horizon saw").isEqualTo(written);
        assertThat(naive)
                .as("the control must miss some, or the test proves nothing")
                .hasSizeLessThan(written.size());
    }

    private Void write(Random random) throws SQLException {
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            connection.setAutoCommit(false);
            for (int transaction = 0; transaction < TRANSACTIONS_PER_WRITER; transaction++) {
                for (int step = 0; step < STATEMENTS_PER_TRANSACTION; step++) {
                    statement.execute("""
                            INSERT INTO change (at, kind, member_id)
                            SELECT now(), 'test.written', 1 FROM generate_series(1, %d)
                            """.formatted(ROWS_PER_STATEMENT));
                }
                if (random.nextInt(12) == 0) {
                    connection.rollback();
                } else {
                    connection.commit();
                }
            }
        }
        return null;
    }

    /// Reads as the tail does. Its connection is terminated under it now and then; all it keeps is its cursor.
    private Set<Long> followThroughKills(AtomicBoolean isWriting) throws SQLException {
        Set<Long> seen = new HashSet<>();
        Position cursor = Position.START;
        int kills = 0;
        boolean isDone = false;
        while (!isDone) {
            try (Connection connection = connect()) {
                ChangeStore changes =
                        new ChangeStore(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
                while (!isDone) {
                    boolean isLast = !isWriting.get(); // asked before reading: what is read next is then complete
                    List<Change> batch = changes.after(cursor, ChangeTail.BATCH).changes();
                    for (Change change : batch) {
                        assertThat(seen.add(change.position().seq()))
                                .as("each change once")
                                .isTrue();
                        cursor = change.position();
                    }
                    isDone = isLast && batch.isEmpty();
                    if (kills < KILLS && seen.size() >= (kills + 1) * CHANGES_BETWEEN_KILLS) {
                        kills++;
                        terminate(connection);
                    }
                }
            } catch (DataAccessException killed) {
                assertThat(kills)
                        .as("only planned deaths: %s", killed.getMessage())
                        .isPositive();
            }
        }
        assertThat(kills).isEqualTo(KILLS);
        return seen;
    }

    private void terminate(Connection victim) throws SQLException {
        int pid = victim.unwrap(org.postgresql.PGConnection.class).getBackendPID();
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            statement.execute("SELECT pg_terminate_backend(" + pid + ", 5000)");
        }
    }

    private Set<Long> followNaively(AtomicBoolean isWriting) throws SQLException {
        Set<Long> seen = new HashSet<>();
        long last = 0;
        try (Connection connection = connect();
                Statement statement = connection.createStatement()) {
            boolean isDone = false;
            while (!isDone) {
                boolean isLast = !isWriting.get();
                int before = seen.size();
                try (ResultSet rows = statement.executeQuery(
                        "SELECT seq FROM change WHERE seq > " + last + " ORDER BY seq LIMIT " + ChangeTail.BATCH)) {
                    while (rows.next()) {
                        last = rows.getLong("seq");
                        seen.add(last);
                    }
                }
                isDone = isLast && seen.size() == before;
            }
        }
        return seen;
    }

    private Set<Long> written() throws SQLException {
        Set<Long> all = new HashSet<>();
        try (Connection connection = connect();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("SELECT seq FROM change")) {
            while (rows.next()) {
                all.add(rows.getLong("seq"));
            }
        }
        return all;
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(address, "postgres", "postgres");
    }
}
