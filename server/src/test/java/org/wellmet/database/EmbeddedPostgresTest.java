package org.wellmet.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.wellmet.TestFolder;
import org.wellmet.settings.DatabaseAddress;
import org.wellmet.settings.Secret;

class EmbeddedPostgresTest {
    /// Unpacked once for all tests.
    static final Path ENGINES = Path.of("target", "test-engine").toAbsolutePath();

    private final Path folder = TestFolder.fresh();

    @Test
    void aFreshFolderBecomesADurableUnicodeDatabaseWhoseApplicationHasNoMoreRightsThanItNeeds() throws Exception {
        try (FolderLock lock = FolderLock.take(folder, false);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(lock, ENGINES)) {
            DatabaseAddress address = postgres.address();

            assertThat(answer(address, "SHOW fsync")).isEqualTo("on");
            assertThat(answer(address, "SHOW full_page_writes")).isEqualTo("on");
            assertThat(answer(address, "SHOW synchronous_commit")).isEqualTo("on");
            assertThat(answer(address, "SHOW data_checksums")).isEqualTo("on");
            assertThat(answer(address, "SHOW server_encoding")).isEqualTo("UTF8");
            assertThat(answer(
                            address,
                            "SELECT datlocprovider::text || datlocale FROM pg_database WHERE datname = 'wellmet'"))
                    .isEqualTo("bC.UTF-8");
            assertThat(answer(address, "SELECT upper('é')")).isEqualTo("É");
            assertThat(answer(address, "SELECT rolsuper FROM pg_roles WHERE rolname = current_user"))
                    .isEqualTo("f");
            assertThatThrownBy(() -> answer(address, "SELECT pg_read_file('PG_VERSION')"))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("permission denied");
        }
    }

