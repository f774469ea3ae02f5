package org.wellmet.bench;

import com.google.errorprone.annotations.FormatMethod;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SplittableRandom;
import org.wellmet.graph.GraphLoader;
import org.wellmet.graph.LogPosition;
import org.wellmet.graph.SocialGraph;
import org.wellmet.graph.VisibilityRule;
import org.wellmet.relevance.Judgement;
import org.wellmet.relevance.RealJudging;
import org.wellmet.suggestion.Effect;
import org.wellmet.suggestion.Lens;
import org.wellmet.suggestion.Likeness;
import org.wellmet.suggestion.Prospect;
import org.wellmet.suggestion.ProspectSearch;
import org.wellmet.suggestion.Slate;
import org.wellmet.suggestion.SuggestionModel;

/// The load program of suggestions: whole slates from memory, each for another viewer. Candidates from the real
/// graph and from traits, what stands between, a likeness with its reasons, the score, the balance. No rows, no
/// HTTP.
///
/// `SuggestionLoad <members> <mean degree> <seconds> <newcomers in a hundred> [<effort, -1 for the usual> [real]]`
///
/// Newcomers ask without a connection: they are keys that the graph does not hold. `real` judges by the server's own
/// `relevance` instead of a [StandIn]; there are no newcomers then.
public final class SuggestionLoad {
    private static final long SEED = 20_261_123;
    private static final int THREADS = 2;
    private static final long USUAL = -1;
    private static final ThreadMXBean THREAD_TIMES = ManagementFactory.getThreadMXBean();
    private static final List<Lens> LENSES = List.of(Lens.values());

    private final SocialGraph graph;
    private final GeneratedTraits traits;
    private final SuggestionModel model = new SuggestionModel(SuggestionModel.USUAL_PEAK);
    private final int newcomerShare;
    private final long effort;
    private final Optional<RealJudging> real;

    private SuggestionLoad(
            SocialGraph graph, GeneratedTraits traits, int newcomerShare, long effort, Optional<RealJudging> real) {
        this.graph = graph;
        this.traits = traits;
        this.newcomerShare = newcomerShare;
        this.effort = effort;
        this.real = real;
    }

    public static void main(String[] args) throws InterruptedException, ReflectiveOperationException {
        PowerLawGraph network = new PowerLawGraph(Integer.parseInt(args[0]), Integer.parseInt(args[1]), SEED);
        long effort = args.length > 4 ? Long.parseLong(args[4]) : USUAL;
        Duration time = Duration.ofMillis((long) (1000 * Double.parseDouble(args[2])));
        say("%s, seed %d, %d processors", network, SEED, Runtime.getRuntime().availableProcessors());
        GraphLoader loader = SocialGraph.loader();
        network.forEachPair(loader::connect);
        try (SocialGraph graph = loader.finish(new LogPosition(1, 1))) {
            GeneratedTraits traits = new GeneratedTraits(network.memberCount(), SEED);
            say("loaded %,d members, %,d connections", graph.memberCount(), graph.connectionCount());
            Optional<RealJudging> real = args.length > 5 && args[5].equals("real")
                    ? Optional.of(new RealJudging(graph, network.memberCount(), traits::said))
                    : Optional.empty();
            SuggestionLoad load = new SuggestionLoad(graph, traits, Integer.parseInt(args[3]), effort, real);
            load.measure(time);
        }
    }

    private void measure(Duration time) throws InterruptedException {
        Asker warm = new Asker(1);
        warm.ask(time);
        say("parts, one thread: %s", warm.parts());
        Asker alone = new Asker(2);
        say("a slate, one thread: %s", alone.ask(time));
        say("parts, one thread: %s", alone.parts());
        say("slates so far: %.1f suggestions, of which %.1f open a circle", alone.sizeMean(), alone.openMean());
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
        private final SplittableRandom random;
        private final StandIn standIn = new StandIn(traits);
        private final long[] partNanos = new long[4]; // the names of parts() in their order
        private long count;
        private long shown;
        private long opening;

        Asker(long seed) {
            this.random = new SplittableRandom(SEED + seed);
        }

        Latencies ask(Duration time) {
            Latencies latencies = new Latencies();
            for (long end = System.nanoTime() + time.toNanos(); System.nanoTime() < end; ) {
                int member = 1 + random.nextInt(traits.memberCount());
                boolean isNewcomer = random.nextInt(100) < newcomerShare;
                Lens lens = LENSES.get(random.nextInt(LENSES.size()));
                latencies.measure(() -> slate(member, isNewcomer, lens));
            }
            return latencies;
        }

        private void slate(int member, boolean isNewcomer, Lens lens) {
            long viewer = isNewcomer ? member + (long) Integer.MAX_VALUE : member;
            long start = processorNanos();
            Set<Long> named = new HashSet<>();
            for (int other : traits.sharing(member, ProspectSearch.MOST_TO_CHOOSE_FROM)) {
                named.add((long) other);
            }
            long found = processorNanos();
            ProspectSearch search = search(viewer);
            Map<Long, Double> between = new HashMap<>(search.prospects(named, Set.of()));
            if (isNewcomer) {
                named.forEach(key -> between.put(key, 0.0));
            }
            long asked = processorNanos();
            List<Prospect> prospects = new ArrayList<>(between.size());
            Map<Long, int[]> reasons = new HashMap<>();
            if (real.isPresent()) {
                judge(real.get(), viewer, between, prospects);
            } else {
                between.forEach((key, damped) -> prospects.add(judged(member, key, damped, reasons)));
            }
            long judged = processorNanos();
            Slate slate = Slate.of(prospects, model, lens, search::closures);
            long end = processorNanos();
            partNanos[0] += found - start;
            partNanos[1] += asked - found;
            partNanos[2] += judged - asked;
            partNanos[3] += end - judged;
            count++;
            shown += slate.seats().size();
            opening += slate.seats().stream()
                    .filter(seat -> seat.closure().effect() == Effect.OPENS_CIRCLE)
                    .count();
        }

        private ProspectSearch search(long viewer) {
            VisibilityRule rule = VisibilityRule.seenBy(viewer);
            return effort == USUAL
                    ? new ProspectSearch(graph, viewer, rule)
                    : new ProspectSearch(graph, viewer, rule, effort);
        }

        private void judge(RealJudging judging, long viewer, Map<Long, Double> between, List<Prospect> prospects) {
            for (Judgement judgement : judging.judge(viewer, between.keySet())) {
                long key = judgement.member().value();
                double damped = between.getOrDefault(key, 0.0);
                Prospect alike = standIn.judged((int) viewer, key, damped);
                prospects.add(new Prospect(
                        key,
                        damped,
                        judgement.probability(),
                        Likeness.of(judgement.grounds(), alike.likeness().near()),
                        alike.availability()));
            }
        }

        private Prospect judged(int member, long key, double damped, Map<Long, int[]> reasons) {
            Prospect prospect = standIn.judged(member, key, damped);
            reasons.put(key, standIn.reasons());
            return prospect;
        }

        String parts() {
            return String.format(
                    Locale.ROOT,
                    "processor time in the mean: sharing traits %.0f µs, two steps %.0f µs, judging %.0f µs, balance %.0f µs",
                    partNanos[0] / 1e3 / count,
                    partNanos[1] / 1e3 / count,
                    partNanos[2] / 1e3 / count,
                    partNanos[3] / 1e3 / count);
        }

        double sizeMean() {
            return (double) shown / count;
        }

        double openMean() {
            return (double) opening / count;
        }
    }

    private static long processorNanos() {
        return THREAD_TIMES.getCurrentThreadCpuTime();
    }

    @FormatMethod
    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
