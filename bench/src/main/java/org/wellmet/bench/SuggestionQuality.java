package org.wellmet.bench;

import com.google.errorprone.annotations.FormatMethod;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.wellmet.graph.CandidateQuestion;
import org.wellmet.graph.GraphLoader;
import org.wellmet.graph.LogPosition;
import org.wellmet.graph.SocialGraph;
import org.wellmet.graph.VisibilityRule;
import org.wellmet.relevance.RealJudging;
import org.wellmet.suggestion.Lens;
import org.wellmet.suggestion.ProspectSearch;
import org.wellmet.suggestion.Slate;

/// What a suggestion loses when fewer entries are read for it: slates and candidates with less effort beside those
/// with the most that one question may spend.
///
/// `SuggestionQuality <members> <mean degree>` on a generated network, `SuggestionQuality <folder>` on the ties of
/// `edges.csv`, of which a tenth is held out and looked for among the candidates.
public final class SuggestionQuality {
    private static final long SEED = 20_261_123;
    private static final int VIEWERS = 1_000;
    private static final int HUBS = 100;
    private static final int ROUNDS = 10;
    private static final int HELD_OUT_SHARE = 10;
    private static final int TOP = 100;
    private static final long USUAL = -1;
    private static final List<Long> EFFORTS = List.of(5_000L, 20_000L, USUAL);

    private SuggestionQuality() {}

    public static void main(String[] args) throws IOException, ReflectiveOperationException {
        if (args.length == 1) {
            lookForHeldOut(Path.of(args[0], "edges.csv"));
        } else {
            compare(new PowerLawGraph(Integer.parseInt(args[0]), Integer.parseInt(args[1]), SEED));
        }
    }

    // ---- a generated network

    private static void compare(PowerLawGraph network) throws ReflectiveOperationException {
        GraphLoader loader = SocialGraph.loader();
        network.forEachPair(loader::connect);
        try (SocialGraph graph = loader.finish(new LogPosition(1, 1))) {
            GeneratedTraits traits = new GeneratedTraits(network.memberCount(), SEED);
            SplittableRandom random = new SplittableRandom(SEED);
            long[] anybody =
                    random.longs(VIEWERS, 1, network.memberCount() + 1L).toArray();
            RealJudging judging = new RealJudging(graph, traits.lastKey(), traits::said);
            SlatesInMemory slates = new SlatesInMemory(graph, traits, judging);
            report("anybody", graph, slates, anybody);
            report("the " + HUBS + " with most connections", graph, slates, hubs(graph, network.memberCount()));
            shortlisted(slates, anybody);
        }
    }

    /// How many of those who would have a seat if all were judged by hundreds of their connections have one.
    private static void shortlisted(SlatesInMemory slates, long[] viewers) {
        for (Lens lens : Lens.values()) {
            double kept = 0;
            double first = 0;
            double seats = 0;
            for (long viewer : viewers) {
                List<Long> whole = keys(slates.wholeSlate(viewer, lens, USUAL));
                List<Long> drawn = keys(slates.slate(viewer, lens));
                kept += whole.stream().filter(drawn::contains).count();
                first += !whole.isEmpty() && drawn.contains(whole.getFirst()) ? 1 : 0;
                seats += whole.size();
            }
            say(
                    "%s, by shortlist: %.1f %% of the slates in which all are judged, %.1f %% of those on their first seat",
                    lens, 100 * kept / seats, 100 * first / viewers.length);
        }
    }

    private static long[] hubs(SocialGraph graph, int memberCount) {
        return LongStream.rangeClosed(1, memberCount)
                .boxed()
                .sorted(Comparator.comparingInt((Long key) -> degree(graph, key))
                        .reversed())
                .limit(HUBS)
                .mapToLong(Long::longValue)
                .toArray();
    }

    private static int degree(SocialGraph graph, long key) {
        return graph.neighbors(key, 0, VisibilityRule.everything()).count();
    }

