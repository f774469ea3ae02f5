package org.wellmet.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// A program that is run to its end, and what it said. It inherits nothing of our environment, which may hold
/// passwords.
///
/// Immutable.
record Command(int exitCode, String output) {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    boolean isDone() {
        return exitCode == 0;
    }

    static Command run(Path folder, List<String> words) throws IOException {
        Process process = builder(folder, words).redirectErrorStream(true).start();
        process.getOutputStream().close();
        try {
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new DatabaseRefused(words.getFirst() + " did not end within " + PATIENCE);
            }
            return new Command(process.exitValue(), output.strip());
        } catch (InterruptedException interruption) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while " + words.getFirst() + " ran", interruption);
        }
    }

    /// Whether a program is there and ends well.
    static boolean works(Path folder, List<String> words) {
        try {
            return run(folder, words).isDone();
        } catch (IOException _) {
            return false; // there is no such program
        }
    }

    static ProcessBuilder builder(Path folder, List<String> words) {
        ProcessBuilder builder = new ProcessBuilder(words).directory(folder.toFile());
        Map<String, String> environment = builder.environment();
        environment.keySet().retainAll(List.of("PATH", "SystemRoot", "TEMP", "TMP"));
        environment.put("LC_ALL", "C");
        return builder;
    }
}
