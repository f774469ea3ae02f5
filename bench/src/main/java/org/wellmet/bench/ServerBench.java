package org.wellmet.bench;

import com.google.errorprone.annotations.FormatMethod;
import java.io.IOException;
import java.net.URI;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// Measures the whole server with the demo's community: what pages weigh, what a signed-in feed page costs in processor
/// time, and how much memory server and database take after 50 people at once. Linux only, loopback only.
///
/// From the project's folder, after `./wellmet run` has built it once:
///
/// `java -cp 'server/target/run/wellmet/lib/*' bench/src/main/java/org/wellmet/bench/ServerBench.java`
///
/// Ends by itself within a few minutes; its data folder is made for it and removed.
public final class ServerBench {
    private static final int WARM_UPS = 1_000;
    private static final int WARM_UPS_BY_HAND = 500;
    private static final int ROUNDS = 2;
    private static final int REQUESTS = 500;
    private static final Duration AT_MOST = Duration.ofSeconds(60);
    private static final int PEOPLE = 50;
    private static final int ROUNDS_OF_PEOPLE = 2;
    private static final List<String> PAGES = List.of("/network", "/invitations", "/search?q=engineer");

    private final DemoServer server;

    private ServerBench(DemoServer server) {
        this.server = server;
    }

    public static void main(String[] args) throws IOException, InterruptedException, SQLException {
        try (DemoServer server = DemoServer.start()) {
            ServerBench bench = new ServerBench(server);
            bench.sayMemory("after the start");
            bench.useByMany();
            bench.sayMemory("after " + PEOPLE + " people at once, each page " + ROUNDS_OF_PEOPLE + " times");
            try (Visitor visitor = Visitor.signedIn(server.address())) {
                weighPages(visitor);
                bench.measureFeed(visitor);
            }
            bench.sayMemory("at the end");
        }
    }

    private static List<String> addresses(Visitor visitor) throws IOException, InterruptedException {
        List<String> addresses = new ArrayList<>(List.of("/", visitor.ownProfile()));
        addresses.addAll(PAGES);
        return addresses;
    }

    private static void weighPages(Visitor visitor) throws IOException, InterruptedException {
        for (String address : addresses(visitor)) {
            Visitor.Page page = visitor.page(address);
            long first = page.sentBytes();
            long pictures = 0;
            for (URI part : page.parts()) {
                int sent = visitor.page(part.toString()).sentBytes();
                if (part.getPath().startsWith("/pictures/")) {
                    pictures += sent;
                } else {
                    first += sent;
                }
            }
            say(
                    "weight of %s: first view %,d bytes and %,d of members' pictures, later %,d",
                    address, first, pictures, page.sentBytes());
        }
    }

    private void measureFeed(Visitor visitor) throws IOException, InterruptedException, SQLException {
        try (Connection connection = DriverManager.getConnection(server.databaseUrl(), server.databaseSignIn())) {
            FeedByHand byHand = new FeedByHand(connection, visitor.ownHandle());
            repeat(WARM_UPS, () -> visitor.page("/"));
            repeat(WARM_UPS_BY_HAND, byHand::run);
            for (int round = 1; round <= ROUNDS; round++) {
                measureRound(round, visitor, byHand);
            }
        }
    }

    private void measureRound(int round, Visitor visitor, FeedByHand byHand)
            throws IOException, InterruptedException, SQLException {
        Duration jvmBefore = server.jvm().processorTime();
        Duration databaseBefore = server.databaseProcessorTime();
        long transactionsBefore = byHand.transactions();
        long start = System.nanoTime();
        int pages = repeat(REQUESTS, () -> visitor.page("/"));
        double passed = (System.nanoTime() - start) / 1e6 / pages;
        double jvm = millis(server.jvm().processorTime().minus(jvmBefore), pages);
        double database = millis(server.databaseProcessorTime().minus(databaseBefore), pages);
        double transactions = (byHand.transactions() - transactionsBefore) / (double) pages;

        LinuxProcess backend = new LinuxProcess(byHand.backend());
        Duration backendBefore = backend.processorTime();
        int runs = repeat(REQUESTS, byHand::run);
        double own = millis(backend.processorTime().minus(backendBefore), runs);
        say(
                "feed page, round %d, %,d pages: JVM %.2f ms, database %.2f ms of processor time; %.1f ms passed;"
                        + " %.1f transactions",
                round, pages, jvm, database, passed, transactions);
        say("its SQL by hand, %,d times: database %.2f ms; ratio %.2f", runs, own, database / own);
    }

    /// Different members, all at the same time, each with a session of their own.
    private void useByMany() throws IOException, InterruptedException, SQLException {
        List<String> cookies;
        try (Connection connection = DriverManager.getConnection(server.databaseUrl(), server.databaseSignIn())) {
            cookies = OpenedSessions.cookies(connection, PEOPLE);
        }
        List<Callable<Void>> people = new ArrayList<>();
        for (String cookie : cookies) {
            people.add(() -> {
                use(cookie);
                return null;
            });
        }
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Future<Void> done : threads.invokeAll(people)) {
                done.resultNow();
            }
        }
    }

    private void use(String cookie) throws IOException, InterruptedException {
        try (Visitor visitor = Visitor.bringing(cookie, server.address())) {
            for (int round = 0; round < ROUNDS_OF_PEOPLE; round++) {
                for (String address : addresses(visitor)) {
                    visitor.page(address);
                }
            }
        }
    }

    private void sayMemory(String when) throws IOException {
        long jvm = server.jvm().proportionalKilobytes();
        long database = 0;
        for (LinuxProcess process : server.database()) {
            database += process.proportionalKilobytes();
        }
        say(
                "memory %s: JVM %d MB, PostgreSQL %d MB, together %d MB",
                when, jvm / 1024, database / 1024, (jvm + database) / 1024);
    }

    private interface Step {
        void take() throws IOException, InterruptedException, SQLException;
    }

    /// So many times, or fewer when time is up; answers how many.
    private static int repeat(int most, Step step) throws IOException, InterruptedException, SQLException {
        long end = System.nanoTime() + AT_MOST.toNanos();
        int count = 0;
        while (count < most && System.nanoTime() < end) {
            step.take();
            count++;
        }
        return count;
    }

    private static double millis(Duration time, int count) {
        return time.toNanos() / 1e6 / count;
    }

    @FormatMethod
    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
