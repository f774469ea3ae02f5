package org.wellmet.connection;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.changelog.Change;
import org.wellmet.changelog.ChangeHistory;
import org.wellmet.changelog.Position;
import org.wellmet.changelog.Projection;
import org.wellmet.graph.LogPosition;
import org.wellmet.graph.SocialGraph;

/// The social graph of this server, held in memory: the projection of members and connections.
///
/// Members who take no part (waiting, suspended) are vertices that no answer shows. Blocks are not in the graph: they
/// are a matter of who asks, and go with each question.
///
/// It starts from its [GraphFile] and the change log since, when both are whole and of this database; otherwise, and
/// after any failure, from the tables. It saves itself at stop and every so often.
///
/// *Closed behind the last question*: a rebuild replaces the graph and gives the former one's memory back. A question
/// holds `asking` shared for as long as it takes, and the replacement holds it alone, so after it nobody has the former
/// graph in hand.
///
/// Thread-safe: the tail's thread writes; `current` is replaced under `asking` by a rebuild only.
@Component
final class LiveGraph implements Projection, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(LiveGraph.class);

    /// What the tables mean to the graph: with another number here, no file of before is used.
    private static final int MEANING = 1;

    private final GraphChanges tables;
    private final ChangeHistory history;
    private final GraphFile file;
    private final ReadWriteLock asking = new ReentrantReadWriteLock();
    private Made current = Made.ofNothing();
    private boolean isStarted;
    private @Nullable Thread saving;

    /// A graph and what it was made of; nothing where that has no name, so that it cannot be saved.
    private record Made(SocialGraph graph, Optional<UUID> source) {
        static Made ofNothing() {
            return new Made(SocialGraph.empty(), Optional.empty());
        }
    }

    LiveGraph(JdbcClient sql, ChangeHistory history, GraphFile file) {
        this.tables = new GraphChanges(new GraphStore(sql));
        this.history = history;
        this.file = file;
    }

    /// Asks the graph. The question must not keep it.
    <T> T ask(Function<SocialGraph, T> question) {
        return holding(made -> question.apply(made.graph));
    }

    private <T> T holding(Function<Made, T> question) {
        asking.readLock().lock();
        try {
            return question.apply(current);
        } finally {
            asking.readLock().unlock();
        }
    }

    @Override
    public String name() {
        return "graph";
    }

    @Override
    public void rebuild() {
        Optional<UUID> source = history.log().map(LiveGraph::sourceOf);
        LogPosition seen = logged(history.horizon());
        Optional<SocialGraph> kept = isStarted ? Optional.empty() : source.flatMap(this::kept);
        kept.ifPresent(graph -> graph.apply(List.of(), seen));
        replaceBy(new Made(kept.orElseGet(() -> tables.load(seen)), source));
        isStarted = true;
    }

    private static UUID sourceOf(UUID log) {
        return new UUID(log.getMostSignificantBits(), log.getLeastSignificantBits() ^ MEANING);
    }

    /// The graph of the file with all that happened since, unless one of the two is not whole.
    private Optional<SocialGraph> kept(UUID source) {
        Optional<SocialGraph> opened = file.open(source);
        try {
            Optional<SocialGraph> caughtUp = opened.filter(this::catchesUp);
            if (caughtUp.isEmpty()) {
                opened.ifPresent(SocialGraph::close);
            }
            return caughtUp;
        } catch (RuntimeException failure) {
            opened.ifPresent(SocialGraph::close); // its memory is freed by hand
            throw failure;
        }
    }

    private boolean catchesUp(SocialGraph graph) {
        LogPosition from = graph.position();
        boolean isWhole = history.readAfter(new Position(from.xid(), from.seq()), changes -> follow(graph, changes));
        LOG.info("The graph's file is from {}; the change log since is {}", from, isWhole ? "whole" : "not whole");
        return isWhole;
    }

    private void replaceBy(Made made) {
        Made former;
        asking.writeLock().lock();
        try {
            former = current;
            current = made;
        } finally {
            asking.writeLock().unlock();
        }
        former.graph.close(); // closed behind the last question
    }

    @Override
    public void apply(List<Change> changes) {
        holding(made -> follow(made.graph, changes));
        if (file.isDueAfter(changes.size()) && (saving == null || !saving.isAlive())) {
            saving = Thread.ofPlatform().daemon().name("graph-saving").start(this::save);
        }
    }

    private LogPosition follow(SocialGraph graph, List<Change> changes) {
        LogPosition upTo = logged(changes.getLast().position());
        graph.apply(tables.following(changes), upTo);
        return upTo;
    }

    private static LogPosition logged(Position position) {
        return new LogPosition(position.xid(), position.seq());
    }

    private void save() {
        holding(made -> {
            made.source.ifPresent(source -> file.save(made.graph, source));
            return made;
        });
    }

    /// Saves the graph and gives its memory back when the server stops; whoever still asks is told of an empty network.
    @Override
    public void close() {
        save();
        replaceBy(Made.ofNothing());
    }
}
