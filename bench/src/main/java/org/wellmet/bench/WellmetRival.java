package org.wellmet.bench;

import java.util.List;
import org.wellmet.graph.GraphLoader;
import org.wellmet.graph.GraphPath;
import org.wellmet.graph.LogPosition;
import org.wellmet.graph.Separation;
import org.wellmet.graph.Separations;
import org.wellmet.graph.SocialGraph;
import org.wellmet.graph.VisibilityRule;

/// Our own graph.
final class WellmetRival implements Rival {
    private final SocialGraph graph;

    WellmetRival(PowerLawGraph network) {
        GraphLoader loader = SocialGraph.loader();
        network.forEachPair(loader::connect);
        this.graph = loader.finish(LogPosition.START);
    }

    @Override
    public String name() {
        return "Wellmet";
    }

    @Override
    public int distance(long from, long to) {
        List<GraphPath> paths =
                graph.anyShortestPath(from, to, VisibilityRule.seenBy(from)).paths();
        return paths.isEmpty() || paths.getFirst().length() > MAX_DISTANCE
                ? -1
                : paths.getFirst().length();
    }

    @Override
    public int mutualCount(long keyA, long keyB) {
        return graph.mutualConnections(keyA, keyB, 0, VisibilityRule.seenBy(keyA))
                .count();
    }

    @Override
    public List<Integer> separations(long from, List<Long> keys) {
        Separations separations = graph.separations(from, keys, VisibilityRule.seenBy(from));
        return keys.stream().map(key -> steps(separations.to(key))).toList();
    }

    private static int steps(Separation separation) {
        return switch (separation) {
            case SELF -> 0;
            case FIRST -> 1;
            case SECOND -> 2;
            case THIRD -> 3;
            case OUT_OF_NETWORK -> 4;
        };
    }

    @Override
    public void close() {
        graph.close();
    }
}
