package org.wellmet.graph;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.wellmet.graph.GraphChange.Connect;

/// Small languages in which a test states its graph.
final class Fixtures {
    private Fixtures() {}

    /// Reads edges from "1-2 2-3", so that a test can be checked against a drawing at a glance.
    static List<GraphChange> edges(String edges) {
        List<GraphChange> changes = new ArrayList<>();
        for (String edge : edges.isBlank() ? new String[0] : edges.strip().split("\\s+")) {
            int dash = edge.indexOf('-');
            changes.add(new Connect(Long.parseLong(edge.substring(0, dash)), Long.parseLong(edge.substring(dash + 1))));
        }
        return changes;
    }

    static SocialGraph graph(String edges, GraphChange... more) {
        SocialGraph graph = SocialGraph.empty();
        graph.apply(edges(edges), new LogPosition(1, 1));
        graph.apply(List.of(more), new LogPosition(1, 2));
        return graph;
    }

    /// That two graphs hold the same members and edges, and say so in the same words.
    static void assertSame(SocialGraph graph, SocialGraph other, int size) {
        VisibilityRule all = VisibilityRule.everything();
        assertThat(graph.memberCount()).isEqualTo(other.memberCount());
        assertThat(graph.connectionCount()).isEqualTo(other.connectionCount());
        for (int member = 0; member < size; member++) {
            for (long key : new long[] {member, RandomGraphs.key(member)}) {
                assertThat(graph.holds(key)).isEqualTo(other.holds(key));
                assertThat(graph.neighbors(key, size, all)).isEqualTo(other.neighbors(key, size, all));
            }
        }
    }
}
