package org.wellmet.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Brings one cluster's postmaster up and takes it down.
///
/// `bringUp` is confined to the supervisor's thread; `stop` may be called from any.
final class PostmasterStart {
    private static final Logger LOG = LoggerFactory.getLogger(PostmasterStart.class);
    private static final long POLL_MILLIS = 20;
    private static final int STOP_SECONDS = 60;

    // Below the range that systems give to outgoing connections, so that no client takes it while we restart.
    private static final int FIRST_PORT = 20_000;
    private static final int PORT_COUNT = 12_000;

    private final Cluster cluster;
    private final Engine engine;
    private final PostgresAccount account;
    private final CountDownLatch closing;
    private final Optional<List<String>> bonds;
    private int port;

    PostmasterStart(Cluster cluster, Engine engine, PostgresAccount account, CountDownLatch closing)
            throws IOException {
        this.cluster = cluster;
        this.engine = engine;
        this.account = account;
        this.closing = closing;
        this.bonds = account.bonds(engine.folder());
        this.port = freePort();
    }

    /// Adopts a running postmaster or starts one, waits while an old one goes down, and answers when connections are
    /// taken. Throws [DatabaseRefused] with PostgreSQL's own words when it does not want to.
    RunningPostmaster bringUp() throws IOException {
        boolean mayAdopt = true;
        while (closing.getCount() > 0) {
            Optional<Postmaster> old = Postmaster.read(cluster.folder());
            Optional<ProcessHandle> process = old.flatMap(Postmaster::process);
            if (process.isPresent()) {
                if (mayAdopt && old.orElseThrow().isReady()) {
                    LOG.warn(
                            "a PostgreSQL that an earlier server left (process {}) is taken over",
                            process.get().pid());
                    port = old.orElseThrow().port();
                    return new RunningPostmaster(process.get(), port);
                }
                pause();
                continue;
            }
            Postmaster.clearStale(cluster.folder());
            Optional<RunningPostmaster> started = bonds.isPresent() ? startBound(bonds.get()) : startLoose();
            if (started.isPresent()) {
                return started.get();
            }
            mayAdopt = false;
            pause();
        }
        throw new DatabaseRefused("The server is closing.");
    }

    /// A fast shutdown: open transactions are rolled back, everything is written, nothing needs a recovery.
    void stop() {
        try {
            if (Postmaster.read(cluster.folder()).flatMap(Postmaster::process).isEmpty()) {
                return;
            }
            Command stopped = pgCtl("stop", "-m", "fast");
            if (!stopped.isDone()
                    && Postmaster.read(cluster.folder())
                            .flatMap(Postmaster::process)
                            .isPresent()) {
                LOG.error("PostgreSQL does not stop, it is ended at once and recovers later: {}", stopped.output());
                pgCtl("stop", "-m", "immediate");
            }
        } catch (IOException problem) {
            LOG.error("PostgreSQL could not be told to stop", problem);
        }
    }

    private Command pgCtl(String verb, String... options) throws IOException {
        List<String> words = new ArrayList<>(account.words(
                engine, "pg_ctl", verb, "-D", cluster.folder().toString(), "-w", "-t", Integer.toString(STOP_SECONDS)));
        words.addAll(List.of(options));
        return Command.run(engine.folder(), words);
    }

    /// As our child, in a session of its own, tied to this thread. Empty when it is worth trying again.
    private Optional<RunningPostmaster> startBound(List<String> bonds) throws IOException {
        List<String> words = new ArrayList<>(bonds);
        words.add(engine.program("postgres").toString());
        words.addAll(List.of("-D", cluster.folder().toString()));
        words.addAll(settings());
        Process process = Command.builder(engine.folder(), words)
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        PostmasterLog log = PostmasterLog.follow(process.getInputStream());
        while (process.isAlive() && closing.getCount() > 0) {
            Optional<Postmaster> self =
                    Postmaster.read(cluster.folder()).filter(found -> found.pid() == process.pid() && found.isReady());
            if (self.isPresent()) {
                return Optional.of(new RunningPostmaster(process.toHandle(), port));
            }
            pause();
        }
        if (process.isAlive()) {
            process.destroy(); // closing overtook the start; without clients that is a clean shutdown
            return Optional.empty();
        }
        return tryAgain(log.lastLines());
    }

    /// Through `pg_ctl`, which puts it into a session of its own: for systems without `setsid` and `setpriv`.
    private Optional<RunningPostmaster> startLoose() throws IOException {
        Path logFile = cluster.folder().resolve("postgres.log");
        Command started = pgCtl("start", "-s", "-l", logFile.toString(), "-o", String.join(" ", settings()));
        Optional<Postmaster> found = Postmaster.read(cluster.folder());
        Optional<ProcessHandle> process = found.flatMap(Postmaster::process);
        if (started.isDone() && process.isPresent()) {
            return Optional.of(new RunningPostmaster(process.get(), port));
        }
        return tryAgain(started.output() + PostmasterLog.tail(logFile));
    }

    /// Some refusals pass by themselves: an old process not yet gone, a port that somebody was quicker to take.
    private Optional<RunningPostmaster> tryAgain(String said) throws IOException {
        if (said.contains("could not bind") || said.contains("could not create any TCP/IP sockets")) {
            LOG.warn("port {} of the database was taken by another program", port);
            if (!isFree(port)) {
                port = freePort();
            }
            return Optional.empty();
        }
        if (said.contains("is still in use") || said.contains("already exists")) {
            return Optional.empty();
        }
        throw new DatabaseRefused("PostgreSQL did not start on " + cluster.folder() + ":\n" + said);
    }

    /// What must hold whatever the cluster's postgresql.conf says.
    private List<String> settings() {
        return List.of(
                "-c", "port=" + port,
                "-c", "listen_addresses=127.0.0.1",
                "-c", "unix_socket_directories=",
                "-c", "fsync=on",
                "-c", "full_page_writes=on",
                "-c", "password_encryption=scram-sha-256",
                "-c", "log_destination=stderr",
                "-c", "logging_collector=off",
                "-c", "log_line_prefix=",
                "-c", "log_checkpoints=off",
                // Members' words stay out of the log: neither statements nor the values that broke a rule.
                "-c", "log_error_verbosity=terse",
                "-c", "log_min_error_statement=panic");
    }

    private void pause() {
        try {
            closing.await(POLL_MILLIS, TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    static int freePort() {
        SecureRandom random = new SecureRandom();
        for (int attempt = 0; attempt < 100; attempt++) {
            int port = FIRST_PORT + random.nextInt(PORT_COUNT);
            if (isFree(port)) {
                return port;
            }
        }
        throw new DatabaseRefused("No port of the loopback address is free for the database.");
    }

    private static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket(port, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.isBound();
        } catch (IOException _) {
            return false;
        }
    }
}
