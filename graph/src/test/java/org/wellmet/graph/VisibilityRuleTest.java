package org.wellmet.graph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wellmet.graph.Fixtures.graph;
import static org.wellmet.graph.ListAudience.CONNECTIONS;
import static org.wellmet.graph.ListAudience.EVERYONE;
import static org.wellmet.graph.ListAudience.NOBODY;
import static org.wellmet.graph.Separation.FIRST;
import static org.wellmet.graph.Separation.OUT_OF_NETWORK;
import static org.wellmet.graph.Separation.SECOND;
import static org.wellmet.graph.VisibilityRule.seenBy;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.wellmet.graph.GraphChange.ShowList;

/// All on one drawing, with 1 as the viewer:
///
/// ```
///   1 -- 2 -- 4 -- 5
///    \-- 3 --/
/// ```
class VisibilityRuleTest {
    private static final String DRAWING = "1-2 1-3 2-4 3-4 4-5";

    @Test
    void membersLeftOutAreInNoMutualConnectionPathOrCount() {
        SocialGraph graph = graph(DRAWING);
        VisibilityRule rule = seenBy(1).leavingOut(Set.of(2L));

        assertThat(graph.mutualConnections(1, 4, 9, rule).first()).containsExactly(3L);
        assertThat(graph.shortestPaths(1, 4, 9, rule).paths()).containsExactly(new GraphPath(List.of(1L, 3L, 4L)));
        assertThat(graph.neighbors(1, 9, rule).count()).isEqualTo(1);
        assertThat(graph.separation(1, 2, rule)).isEqualTo(OUT_OF_NETWORK);
        assertThat(graph.separation(1, 4, rule.leavingOut(Set.of(3L)))).isEqualTo(OUT_OF_NETWORK);
    }

    @Test
    void aListForNobodyBetraysNoEdgeButTheViewersOwn() {
        SocialGraph graph = graph(DRAWING, new ShowList(2, NOBODY), new ShowList(3, NOBODY));

        assertThat(graph.separation(1, 2, seenBy(1))).isEqualTo(FIRST);
        assertThat(graph.separation(1, 4, seenBy(1))).isEqualTo(OUT_OF_NETWORK);
        assertThat(graph.mutualConnections(1, 4, 9, seenBy(1)).count()).isZero();
        assertThat(graph.neighbors(2, 9, seenBy(1)).first()).containsExactly(1L);
        assertThat(graph.neighbors(2, 9, seenBy(2)).first()).containsExactly(1L, 4L);
        assertThat(graph.separation(1, 4, VisibilityRule.everything())).isEqualTo(SECOND);
    }

    @Test
    void aListForConnectionsIsSeenByThemOnly() {
        SocialGraph graph = graph(DRAWING, new ShowList(2, CONNECTIONS), new ShowList(3, CONNECTIONS));

        assertThat(graph.separation(1, 4, seenBy(1))).isEqualTo(SECOND);
        assertThat(graph.shortestPaths(1, 5, 9, seenBy(5)).paths()).isEmpty();
        assertThat(graph.neighbors(2, 9, VisibilityRule.seenByAnyone()).count()).isZero();
    }

    @Test
    void theStricterEndOfAnEdgeDecides() {
        SocialGraph graph = graph(DRAWING, new ShowList(4, NOBODY), new ShowList(2, EVERYONE));

        assertThat(graph.neighbors(2, 9, seenBy(1)).first()).containsExactly(1L);
        assertThat(graph.separation(1, 4, seenBy(1))).isEqualTo(OUT_OF_NETWORK);
    }

    @Test
    void listsConcealedByTheQuestionAreAsHiddenAsThoseOfTheGraph() {
        SocialGraph graph = graph(DRAWING);

        VisibilityRule rule = seenBy(1).concealing(Set.of(2L, 3L));
        assertThat(graph.separation(1, 4, rule)).isEqualTo(OUT_OF_NETWORK);
        assertThat(graph.reach(1, rule).total()).isEqualTo(2);
    }
}
