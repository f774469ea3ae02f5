package org.wellmet.bench;

import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/// A server with the demo's community, as `./wellmet run --demo` starts it, on a port and in a data folder of its own.
/// Closing it stops it and removes the folder.
record DemoServer(Process process, int port, Path folder) implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(3); // with a build before the start
    private static final int PORT_LINE = 3;

    static DemoServer start() throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("wellmet-bench");
        int port = freePort();
        ProcessBuilder command = new ProcessBuilder("./wellmet", "run", "--demo")
                .inheritIO()
                .redirectInput(Path.of("/dev/null").toFile());
        command.environment().put("WELLMET_DEMO_DATA", folder.resolve("demo").toString());
        command.environment().put("WELLMET_PORT", Integer.toString(port));
        command.environment().put("WELLMET_PUBLIC_ADDRESS", "http://127.0.0.1:" + port);
        command.environment().put("WELLMET_START_CACHE", "no");
        DemoServer server = new DemoServer(command.start(), port, folder);
        Runtime.getRuntime().addShutdownHook(Thread.ofPlatform().unstarted(server.process::destroy));
        server.awaitStart();
        return server;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + port);
    }

    LinuxProcess jvm() {
        return new LinuxProcess(process.pid()); // the launcher became the JVM
    }

    /// All of PostgreSQL's processes, the first one first.
    List<LinuxProcess> database() throws IOException {
        ProcessHandle first = ProcessHandle.of(
                        Long.parseLong(postmaster().getFirst().strip()))
                .orElseThrow();
        return Stream.concat(Stream.of(first), first.descendants())
                .map(each -> new LinuxProcess(each.pid()))
                .toList();
    }

    Duration databaseProcessorTime() throws IOException {
        List<LinuxProcess> processes = database();
        Duration sum = processes.getFirst().processorTimeWithEnded();
        for (LinuxProcess child : processes.subList(1, processes.size())) {
            sum = sum.plus(child.processorTime());
        }
        return sum;
    }

    String databaseUrl() throws IOException {
        return "jdbc:postgresql://127.0.0.1:" + postmaster().get(PORT_LINE).strip() + "/wellmet";
    }

    Properties databaseSignIn() throws IOException {
        Properties passwords = new Properties();
        try (var lines = Files.newBufferedReader(data().resolve("database-passwords"))) {
            passwords.load(lines);
        }
        Properties signIn = new Properties();
        signIn.setProperty("user", "wellmet");
        signIn.setProperty("password", passwords.getProperty("application"));
        return signIn;
    }

    @Override
    public void close() throws IOException {
        process.destroy();
        process.onExit().completeOnTimeout(process, 60, TimeUnit.SECONDS).join();
        process.destroyForcibly().onExit().join();
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private Path data() {
        return folder.resolve("demo");
    }

    private List<String> postmaster() throws IOException {
        return Files.readAllLines(data().resolve("database/postmaster.pid"));
    }

    private void awaitStart() throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!isListening()) {
            if (!process.isAlive() || System.nanoTime() > end) {
                close();
                throw new IllegalStateException("the server did not start; what it said stands above");
            }
            Thread.sleep(100);
        }
    }

    private boolean isListening() throws IOException {
        try (Socket socket = new Socket(InetAddress.ofLiteral("127.0.0.1"), port)) {
            return socket.isConnected();
        } catch (ConnectException _) {
            return false;
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"))) {
            return socket.getLocalPort();
        }
    }
}