    private static void report(String who, SocialGraph graph, SlatesInMemory slates, long[] viewers) {
        for (long effort : EFFORTS) {
            double candidates = 0;
            double seats = 0;
            long candidateCount = 0;
            long seatCount = 0;
            for (long viewer : viewers) {
                Map<Long, Double> all = found(graph, viewer, CandidateQuestion.MAX_EFFORT);
                Map<Long, Double> fewer = found(graph, viewer, effort);
                Set<Long> top = top(all);
                candidateCount += top.size();
                top.retainAll(top(fewer));
                candidates += top.size();
                List<Long> slate = keys(slates.wholeSlate(viewer, Lens.BALANCED, CandidateQuestion.MAX_EFFORT));
                seatCount += slate.size();
                List<Long> other = keys(slates.wholeSlate(viewer, Lens.BALANCED, effort));
                seats += slate.stream().filter(other::contains).count();
            }
            say(
                    "%s, effort %,d (-1 is the usual): %.1f %% of the first %d candidates, %.1f %% of the slates",
                    who, effort, 100 * candidates / candidateCount, TOP, 100 * seats / seatCount);
        }
    }

    private static Map<Long, Double> found(SocialGraph graph, long viewer, long effort) {
        return search(graph, viewer, effort).prospects(Set.of(), Set.of());
    }

    private static ProspectSearch search(SocialGraph graph, long viewer, long effort) {
        VisibilityRule rule = VisibilityRule.seenBy(viewer);
        return effort == USUAL
                ? new ProspectSearch(graph, viewer, rule)
                : new ProspectSearch(graph, viewer, rule, effort);
    }

    private static Set<Long> top(Map<Long, Double> found) {
        return new HashSet<>(found.keySet().stream().limit(TOP).toList());
    }

    private static List<Long> keys(Slate slate) {
        return slate.seats().stream()
                .map(seat -> seat.scored().prospect().key())
                .toList();
    }

    // ---- a real one

    private static void lookForHeldOut(Path edges) throws IOException {
        List<long[]> all = Files.readAllLines(edges).stream()
                .filter(line -> Character.isDigit(line.charAt(0)))
                .map(line -> line.split(",", -1))
                .map(ends -> undirected(1 + Long.parseLong(ends[0]), 1 + Long.parseLong(ends[1])))
                .filter(ends -> ends.getFirst() < ends.getLast())
                .distinct()
                .map(ends -> new long[] {ends.getFirst(), ends.getLast()})
                .toList();
        List<Long> efforts = new ArrayList<>(EFFORTS);
        efforts.add(CandidateQuestion.MAX_EFFORT);
        Map<Long, Long> found = new HashMap<>();
        long asked = 0;
        for (int round = 0; round < ROUNDS; round++) {
            asked += lookForHeldOut(all, new SplittableRandom(SEED + round), efforts, found);
        }
        for (long effort : efforts) {
            say(
                    "effort %,d: %.2f %% of %,d ends of held-out ties are among the %d candidates",
                    effort, 100.0 * found.getOrDefault(effort, 0L) / asked, asked, ProspectSearch.MOST);
        }
    }

    private static List<Long> undirected(long a, long b) {
        return List.of(Math.min(a, b), Math.max(a, b));
    }

    private static long lookForHeldOut(
            List<long[]> all, SplittableRandom random, List<Long> efforts, Map<Long, Long> found) {
        List<long[]> heldOut = new ArrayList<>();
        GraphLoader loader = SocialGraph.loader();
        for (long[] edge : all) {
            if (random.nextInt(HELD_OUT_SHARE) == 0) {
                heldOut.add(edge);
            } else {
                loader.connect(edge[0], edge[1]);
            }
        }
        long asked = 0;
        try (SocialGraph graph = loader.finish(new LogPosition(1, 1))) {
            for (long[] edge : heldOut) {
                for (int end : IntStream.range(0, 2).toArray()) {
                    asked++;
                    for (long effort : efforts) {
                        boolean isFound = found(graph, edge[end], effort).containsKey(edge[1 - end]);
                        found.merge(effort, isFound ? 1L : 0L, Long::sum);
                    }
                }
            }
        }
        return asked;
    }

    @FormatMethod
    private static void say(String format, Object... values) {
        System.out.println(String.format(Locale.ROOT, format, values));
    }
}
