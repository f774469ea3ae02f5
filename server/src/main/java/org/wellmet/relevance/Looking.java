package org.wellmet.relevance;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.wellmet.graph.BondQuestion;
import org.wellmet.graph.Bonds;
import org.wellmet.graph.SocialGraph;
import org.wellmet.graph.VisibilityRule;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Standing;

/// A viewer's look at others: from afar, or closely. Confined to one question, within [TraitIndex#read].
///
/// @param standings of those of them who are to be seen
/// @param areStrangers whether to look as if the viewer had not met them
record Looking(
        TraitIndex index,
        SocialGraph graph,
        VisibilityRule rule,
        MemberId viewer,
        Map<MemberId, Standing> standings,
        boolean areStrangers,
        int thisMonth) {
    /// All whom the viewer may see, in no order.
    List<MemberId> others() {
        return List.copyOf(standings.keySet());
    }

    /// The outlook on these.
    Relevance.Seen from(List<MemberId> others) {
        SeenNetwork network = network(others, 0);
        return new Relevance.Seen(network, others, new Signals(network).outlook(SeenNetwork.VIEWER, ordinals(others)));
    }

    /// All signals of these.
    Relevance.Seen at(List<MemberId> others) {
        return at(others, Relevance.MOST_LOOKED_AT);
    }

    /// The same by so many connections of each.
    Relevance.Seen at(List<MemberId> others, int listed) {
        SeenNetwork network = network(others, listed);
        return new Relevance.Seen(network, others, new Signals(network).of(SeenNetwork.VIEWER, ordinals(others)));
    }

    private static int[] ordinals(List<MemberId> others) {
        return IntStream.rangeClosed(1, others.size()).toArray();
    }

    private SeenNetwork network(List<MemberId> others, int listed) {
        List<Long> keys = others.stream().map(MemberId::value).toList();
        Bonds bonds = graph.bonds(new BondQuestion(viewer.value(), keys, listed, areStrangers), rule);
        return new SeenNetwork(index, bonds, viewer, standings, others, thisMonth);
    }
}
