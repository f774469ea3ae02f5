package org.wellmet.bench;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.ToLongFunction;
import org.wellmet.graph.BondQuestion;
import org.wellmet.graph.CandidateQuestion;
import org.wellmet.graph.SocialGraph;
import org.wellmet.graph.VisibilityRule;

/// The questions that are measured, each drawn anew from a generator, so that no answer is warm. Confined.
final class GraphQuestions {
    /// Where members on a page of names come from: so many steps on a random walk from the viewer.
    private static final int LONGEST_WALK = 4;

    private final SocialGraph graph;
    private final int memberCount;
    private final List<List<Long>> known;
    private final SplittableRandom random;

    private GraphQuestions(SocialGraph graph, int memberCount, List<List<Long>> known, long seed) {
        this.graph = graph;
        this.memberCount = memberCount;
        this.known = known;
        this.random = new SplittableRandom(seed);
    }

    /// Draws what the questions need beforehand, so that the drawing is not measured.
    static GraphQuestions about(SocialGraph graph, int memberCount, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<List<Long>> known = new ArrayList<>();
        for (int page = 0; page < 500; page++) {
            long viewer = 1 + random.nextLong(memberCount);
            List<Long> names = new ArrayList<>(List.of(viewer));
            while (names.size() <= 100) {
                names.add(walk(graph, viewer, 1 + random.nextInt(LONGEST_WALK), memberCount, random));
            }
            known.add(names);
        }
        return new GraphQuestions(graph, memberCount, known, seed + 1);
    }

    private static long walk(SocialGraph graph, long from, int steps, int memberCount, SplittableRandom random) {
        long at = from;
        for (int step = 0; step < steps; step++) {
            List<Long> next =
                    graph.neighbors(at, 50, VisibilityRule.everything()).first();
            at = next.isEmpty() ? 1 + random.nextLong(memberCount) : next.get(random.nextInt(next.size()));
        }
        return at;
    }

    GraphQuestions on(long seed) {
        return new GraphQuestions(graph, memberCount, known, seed);
    }

    private long anyone() {
        return 1 + random.nextLong(memberCount);
    }

    private List<Long> page() {
        return known.get(random.nextInt(known.size()));
    }

    /// Each question by its name; what it answers is summed up so that nothing is optimized away.
    static Map<String, ToLongFunction<GraphQuestions>> all() {
        Map<String, ToLongFunction<GraphQuestions>> questions = new LinkedHashMap<>();
        questions.put("separation of 100", GraphQuestions::separations);
        questions.put("mutual connections of a pair", GraphQuestions::mutual);
        questions.put("shortest path", GraphQuestions::path);
        questions.put("all shortest paths (20)", GraphQuestions::paths);
        questions.put("reach at 2", GraphQuestions::reachAtTwo);
        questions.put("reach at 3", GraphQuestions::reach);
        questions.put("candidates, top 200", GraphQuestions::candidates);
        questions.put("bonds with 300", GraphQuestions::bonds);
        return questions;
    }

    private static VisibilityRule rule(long viewer) {
        return VisibilityRule.seenBy(viewer);
    }

    private long separations() {
        List<Long> page = page();
        long viewer = page.getFirst();
        return graph.separations(viewer, page.subList(1, 101), rule(viewer))
                .byKey()
                .size();
    }

    private long mutual() {
        List<Long> page = page();
        long viewer = page.getFirst();
        long other = page.get(1 + random.nextInt(100));
        return graph.mutualConnections(viewer, other, 5, rule(viewer)).count();
    }

    private long path() {
        long viewer = anyone();
        return graph.anyShortestPath(viewer, anyone(), rule(viewer)).paths().size();
    }

    private long paths() {
        long viewer = anyone();
        return graph.shortestPaths(viewer, anyone(), 20, rule(viewer)).paths().size();
    }

    private long reach() {
        long viewer = anyone();
        return graph.reach(viewer, rule(viewer)).total();
    }

    private long reachAtTwo() {
        long viewer = anyone();
        return graph.reachAtTwo(viewer, rule(viewer)).total();
    }

    /// Of three pages of names, on the first viewer's behalf.
    private long bonds() {
        List<Long> page = page();
        List<Long> keys = new ArrayList<>(page.subList(1, 101));
        keys.addAll(page().subList(1, 101));
        keys.addAll(page().subList(1, 101));
        long viewer = page.getFirst();
        return graph.bonds(new BondQuestion(viewer, keys, 0, true), rule(viewer))
                .degree();
    }

    private long candidates() {
        long viewer = anyone();
        return graph.candidates(CandidateQuestion.of(viewer, 200), rule(viewer))
                .best()
                .size();
    }
}
