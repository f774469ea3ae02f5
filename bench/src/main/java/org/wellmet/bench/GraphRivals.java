package org.wellmet.bench;

import com.google.errorprone.annotations.FormatMethod;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.BiFunction;

/// Our graph beside others, in one run, on one network, with the same questions; all answers must be equal.
///
/// `GraphRivals <members> <mean degree> <questions>`
public final class GraphRivals {
    private static final long SEED = 20_261_122;
    private static final long WARM_UP_NANOS = 3_000_000_000L;

    private final List<Rival> rivals;
    private final List<Page> pages = new ArrayList<>();

    /// A viewer and the members of whom they ask.
    private record Page(long viewer, List<Long> keys) {}

    private GraphRivals(List<Rival> rivals, int memberCount, int questionCount) {
        this.rivals = rivals;
        SplittableRandom random = new SplittableRandom(SEED);
        for (int question = 0; question < questionCount; question++) {
            List<Long> keys = new ArrayList<>();
            for (int i = 0; i < 100; i++) {
                keys.add(1 + random.nextLong(memberCount));
            }
            pages.add(new Page(1 + random.nextLong(memberCount), keys));
        }
    }

    /// What starts a rival and loads the network.
    interface Maker {
        Rival make(PowerLawGraph network) throws SQLException;
    }

    public static void main(String[] args) throws SQLException {
        compare(args, List.of(WellmetRival::new, JGraphTRival::new, PostgresRival::new));
    }

    /// The first is the one that the others are compared with.
    static void compare(String[] args, List<Maker> makers) throws SQLException {
        int memberCount = Integer.parseInt(args[0]);
        PowerLawGraph network = new PowerLawGraph(memberCount, Integer.parseInt(args[1]), SEED);
        say("%s", network);
        List<Rival> rivals = new ArrayList<>();
        for (Maker maker : makers) {
            Stopwatch watch = new Stopwatch();
            rivals.add(maker.make(network));
            say("%s loaded: pairs %s", rivals.getLast().name(), watch.rate(network.pairCount()));
        }
        GraphRivals contest = new GraphRivals(rivals, memberCount, Integer.parseInt(args[2]));
        contest.compare("shortest path", (rival, page) -> rival.distance(page.viewer, page.keys.getFirst()));
        contest.compare("mutual connections", (rival, page) -> rival.mutualCount(page.viewer, page.keys.getFirst()));
        contest.compare("separation of 100", (rival, page) -> rival.separations(page.viewer, page.keys));
        rivals.forEach(Rival::close);
    }

    private void compare(String question, BiFunction<Rival, Page, Object> asked) {
        List<Object> expected = new ArrayList<>();
        double ours = 0;
        for (Rival rival : rivals) {
            List<Object> answers = new ArrayList<>();
            long warm = System.nanoTime() + WARM_UP_NANOS;
            do {
                answers.clear();
                pages.forEach(page -> answers.add(asked.apply(rival, page)));
            } while (System.nanoTime() < warm);
            Latencies latencies = new Latencies();
            pages.forEach(page -> latencies.measure(() -> answers.add(asked.apply(rival, page))));
            expected = expected.isEmpty() ? answers : expected;
            ours = ours == 0 ? latencies.medianMicros() : ours;
            String verdict = answers.equals(expected) ? "same answers" : "OTHER ANSWERS";
            say(
                    "%s, %s: %s; %,.1f times ours; %s",
                    question, rival.name(), latencies, latencies.medianMicros() / ours, verdict);
        }
    }

    @FormatMethod
    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
