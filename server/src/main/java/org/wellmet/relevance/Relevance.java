package org.wellmet.relevance;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.wellmet.connection.ViewedGraph;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Standing;
import org.wellmet.visibility.Viewer;
import org.wellmet.visibility.Visibility;

/// How relevant members are to a viewer, and why.
///
/// Whatever the number of members: one statement for leave, one for blocks, one question to the graph, and the
/// index of traits in memory.
///
/// Thread-safe.
@Component
public final class Relevance {
    /// So many of those whom somebody is connected to are looked at when they are judged, and stand for all of them.
    public static final int MOST_LOOKED_AT = 64;

    /// Traits that more members share are no way to find somebody by.
    private static final int MOST_HOLDERS = 200;

    private static final int MONTHS = 12;

    private final Visibility visibility;
    private final ViewedGraph graph;
    private final TraitIndex index;
    private final WeightBook weights;
    private final InstantSource clock;

    Relevance(Visibility visibility, ViewedGraph graph, TraitIndex index, WeightBook weights, InstantSource clock) {
        this.visibility = visibility;
        this.graph = graph;
        this.index = index;
        this.weights = weights;
        this.clock = clock;
    }

    /// A judgement of each of up to [Visibility#MOST_AT_ONCE] members whom the viewer may see, most relevant first.
    public List<Judgement> judge(Viewer viewer, Collection<MemberId> others) {
        return look(viewer, others, false, looking -> judging().judge(looking.at(looking.others())));
    }

    /// The outlook of each of as many, by member: whom to judge. Cost: a tenth of a judgement.
    public List<Outlook> outlooks(Viewer viewer, Collection<MemberId> others) {
        return look(viewer, others, false, looking -> judging().outlooks(looking.from(looking.others())));
    }

    private Judging judging() {
        return new Judging(index.sources(), weights.inForce());
    }

    /// The number of the version of the weights that is in force; 0 for the fixed ones.
    public long version() {
        return weights.inForce().version().number();
    }

    /// Up to `limit` members who share with the viewer what few share, where the viewer may see it, the rarest first.
    public List<MemberId> sharingRareTraits(Viewer viewer, int limit) {
        List<MemberId> found = index.sharing(viewer.id(), MOST_HOLDERS, Math.min(limit, Visibility.MOST_AT_ONCE));
        Set<MemberId> visible = visibility.visible(viewer, found);
        return found.stream().filter(visible::contains).toList();
    }

    /// The viewer and some others who are to be seen, with their signals.
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Seen(SeenNetwork network, List<MemberId> others, double[][] vectors) {}

    /// As if the viewer had not met the others yet: without what they are connected by, and what only connections see.
    <T> T lookAtStrangers(Viewer viewer, Collection<MemberId> others, Function<Seen, T> question) {
        return look(viewer, others, true, looking -> question.apply(looking.at(looking.others())));
    }

    private <T> T look(
            Viewer viewer, Collection<MemberId> others, boolean areStrangers, Function<Looking, T> question) {
        Map<MemberId, Standing> standings = new HashMap<>();
        visibility.standings(viewer, Set.copyOf(others)).forEach((member, standing) -> {
            if (standing != Standing.NONE && standing != Standing.SELF) {
                standings.put(member, areStrangers ? Standing.MEMBER : standing);
            }
        });
        return graph.ask(
                viewer.id(),
                (whole, rule) -> index.read(() -> question.apply(
                        new Looking(index, whole, rule, viewer.id(), standings, areStrangers, thisMonth()))));
    }

    private int thisMonth() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return today.getYear() * MONTHS + today.getMonthValue();
    }
}
