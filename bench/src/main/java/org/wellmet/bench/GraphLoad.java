package org.wellmet.bench;

import com.google.errorprone.annotations.FormatMethod;
import java.io.IOException;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.ToLongFunction;
import org.wellmet.graph.GraphChange;
import org.wellmet.graph.GraphChange.ShowList;
import org.wellmet.graph.GraphLoader;
import org.wellmet.graph.ListAudience;
import org.wellmet.graph.LogPosition;
import org.wellmet.graph.Opening;
import org.wellmet.graph.SocialGraph;
import org.wellmet.graph.VisibilityRule;

/// The load program of the graph: makes a network, and measures what the project promises of it.
///
/// `GraphLoad <members> <mean degree> <seconds of processor time per question> <floor: yes or no>`
public final class GraphLoad {
    private static final long SEED = 20_261_122;
    private static final UUID SOURCE = new UUID(0, SEED);
    private static final int THREADS = 2;

    private final PowerLawGraph network;
    private final Duration perQuestion;

    private GraphLoad(PowerLawGraph network, Duration perQuestion) {
        this.network = network;
        this.perQuestion = perQuestion;
    }

    public static void main(String[] args) throws IOException, InterruptedException {
        int memberCount = Integer.parseInt(args[0]);
        PowerLawGraph network = new PowerLawGraph(memberCount, Integer.parseInt(args[1]), SEED);
        say("%s, seed %d, %d processors", network, SEED, Runtime.getRuntime().availableProcessors());
        GraphLoad load = new GraphLoad(network, Duration.ofMillis((long) (1000 * Double.parseDouble(args[2]))));
        if (args[3].equals("yes")) {
            load.measureFloor();
        }
        try (SocialGraph graph = load.loaded()) {
            measureSnapshot(graph);
            load.measureQuestions(graph);
            load.measureChanges(graph);
            load.measureUnderChanges(graph);
            load.measureHidden(graph);
        }
        sayCollections();
    }

    private SocialGraph loaded() {
        Stopwatch watch = new Stopwatch();
        GraphLoader loader = SocialGraph.loader();
        network.forEachPair(loader::connect);
        SocialGraph graph = loader.finish(new LogPosition(1, 1));
        String rate = watch.rate(network.pairCount());
        say("loaded %,d members, %,d connections: pairs %s", graph.memberCount(), graph.connectionCount(), rate);
        say(
                "memory %,d bytes: %.2f bytes per directed edge",
                graph.byteSize(), graph.byteSize() / 2.0 / graph.connectionCount());
        return graph;
    }

    private static void measureSnapshot(SocialGraph graph) throws IOException {
        Path file = Files.createTempFile("graph", ".bin");
        Stopwatch saving = new Stopwatch();
        graph.save(file, SOURCE);
        say("saved %,d bytes; directed edges %s", Files.size(file), saving.rate(2 * graph.connectionCount()));
        for (int time = 0; time < 3; time++) {
            Stopwatch opening = new Stopwatch();
            if (SocialGraph.open(file, SOURCE) instanceof Opening.Opened(SocialGraph opened)) {
                say("opened: directed edges %s", opening.rate(2 * opened.connectionCount()));
                opened.close();
            }
        }
        Files.delete(file);
    }

    private void measureQuestions(SocialGraph graph) throws InterruptedException {
        graph.whole(VisibilityRule.everything()).distances(2, SEED); // warm up
        Stopwatch watch = new Stopwatch();
        graph.whole(VisibilityRule.everything()).distances(5, SEED + 1);
        say("breadth-first search, directed edges %s", watch.rate(10 * graph.connectionCount()));
        GraphQuestions questions = GraphQuestions.about(graph, network.memberCount(), SEED);
        for (var question : GraphQuestions.all().entrySet()) {
            ask(questions.on(1), question.getValue(), perQuestion.dividedBy(2)); // warm up
            say("%s: %s", question.getKey(), ask(questions.on(2), question.getValue(), perQuestion));
            say("%s: %,.0f/s on %d threads", question.getKey(), throughput(questions, question.getValue()), THREADS);
        }
    }

    private static Latencies ask(GraphQuestions questions, ToLongFunction<GraphQuestions> question, Duration time) {
        Latencies latencies = new Latencies();
        long[] sum = new long[1];
        for (Stopwatch watch = new Stopwatch(); !watch.isOver(time); ) {
            latencies.measure(() -> sum[0] += question.applyAsLong(questions));
        }
        return latencies;
    }

    private double throughput(GraphQuestions questions, ToLongFunction<GraphQuestions> question)
            throws InterruptedException {
        long start = System.nanoTime();
        return askOnThreads(questions, question).count() / secondsSince(start);
    }

