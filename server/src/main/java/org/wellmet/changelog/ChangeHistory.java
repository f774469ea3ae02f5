package org.wellmet.changelog;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/// The change log read backwards in time: for a [Projection] that kept what it had at some [Position], and wants to
/// start from there. Ask inside [Projection#rebuild], where one snapshot of the database is open.
///
/// Thread-safe.
@Component
public final class ChangeHistory {
    private final ChangeStore changes;

    ChangeHistory(JdbcClient sql) {
        this.changes = new ChangeStore(sql);
    }

    /// Which log this is: a position means nothing in another. Empty where PostgreSQL does not say.
    public Optional<UUID> log() {
        return changes.mayTellCluster()
                ? Optional.of(UUID.nameUUIDFromBytes(changes.cluster().getBytes(StandardCharsets.UTF_8)))
                : Optional.empty();
    }

    /// The place that the open transaction has passed: it sees every change up to there, and none will be added.
    public Position horizon() {
        return new Position(changes.horizon(), 0);
    }

    /// Hands on every change after `from` that the open transaction sees, in order, a batch of [ChangeTail#BATCH] at a
    /// time. False, with nothing handed on, when some may have been forgotten or `from` is ahead of the log.
    public boolean readAfter(Position from, Consumer<List<Change>> reader) {
        boolean isWhole =
                changes.oldest().filter(first -> first.compareTo(from) <= 0).isPresent();
        if (!isWhole || from.compareTo(horizon()) > 0) {
            return false;
        }
        Position cursor = from;
        for (List<Change> next = after(cursor); !next.isEmpty(); next = after(cursor)) {
            reader.accept(next);
            cursor = next.getLast().position();
        }
        return true;
    }

    private List<Change> after(Position cursor) {
        return changes.seenAfter(cursor, ChangeTail.BATCH);
    }
}
