package org.wellmet.database;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.wellmet.settings.DatabaseAddress;

/// The supervisor of a PostgreSQL of our own, which lives and dies with this server.
///
/// One thread starts the postmaster, waits for its end and starts it again on the same port, so that the
/// connection pool finds it. That thread lives as long as the server does: Linux tells the postmaster of the
/// death of the *thread* that started it, and so a server that is killed takes its database along. On systems
/// that cannot do so the postmaster stays, and the next server on the folder adopts it.
///
/// | what happens | what follows |
/// |---|---|
/// | the server closes, Ctrl-C | a fast shutdown, after the application and its connections have closed |
/// | the server is killed | the postmaster gets a SIGINT from the system: a fast shutdown; else it is adopted later |
/// | the postmaster is killed | its orphans end themselves, and this thread starts it again; it recovers from its log |
/// | one still goes down at the start | the start waits for it |
/// | the first start is torn | the half-made cluster lies under another name and is thrown away |
///
/// Thread-safe.
final class EmbeddedPostgres implements DatabaseServer {
    private static final Logger LOG = LoggerFactory.getLogger(EmbeddedPostgres.class);

    /// A recovery after a crash replays at most some `max_wal_size` of log, which takes seconds.
    private static final Duration START_PATIENCE = Duration.ofMinutes(2);

    /// For the supervisor's thread, once the postmaster has stopped.
    private static final Duration END_PATIENCE = Duration.ofSeconds(10);

    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(30);

    private final PostmasterStart start;
    private final Passwords passwords;
    private final Thread supervisor =
            Thread.ofPlatform().daemon().name("database").unstarted(this::supervise);
    private final CompletableFuture<Integer> port = new CompletableFuture<>();
    private final CountDownLatch closing;

    private EmbeddedPostgres(PostmasterStart start, Passwords passwords, CountDownLatch closing) {
        this.start = start;
        this.passwords = passwords;
        this.closing = closing;
    }

    /// Starts the database of a data folder, and returns when it takes connections. Throws [DatabaseRefused].
    static EmbeddedPostgres start(FolderLock dataFolder) {
        return start(dataFolder, dataFolder.folder().resolve("engine"));
    }

    /// With the programs unpacked somewhere else.
    static EmbeddedPostgres start(FolderLock dataFolder, Path engines) {
        try {
            Path folder = dataFolder.folder();
            Path place = folder.resolve("database");
            Engine engine = Engine.unpack(engines);
            PostgresAccount account = PostgresAccount.choose(engine, folder, place);
            Passwords passwords = Passwords.readOrMake(folder.resolve("database-passwords"));
            Cluster cluster = Cluster.open(place, engine, account, passwords);
            CountDownLatch closing = new CountDownLatch(1);
            EmbeddedPostgres postgres =
                    new EmbeddedPostgres(new PostmasterStart(cluster, engine, account, closing), passwords, closing);
            postgres.begin();
            return postgres;
        } catch (IOException problem) {
            throw new DatabaseRefused(
                    "The database in " + dataFolder.folder() + " cannot be opened: " + problem, problem);
        }
    }

    @Override
    public DatabaseAddress address() {
        return new DatabaseAddress(url(ApplicationRole.NAME), ApplicationRole.NAME, passwords.application());
    }

    /// The administrator's way in.
    DatabaseAddress administration() {
        return new DatabaseAddress(url(Cluster.ADMINISTRATOR), Cluster.ADMINISTRATOR, passwords.administrator());
    }

    @Override
    public void close() {
        closing.countDown();
        start.stop();
        join();
    }

    private String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port.join() + "/" + database;
    }

    private void begin() {
        supervisor.start();
        try {
            port.get(START_PATIENCE.toSeconds(), TimeUnit.SECONDS);
            ApplicationRole.ensure(administration(), address());
        } catch (ExecutionException problem) {
            throw problem.getCause() instanceof DatabaseRefused refused
                    ? refused
                    : new DatabaseRefused("The database did not start: " + problem.getCause(), problem);
        } catch (TimeoutException problem) {
            close();
            throw new DatabaseRefused("The database did not start within " + START_PATIENCE, problem);
        } catch (InterruptedException interruption) {
            close();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while the database started", interruption);
        } catch (DatabaseRefused refused) {
            close();
            throw refused;
        }
    }

    private void supervise() {
        Duration pause = FIRST_PAUSE;
        while (!isClosing()) {
            try {
                RunningPostmaster running = start.bringUp();
                pause = FIRST_PAUSE;
                port.complete(running.port());
                running.awaitEnd();
                if (!isClosing()) {
                    LOG.warn("PostgreSQL (process {}) has died; it is started again", running.pid());
                }
            } catch (IOException | DatabaseRefused problem) {
                if (!port.isDone()) {
                    port.completeExceptionally(problem);
                    return;
                }
                LOG.error("PostgreSQL does not start; the next attempt is in {}", pause, problem);
                pause(pause);
                pause = pause.multipliedBy(2).compareTo(LONGEST_PAUSE) < 0 ? pause.multipliedBy(2) : LONGEST_PAUSE;
            }
        }
    }

    private boolean isClosing() {
        return closing.getCount() == 0;
    }

    private void pause(Duration duration) {
        try {
            closing.await(duration.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void join() {
        try {
            supervisor.join(END_PATIENCE);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }
}