    private Latencies askOnThreads(GraphQuestions questions, ToLongFunction<GraphQuestions> question)
            throws InterruptedException {
        List<Latencies> each = new ArrayList<>();
        List<Thread> threads = new ArrayList<>();
        for (int thread = 0; thread < THREADS; thread++) {
            GraphQuestions own = questions.on(100 + thread);
            threads.add(Thread.ofPlatform().start(() -> {
                Latencies latencies = ask(own, question, perQuestion);
                synchronized (each) {
                    each.add(latencies);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        Latencies all = new Latencies();
        each.forEach(all::addAll);
        return all;
    }

    private void measureChanges(SocialGraph graph) {
        Changes changes = new Changes(graph, network.memberCount());
        for (int batchSize : new int[] {1, 100, 1_000, 10_000}) {
            changes.apply(batchSize);
            Stopwatch watch = new Stopwatch();
            long count = 0;
            for (; !watch.isOver(perQuestion); count += batchSize) {
                changes.apply(batchSize);
            }
            say("changes in batches of %,d: %s", batchSize, watch.rate(count));
        }
    }

    private void measureUnderChanges(SocialGraph graph) throws InterruptedException {
        GraphQuestions questions = GraphQuestions.about(graph, network.memberCount(), SEED);
        AtomicBoolean isOver = new AtomicBoolean();
        AtomicLong applied = new AtomicLong();
        long start = System.nanoTime();
        Thread writer = Thread.ofPlatform().start(() -> {
            Changes changes = new Changes(graph, network.memberCount());
            for (long due = System.nanoTime(); !isOver.get(); due += 10_000_000) {
                changes.apply(100);
                applied.addAndGet(100);
                LockSupport.parkNanos(due - System.nanoTime());
            }
        });
        for (var question : GraphQuestions.all().entrySet()) {
            say(
                    "%s, %d threads, under changes: %s",
                    question.getKey(), THREADS, askOnThreads(questions, question.getValue()));
        }
        isOver.set(true);
        writer.join();
        say(
                "changes meanwhile: %,.0f/s; memory %.2f bytes per directed edge",
                applied.get() / secondsSince(start), graph.byteSize() / 2.0 / graph.connectionCount());
    }

    /// The same questions when one of ten lists is for nobody, one of ten for connections, one of a hundred
    /// members hidden.
    private void measureHidden(SocialGraph graph) {
        SplittableRandom random = new SplittableRandom(SEED);
        List<GraphChange> changes = new ArrayList<>();
        for (long key = 1; key <= network.memberCount(); key++) {
            switch (random.nextInt(100)) {
                case 0 -> changes.add(new GraphChange.Hide(key));
                case 1, 2, 3, 4, 5, 6, 7, 8, 9, 10 -> changes.add(new ShowList(key, ListAudience.NOBODY));
                case 11, 12, 13, 14, 15, 16, 17, 18, 19, 20 -> changes.add(new ShowList(key, ListAudience.CONNECTIONS));
                default -> {}
            }
        }
        graph.apply(changes, graph.position());
        GraphQuestions questions = GraphQuestions.about(graph, network.memberCount(), SEED);
        for (var question : GraphQuestions.all().entrySet()) {
            ask(questions.on(1), question.getValue(), perQuestion.dividedBy(2)); // warm up
            say("%s, much hidden: %s", question.getKey(), ask(questions.on(2), question.getValue(), perQuestion));
        }
    }

    /// Connections made and cut at random, three of four made.
    private static final class Changes {
        private final SocialGraph graph;
        private final int memberCount;
        private final SplittableRandom random = new SplittableRandom(SEED);

        Changes(SocialGraph graph, int memberCount) {
            this.graph = graph;
            this.memberCount = memberCount;
        }

        void apply(int count) {
            List<GraphChange> batch = new ArrayList<>(count);
            while (batch.size() < count) {
                long a = 1 + random.nextLong(memberCount);
                long b = 1 + random.nextLong(memberCount);
                if (a != b) {
                    batch.add(
                            random.nextInt(4) == 0 ? new GraphChange.Disconnect(a, b) : new GraphChange.Connect(a, b));
                }
            }
            graph.apply(batch, graph.position());
        }
    }

    private void measureFloor() {
        Stopwatch drawing = new Stopwatch();
        long[] sum = new long[1];
        network.forEachPair((a, b) -> sum[0] += a ^ b);
        say(
                "drawing alone: pairs %s, in all the rates of building (check %d)",
                drawing.rate(network.pairCount()), sum[0]);
        Stopwatch watch = new Stopwatch();
        ArrayGraph floor = ArrayGraph.of(network);
        say("floor: array CSR of %,d directed edges; pairs %s", floor.entryCount(), watch.rate(network.pairCount()));
        long[] seen = new long[(floor.vertexCount() + 63) >> 6];
        int[] queue = new int[floor.vertexCount()];
        SplittableRandom random = new SplittableRandom(2);
        floor.reach(1, 9, seen, queue);
        Stopwatch whole = new Stopwatch();
        floor.reach(2, 9, seen, queue);
        say("floor: breadth-first search, directed edges %s", whole.rate(floor.entryCount()));
        ArrayGraph.Side left = new ArrayGraph.Side(floor.vertexCount());
        ArrayGraph.Side right = new ArrayGraph.Side(floor.vertexCount());
        for (int time = 0; time < 2; time++) {
            Latencies reach = new Latencies();
            Latencies twoSteps = new Latencies();
            Latencies distance = new Latencies();
            for (int question = 0; question < 5_000; question++) {
                int from = 1 + random.nextInt(network.memberCount());
                int to = 1 + random.nextInt(network.memberCount());
                distance.measure(() -> floor.distance(from, to, 6, left, right));
                twoSteps.measure(() -> floor.reach(from, 2, seen, queue));
                if (question % 50 == 0) {
                    reach.measure(() -> floor.reach(from, 3, seen, queue));
                }
            }
            say("floor: distance of a pair %s", distance);
            say("floor: two-step set %s", twoSteps);
            say("floor: reach at 3 %s", reach);
        }
    }

    private static void sayCollections() {
        for (GarbageCollectorMXBean collector : ManagementFactory.getGarbageCollectorMXBeans()) {
            say(
                    "%s: %d times, %d ms",
                    collector.getName(), collector.getCollectionCount(), collector.getCollectionTime());
        }
    }

    private static double secondsSince(long startNanos) {
        return (System.nanoTime() - startNanos) / 1e9;
    }

    @FormatMethod
    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
