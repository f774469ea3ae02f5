package org.wellmet.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.wellmet.graph.GraphChange.Connect;
import org.wellmet.graph.GraphChange.Disconnect;

/// Readers see whole versions only, while one thread writes and another compacts all the time.
///
/// A window of ten neighbors of member 0 moves by one with each batch, in two changes. So a whole version at
/// position `n` has exactly the window that begins at `n`, and half a batch has nine or eleven neighbors, or the
/// wrong ten.
class ReadersUnderWriterTest {
    private static final int WINDOW = 10;
    private static final int RING = 500;
    private static final int BATCHES = 20_000;

    @Test
    void readersSeeWholeVersionsOnly() throws InterruptedException {
        Run run = new Run(ReadersUnderWriterTest::applyWhole);

        assertThat(run.brokenVersions()).isZero();
        assertThat(run.answers.get()).isGreaterThan(100);
    }

    @Test
    void aWriterThatShowsHalfABatchIsCaught() throws InterruptedException {
        Run run = new Run(ReadersUnderWriterTest::applyInHalves);

        assertThat(run.brokenVersions()).isPositive();
    }

    private static void applyWhole(SocialGraph graph, List<GraphChange> changes, LogPosition upTo) {
        graph.apply(changes, upTo);
    }

    /// The planted fault: half of the batch is visible before the other half.
    private static void applyInHalves(SocialGraph graph, List<GraphChange> changes, LogPosition upTo) {
        graph.apply(changes.subList(0, 1), upTo);
        graph.apply(changes.subList(1, 2), upTo);
    }

    private interface Writer {
        void apply(SocialGraph graph, List<GraphChange> changes, LogPosition upTo);
    }

    private static final class Run {
        private final Writer writer;
        private final SocialGraph graph = SocialGraph.empty();
        private final AtomicBoolean isOver = new AtomicBoolean();
        private final AtomicLong answers = new AtomicLong();
        private final AtomicLong broken = new AtomicLong();

        Run(Writer writer) {
            this.writer = writer;
        }

        long brokenVersions() throws InterruptedException {
            graph.apply(window(0).stream().map(key -> new Connect(0, key)).toList(), new LogPosition(0, 0));
            List<Thread> others = new ArrayList<>();
            for (int reader = 0; reader < 3; reader++) {
                others.add(Thread.ofPlatform().start(this::read));
            }
            others.add(Thread.ofPlatform().start(this::compact));
            for (int batch = 0; batch < BATCHES; batch++) {
                List<GraphChange> changes = List.of(new Disconnect(0, key(batch)), new Connect(0, key(batch + WINDOW)));
                writer.apply(graph, changes, new LogPosition(0, batch + 1));
            }
            isOver.set(true);
            for (Thread other : others) {
                other.join();
            }
            graph.close();
            return broken.get();
        }

        private void read() {
            while (!isOver.get()) {
                Neighbors seen = graph.neighbors(0, RING, VisibilityRule.everything());
                if (!seen.first().equals(window(seen.asOf().seq()))) {
                    broken.incrementAndGet();
                }
                answers.incrementAndGet();
            }
        }

        private void compact() {
            while (!isOver.get()) {
                graph.compact();
            }
        }
    }

    private static long key(long place) {
        return 1 + place % RING;
    }

    private static List<Long> window(long start) {
        return LongStream.range(start, start + WINDOW)
                .map(ReadersUnderWriterTest::key)
                .sorted()
                .boxed()
                .toList();
    }
}
