package org.wellmet.relevance;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.wellmet.connection.Connections;
import org.wellmet.connection.Mutuals;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Viewer;
import org.wellmet.visibility.Visibility;
import org.wellmet.web.Text;

/// How relevant members are to a viewer, and why.
///
/// Thread-safe.
@Component
public final class Relevance {
    private final Visibility visibility;
    private final Connections connections;

    Relevance(Visibility visibility, Connections connections) {
        this.visibility = visibility;
        this.connections = connections;
    }

    /// A judgement of each of up to [Visibility#MOST_AT_ONCE] members whom the viewer may see, most relevant first.
    public List<Judgement> judge(Viewer viewer, Collection<MemberId> others) {
        List<Judgement> judgements = new ArrayList<>();
        Map<MemberId, Mutuals> mutuals = connections.mutuals(viewer, visibility.visible(viewer, others), 0);
        mutuals.forEach((member, found) -> {
            Contribution often = new Contribution(Text.of("Where everybody starts"), 1, -4);
            Contribution mutual = new Contribution(Text.of("Mutual connections"), Math.log1p(found.count()), 1);
            double logOdds = often.logOdds() + mutual.logOdds();
            List<Reason> reasons = found.count() == 0
                    ? List.of()
                    : List.of(new Reason(Text.of("{0} mutual connections", found.count()), mutual.logOdds()));
            judgements.add(
                    new Judgement(member, 1 / (1 + Math.exp(-logOdds)), logOdds, List.of(often, mutual), reasons));
        });
        judgements.sort(Comparator.comparingDouble(Judgement::logOdds).reversed());
        return List.copyOf(judgements);
    }

    /// Up to `limit` members who share with the viewer what few share, where the viewer may see it, the rarest first.
    public List<MemberId> sharingRareTraits(Viewer viewer, int limit) {
        return List.of();
    }
}
