package org.wellmet.connection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.wellmet.graph.LogPosition;
import org.wellmet.graph.Opening;
import org.wellmet.graph.SocialGraph;
import org.wellmet.settings.Settings;

/// The file in the data folder in which the graph lies over a restart: `graph/snapshot`. It saves time and nothing
/// else; without it, or with one that cannot be used, the graph is read from the tables.
///
/// It knows who is connected with whom: readable by the server's own user alone.
///
/// Thread-safe.
@Component
final class GraphFile {
    /// What a start from the file has to catch up with: a second or two.
    static final int CHANGES_BETWEEN_SAVINGS = 100_000;

    static final Duration BETWEEN_SAVINGS = Duration.ofHours(1);

    private static final Logger LOG = LoggerFactory.getLogger(GraphFile.class);

    private final Path place;
    private final InstantSource clock;
    private Instant savedAt;
    private LogPosition savedAs = LogPosition.START;
    private long changesSince;

    GraphFile(Settings settings, InstantSource clock) throws IOException {
        Path folder = Files.createDirectories(settings.dataFolder().resolve("graph"));
        if (Files.getFileAttributeView(folder, PosixFileAttributeView.class) != null) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        this.place = folder.resolve("snapshot");
        this.clock = clock;
        this.savedAt = clock.instant();
    }

    /// The graph as it was saved, where it was made of the same records.
    synchronized Optional<SocialGraph> open(UUID source) {
        return switch (SocialGraph.open(place, source)) {
            case Opening.Opened(SocialGraph graph) -> {
                savedAs = graph.position();
                yield Optional.of(graph);
            }
            case Opening.Missing() -> Optional.empty();
            case Opening.Unusable(String reason) -> {
                LOG.info("The graph is read from the tables, since its file is of no use: {}", reason);
                yield Optional.empty();
            }
        };
    }

    /// Counts changes that a graph has followed. True when so many, or so old, that it had better be saved.
    synchronized boolean isDueAfter(int changeCount) {
        changesSince += changeCount;
        return changesSince >= CHANGES_BETWEEN_SAVINGS
                || !savedAt.plus(BETWEEN_SAVINGS).isAfter(clock.instant());
    }

    /// Saves the graph if it has moved on since. A disk that is full costs the next start some time, nothing else.
    synchronized void save(SocialGraph graph, UUID source) {
        savedAt = clock.instant();
        changesSince = 0;
        if (graph.position().equals(savedAs)) {
            return;
        }
        try {
            savedAs = graph.save(place, source);
        } catch (UncheckedIOException failure) {
            LOG.warn("The graph could not be saved; the next start will take longer", failure);
        }
    }

    Path place() {
        return place;
    }
}