    @Test
    void whatWasWrittenIsThereAtTheNextStartAndNoProcessIsLeftBetween() throws Exception {
        long pid;
        try (FolderLock lock = FolderLock.take(folder, false)) {
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(lock, ENGINES)) {
                execute(postgres.address(), "CREATE TABLE kept AS SELECT 'still here' AS word");
                pid = postmaster().pid();
            }
            assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
            assertThat(folder.resolve("database/postmaster.pid")).doesNotExist();
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(lock, ENGINES)) {
                assertThat(answer(postgres.address(), "SELECT word FROM kept")).isEqualTo("still here");
            }
        }
    }

    @Test
    void aKilledPostmasterIsStartedAgainOnItsPort() throws Exception {
        try (FolderLock lock = FolderLock.take(folder, false);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(lock, ENGINES)) {
            execute(postgres.address(), "CREATE TABLE kept AS SELECT 'still here' AS word");
            Postmaster first = postmaster();

            first.process().orElseThrow().destroyForcibly();

            assertThat(answerWhenUp(postgres.address(), "SELECT word FROM kept"))
                    .isEqualTo("still here");
            assertThat(postmaster().port()).isEqualTo(first.port());
            assertThat(postmaster().pid()).isNotEqualTo(first.pid());
        }
    }

    @Test
    void aPostmasterThatAnEarlierServerLeftIsTakenOver() throws Exception {
        try (FolderLock lock = FolderLock.take(folder, false)) {
            EmbeddedPostgres.start(lock, ENGINES).close();
            Engine engine = Engine.unpack(ENGINES);
            PostgresAccount account = PostgresAccount.choose(engine, folder, folder.resolve("database"));
            Path cluster = folder.resolve("database");
            Command left = Command.run(
                    engine.folder(),
                    account.words(
                            engine,
                            "pg_ctl",
                            "start",
                            "-w",
                            "-s",
                            "-D",
                            cluster.toString(),
                            "-l",
                            cluster + "/log",
                            "-o",
                            "-c port=" + PostmasterStart.freePort() + " -c unix_socket_directories="));
            assertThat(left.output()).isEmpty();
            long pid = postmaster().pid();

            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(lock, ENGINES)) {
                assertThat(postmaster().pid()).isEqualTo(pid);
                assertThat(answer(postgres.address(), "SELECT 1")).isEqualTo("1");
            }
            assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
        }
    }

    @Test
    void theProcessNumberOfAPostmasterLongGoneMayBeAnotherProgramsByNow() throws Exception {
        try (FolderLock lock = FolderLock.take(folder, false)) {
            EmbeddedPostgres.start(lock, ENGINES).close();
            long ours = ProcessHandle.current().pid();
            Files.writeString(
                    folder.resolve("database/postmaster.pid"),
                    ours + "\n" + folder + "\n1700000000\n5432\n\n127.0.0.1\n  1 1\nready   \n");

            assertThat(Postmaster.read(folder.resolve("database")).orElseThrow().process())
                    .isEmpty();
        }
    }

    @Test
    void aTornFirstStartIsThrownAwayAndRepeated() throws Exception {
        try (FolderLock lock = FolderLock.take(folder, false)) {
            Files.createDirectories(folder.resolve("database.torn/base"));
            Files.writeString(folder.resolve("database.torn/PG_VERSION"), "18\n");
            try (EmbeddedPostgres postgres = EmbeddedPostgres.start(lock, ENGINES)) {
                assertThat(answer(postgres.address(), "SELECT 1")).isEqualTo("1");
            }
            assertThat(folder.resolve("database.torn")).doesNotExist();
        }
    }

    @Test
    void aDatabaseOfAnotherVersionIsNamedAndLeftAlone() throws Exception {
        try (FolderLock lock = FolderLock.take(folder, false)) {
            Path cluster = Files.createDirectories(folder.resolve("database"));
            Files.writeString(cluster.resolve("PG_VERSION"), "14\n");

            assertThatThrownBy(() -> EmbeddedPostgres.start(lock, ENGINES))
                    .isInstanceOf(DatabaseRefused.class)
                    .hasMessageContaining("is of PostgreSQL 14, and this Wellmet brings PostgreSQL 18");
            assertThat(names(cluster)).containsExactly("PG_VERSION");
        }
    }

    @Test
    void aFolderThatIsNoDatabaseIsNamedAndLeftAlone() throws Exception {
        try (FolderLock lock = FolderLock.take(folder, false)) {
            Path cluster = Files.createDirectories(folder.resolve("database"));
            Files.writeString(cluster.resolve("holiday.jpg"), "");

            assertThatThrownBy(() -> EmbeddedPostgres.start(lock, ENGINES))
                    .isInstanceOf(DatabaseRefused.class)
                    .hasMessageContaining("lacks PG_VERSION");
            assertThat(names(cluster)).containsExactly("holiday.jpg");
        }
    }

    @Test
    void aPasswordFileFromElsewhereIsNamed() throws Exception {
        try (FolderLock lock = FolderLock.take(folder, false)) {
            EmbeddedPostgres.start(lock, ENGINES).close();
            Files.delete(folder.resolve("database-passwords"));

            assertThatThrownBy(() -> EmbeddedPostgres.start(lock, ENGINES))
                    .isInstanceOf(DatabaseRefused.class)
                    .hasMessageContaining("database-passwords");
            assertThat(folder.resolve("database/postmaster.pid")).doesNotExist();
        }
    }

    @Test
    void itListensOnTheLoopbackAddressAndNowhereElse() throws Exception {
        try (FolderLock lock = FolderLock.take(folder, false);
                EmbeddedPostgres _ = EmbeddedPostgres.start(lock, ENGINES)) {
            int port = postmaster().port();

            assertThat(listeners(port)).containsExactly("0100007F"); // 127.0.0.1 as the kernel writes it
            for (InetAddress other : otherAddresses()) {
                assertThatThrownBy(() -> new Socket(other, port).close())
                        .as("connecting to %s", other)
                        .isInstanceOf(IOException.class);
            }
        }
    }

    @Test
    void nobodyGetsInWithoutThePassword() throws Exception {
        try (FolderLock lock = FolderLock.take(folder, false);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(lock, ENGINES)) {
            DatabaseAddress right = postgres.administration();
            DatabaseAddress wrong = new DatabaseAddress(right.url(), right.user(), new Secret("guess"));

            assertThatThrownBy(() -> answer(wrong, "SELECT 1")).hasMessageContaining("password authentication failed");
            assertThat(answer(right, "SELECT rolpassword FROM pg_authid WHERE rolname = 'wellmet'"))
                    .startsWith("SCRAM-SHA-256$");
            assertThat(PosixFilePermissions.toString(
                            Files.getPosixFilePermissions(folder.resolve("database-passwords"))))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void noProcessOfTheDatabaseRunsAsRootOrKnowsAPassword() throws Exception {
        try (FolderLock lock = FolderLock.take(folder, false);
                EmbeddedPostgres postgres = EmbeddedPostgres.start(lock, ENGINES)) {
            Path process = Path.of("/proc", Long.toString(postmaster().pid()));
            String arguments = Files.readString(process.resolve("cmdline"));
            String effectiveCapabilities = Files.readAllLines(process.resolve("status")).stream()
                    .filter(line -> line.startsWith("CapEff:"))
                    .findFirst()
                    .orElseThrow();

            assertThat(arguments).doesNotContain(postgres.address().password().value());
            assertThat(arguments)
                    .doesNotContain(postgres.administration().password().value());
            assertThat(effectiveCapabilities).isEqualTo("CapEff:\t0000000000000000");
        }
    }

    @Test
    void aSecondServerOnTheFolderIsRefused() {
        try (FolderLock _ = FolderLock.take(folder, false)) {
            assertThatThrownBy(() -> FolderLock.take(folder, false))
                    .isInstanceOf(DatabaseRefused.class)
                    .hasMessageContaining("Another Wellmet server is running on the folder " + folder);
        }
        FolderLock.take(folder, false).close();
    }

    @Test
    void aDemoAndARealNetworkNeverShareAFolder() {
        FolderLock.take(folder, false).close();
        Path demo = TestFolder.fresh();
        FolderLock.take(demo, true).close();

        assertThatThrownBy(() -> FolderLock.take(folder, true)).hasMessageContaining("is a real network's");
        assertThatThrownBy(() -> FolderLock.take(demo, false)).hasMessageContaining("is a demo's");
        FolderLock.take(demo, true).close();
        FolderLock.take(folder, false).close();
    }

    private Postmaster postmaster() throws IOException {
        return Postmaster.read(folder.resolve("database")).orElseThrow();
    }

    private static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList();
        }
    }

    /// The local addresses, as the kernel writes them, of all sockets that listen on this port, IPv6 included.
    private static List<String> listeners(int port) throws IOException {
        String suffix = String.format(":%04X", port);
        return Stream.concat(
                        Files.readAllLines(Path.of("/proc/net/tcp")).stream(),
                        Files.exists(Path.of("/proc/net/tcp6"))
                                ? Files.readAllLines(Path.of("/proc/net/tcp6")).stream()
                                : Stream.of())
                .map(line -> line.strip().split("\\s+"))
                .filter(columns -> columns.length > 3 && columns[1].endsWith(suffix) && columns[3].equals("0A"))
                .map(columns -> columns[1].substring(0, columns[1].indexOf(':')))
                .toList();
    }

    private static List<InetAddress> otherAddresses() throws IOException {
        return NetworkInterface.networkInterfaces()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress())
                .toList();
    }

    static String answerWhenUp(DatabaseAddress address, String query) throws SQLException {
        long end = System.nanoTime() + 30_000_000_000L;
        while (true) {
            try {
                return answer(address, query);
            } catch (SQLException problem) {
                if (System.nanoTime() > end) {
                    throw problem;
                }
                Thread.onSpinWait();
            }
        }
    }

    static String answer(DatabaseAddress address, String query) throws SQLException {
        try (Connection connection = connect(address);
                ResultSet rows = connection.createStatement().executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        }
    }

    private static void execute(DatabaseAddress address, String statement) throws SQLException {
        try (Connection connection = connect(address)) {
            connection.createStatement().execute(statement);
        }
    }

    private static Connection connect(DatabaseAddress address) throws SQLException {
        return DriverManager.getConnection(
                address.url(), address.user(), address.password().value());
    }
}
