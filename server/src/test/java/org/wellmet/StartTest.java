package org.wellmet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The server as a process of its own: what it says, what it ends with, and what it leaves.
@Timeout(value = 4, unit = TimeUnit.MINUTES)
class StartTest {
    private final Path folder = TestFolder.fresh();
    private final Path output = TestFolder.fresh().resolve("output");

    @Test
    void wrongSettingsAreAllNamedAndNothingIsStarted() throws Exception {
        Process server = start(Map.of("WELLMET_PORT", "web", "WELLMET_MAIL_PORT", "-1", "WELLMET_DEMO", "maybe"));

        assertThat(server.waitFor()).isEqualTo(2);
        assertThat(said())
                .hasSize(4)
                .anyMatch(line -> line.contains("WELLMET_PORT) is \"web\""))
                .anyMatch(line -> line.contains("WELLMET_MAIL_PORT) is \"-1\""))
                .anyMatch(line -> line.contains("WELLMET_DEMO) is \"maybe\""))
                .noneMatch(line -> line.contains("\tat "));
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    @Timeout(180)
    void aServerSaysItsAddressRefusesASecondOneAndGoesWithItsDatabaseOnCtrlC() throws Exception {
        int port = freePort();
        Process server = start(Map.of("WELLMET_PORT", Integer.toString(port)));
        try {
            String address = "Wellmet runs at http://localhost:" + port + "/";
            Await.until(
                    "the server says its address",
                    Duration.ofSeconds(120),
                    () -> !server.isAlive() || said().contains(address),
                    this::said);
            assertThat(said()).contains(address);
            assertThat(status(port)).isPositive();

            Process second = start(Map.of("WELLMET_PORT", Integer.toString(freePort())));
            assertThat(second.waitFor()).isEqualTo(1);
            assertThat(said())
                    .anyMatch(line -> line.contains("Another Wellmet server is running on the folder " + folder));
            assertThat(status(port)).isPositive();

            long database = Long.parseLong(Files.readAllLines(folder.resolve("database/postmaster.pid"))
                    .getFirst());
            new ProcessBuilder("kill", "-INT", Long.toString(server.pid()))
                    .start()
                    .waitFor();
            assertThat(server.waitFor()).isEqualTo(130);
            assertThat(ProcessHandle.of(database).filter(ProcessHandle::isAlive))
                    .isEmpty();
            assertThat(folder.resolve("database/postmaster.pid")).doesNotExist();
            assertThat(Files.readString(folder.resolve("logs/wellmet.log"))).contains("database system is shut down");
        } finally {
            server.destroyForcibly();
        }
    }

    private Process start(Map<String, String> variables) throws IOException {
        List<String> words = new ArrayList<>(withCtrlCHeard());
        words.addAll(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-Xmx512m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Wellmet.class.getName()));
        ProcessBuilder builder = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(output.toFile()));
        builder.environment().keySet().removeIf(name -> name.startsWith("WELLMET_"));
        builder.environment().putAll(variables);
        builder.environment().put("WELLMET_DATA", folder.toString());
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    /// A suite that a script runs in the background is deaf to Ctrl-C, and so would be every process it starts.
    private static List<String> withCtrlCHeard() {
        return System.getProperty("os.name").equals("Linux") ? List.of("env", "--default-signal=INT") : List.of();
    }

    /// What every process of this test has said so far. In a file: a pipe that nobody empties would stop them.
    private List<String> said() throws IOException {
        return Files.readAllLines(output);
    }

    private static int status(int port) throws IOException, InterruptedException {
        try (HttpClient client = HttpClient.newHttpClient()) {
            HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/"))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
