package org.wellmet.connection;

import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.wellmet.graph.SocialGraph;
import org.wellmet.graph.VisibilityRule;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Blocks;

/// The live graph in the name of a member: every question comes with the rule that hides what they may not see.
///
/// [Connections] asks here, and so do features that ask more than it answers. One small statement, for
/// blocks, per question, before the graph is held.
///
/// Thread-safe.
@Component
public final class ViewedGraph {
    private final LiveGraph live;
    private final Blocks blocks;

    ViewedGraph(LiveGraph live, Blocks blocks) {
        this.live = live;
        this.blocks = blocks;
    }

    /// The answer to a question that the member asks. The question must not keep the graph, and hands its rule on.
    public <T> T ask(MemberId viewer, BiFunction<SocialGraph, VisibilityRule, T> question) {
        VisibilityRule rule = VisibilityRule.seenBy(viewer.value())
                .leavingOut(blocks.separatedFrom(viewer).stream()
                        .map(MemberId::value)
                        .collect(Collectors.toUnmodifiableSet()));
        return live.ask(graph -> question.apply(graph, rule));
    }
}
