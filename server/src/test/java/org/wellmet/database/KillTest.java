package org.wellmet.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.wellmet.Await;
import org.wellmet.TestFolder;
import org.wellmet.settings.DatabaseAddress;

/// Kills the server and its database without warning while rows are written, and compares what was acknowledged with
/// what is there.
@Timeout(value = 5, unit = TimeUnit.MINUTES)
class KillTest {
    private static final int KILLS = 21;
    private static final int CONTROL_KILLS = 3;

    /// Acknowledged between two kills, at least.
    private static final int ROWS = 100;

    /// The length of a row's line in the ledger.
    private static final int LINE_BYTES = 37;

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Path folder = TestFolder.fresh();
    private final Path ledger = TestFolder.fresh().resolve("ledger");

    @Test
    void noAcknowledgedRowIsLostOverTwentyKillsOfServerAndDatabase() throws Exception {
        Process server = start("durable");
        try {
            for (int kill = 0; kill < KILLS; kill++) {
                awaitRows();
                if (kill % 3 != 1) {
                    killDatabase();
                }
                if (kill % 3 != 0) { // by turns the database, the server, and both at once
                    server.destroyForcibly().waitFor();
                    server = start("durable");
                }
            }
            awaitRows();
        } finally {
            server.destroyForcibly().waitFor();
        }

        Set<String> lost = lost();
        System.out.printf("%d kills, %d rows acknowledged, %d lost%n", KILLS, acknowledged(), lost.size());
        assertThat(lost).isEmpty();
    }

    /// If this one lost nothing, the test above would prove nothing.
    @Test
    void theControlThatAcknowledgesTooEarlyLosesRows() throws Exception {
        Process server = start("hasty");
        try {
            for (int kill = 0; kill < CONTROL_KILLS; kill++) {
                awaitRows();
                killDatabase();
            }
            awaitRows();
        } finally {
            server.destroyForcibly().waitFor();
        }

        Set<String> lost = lost();
        System.out.printf(
                "control: %d kills, %d rows acknowledged, %d lost%n", CONTROL_KILLS, acknowledged(), lost.size());
        assertThat(lost).isNotEmpty();
    }

    private Process start(String mode) throws IOException {
        return new ProcessBuilder(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LedgerWriter.class.getName(),
                        folder.toString(),
                        ledger.toString(),
                        mode)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        ledger.resolveSibling("server.log").toFile()))
                .start();
    }

    /// The postmaster and all processes that it has started, none of which gets a chance to tidy up.
    private void killDatabase() throws IOException {
        ProcessHandle postmaster = Postmaster.read(folder.resolve("database"))
                .flatMap(Postmaster::process)
                .orElseThrow();
        List<ProcessHandle> children = postmaster.children().toList();
        postmaster.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    private void awaitRows() throws Exception {
        long before = acknowledged();
        await(() -> acknowledged() >= before + ROWS);
    }

    private long acknowledged() {
        return ledger.toFile().length() / LINE_BYTES;
    }

    private void await(Callable<Boolean> condition) throws Exception {
        Await.until(
                "the server comes up",
                PATIENCE,
                condition,
                () -> Files.readString(ledger.resolveSibling("server.log")));
    }

    /// What was acknowledged and is not there.
    private Set<String> lost() throws IOException, SQLException {
        Set<String> lost = new HashSet<>(Files.readAllLines(ledger));
        try (FolderLock lock = FolderLock.take(folder, false);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(lock, EmbeddedPostgresTest.ENGINES)) {
            DatabaseAddress address = postgres.address();
            try (Connection connection = DriverManager.getConnection(
                            address.url(), address.user(), address.password().value());
                    ResultSet rows = connection.createStatement().executeQuery("SELECT id FROM ledger")) {
                while (rows.next()) {
                    lost.remove(rows.getString(1));
                }
            }
        }
        return lost;
    }
}
