package org.wellmet.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// What a postmaster says, passed on to the server's log, which is bounded. Keeps the last lines for a message.
///
/// Thread-safe, guarded by itself.
final class PostmasterLog {
    private static final Logger POSTGRES = LoggerFactory.getLogger("org.wellmet.database.postgres");
    private static final int KEPT_LINES = 12;

    private final Deque<String> lines = new ArrayDeque<>();
    private final Thread reader;

    private PostmasterLog(InputStream output) {
        reader = Thread.ofVirtual().name("database log").unstarted(() -> read(output));
    }

    static PostmasterLog follow(InputStream output) {
        PostmasterLog log = new PostmasterLog(output);
        log.reader.start();
        return log;
    }

    /// The end of a log file, or nothing where there is none.
    static String tail(Path file) throws IOException {
        if (!Files.exists(file)) {
            return "";
        }
        List<String> lines = Files.readAllLines(file, StandardCharsets.ISO_8859_1);
        return "\n" + String.join("\n", lines.subList(Math.max(0, lines.size() - KEPT_LINES), lines.size()));
    }

    /// The last lines of a postmaster that has ended.
    String lastLines() {
        try {
            reader.join(1_000);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        synchronized (this) {
            return String.join("\n", lines);
        }
    }

    private void read(InputStream output) {
        try (BufferedReader text = new BufferedReader(new InputStreamReader(output, StandardCharsets.UTF_8))) {
            String line = text.readLine();
            while (line != null) {
                POSTGRES.info("{}", line);
                keep(line);
                line = text.readLine();
            }
        } catch (IOException problem) {
            POSTGRES.debug("the database's log ended", problem);
        }
    }

    private synchronized void keep(String line) {
        if (lines.size() == KEPT_LINES) {
            lines.removeFirst();
        }
        lines.addLast(line);
    }
}
