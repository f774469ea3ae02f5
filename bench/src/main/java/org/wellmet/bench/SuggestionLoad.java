package org.wellmet.bench;

import com.google.errorprone.annotations.FormatMethod;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import org.wellmet.graph.GraphLoader;
import org.wellmet.graph.LogPosition;
import org.wellmet.graph.SocialGraph;
import org.wellmet.relevance.RealJudging;
import org.wellmet.suggestion.Lens;

/// The load program of suggestions: [SlatesInMemory], each for another viewer and lens.
///
/// `SuggestionLoad <members> <mean degree> <seconds> <newcomers in a hundred>`
///
/// Newcomers have traits and no connection.
public final class SuggestionLoad {
    private static final long SEED = 20_261_123;
    private static final int THREADS = 2;
    private static final List<Lens> LENSES = List.of(Lens.values());

    private final SocialGraph graph;
    private final GeneratedTraits traits;
    private final RealJudging judging;
    private final int newcomerShare;

    private SuggestionLoad(SocialGraph graph, GeneratedTraits traits, RealJudging judging, int newcomerShare) {
        this.graph = graph;
        this.traits = traits;
        this.judging = judging;
        this.newcomerShare = newcomerShare;
    }

    public static void main(String[] args) throws InterruptedException, ReflectiveOperationException {
        PowerLawGraph network = new PowerLawGraph(Integer.parseInt(args[0]), Integer.parseInt(args[1]), SEED);
        Duration time = Duration.ofMillis((long) (1000 * Double.parseDouble(args[2])));
        say("%s, seed %d, %d processors", network, SEED, Runtime.getRuntime().availableProcessors());
        GraphLoader loader = SocialGraph.loader();
        network.forEachPair(loader::connect);
        try (SocialGraph graph = loader.finish(new LogPosition(1, 1))) {
            GeneratedTraits traits = new GeneratedTraits(network.memberCount(), SEED);
            say("loaded %,d members, %,d connections", graph.memberCount(), graph.connectionCount());
            RealJudging judging = new RealJudging(graph, traits.lastKey(), traits::said);
            new SuggestionLoad(graph, traits, judging, Integer.parseInt(args[3])).measure(time);
        }
    }

    private void measure(Duration time) throws InterruptedException {
        new Asker(1).ask(time); // to compile it
        Asker alone = new Asker(2);
        say("a slate, one thread: %s", alone.ask(time));
        say("parts, one thread: %s", alone.slates.parts());
        List<Latencies> each = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        long start = System.nanoTime();
        for (int thread = 0; thread < THREADS; thread++) {
            Asker asker = new Asker(100 + thread);
            threads.add(Thread.ofPlatform().start(() -> {
                Latencies latencies = asker.ask(time);
                synchronized (each) {
                    each.add(latencies);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        double seconds = (System.nanoTime() - start) / 1e9;
        Latencies all = new Latencies();
        each.forEach(all::addAll);
        say("a slate, %d threads: %s", THREADS, all);
        say("a slate, %d threads: %,.0f/s", THREADS, all.count() / seconds);
    }

    /// Asks for one slate after the other. Confined to one thread.
    private final class Asker {
        private final SlatesInMemory slates = new SlatesInMemory(graph, traits, judging);
        private final SplittableRandom random;

        Asker(long seed) {
            this.random = new SplittableRandom(SEED + seed);
        }

        Latencies ask(Duration time) {
            Latencies latencies = new Latencies();
            for (long end = System.nanoTime() + time.toNanos(); System.nanoTime() < end; ) {
                boolean isNewcomer = random.nextInt(100) < newcomerShare;
                long viewer = isNewcomer
                        ? traits.memberCount() + 1 + random.nextInt(GeneratedTraits.NEWCOMERS)
                        : 1 + random.nextInt(traits.memberCount());
                Lens lens = LENSES.get(random.nextInt(LENSES.size()));
                latencies.measure(() -> slates.slate(viewer, lens));
            }
            return latencies;
        }
    }

    @FormatMethod
    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
