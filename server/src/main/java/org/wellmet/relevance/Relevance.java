package org.wellmet.relevance;

import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.wellmet.connection.Connections;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Standing;
import org.wellmet.visibility.Viewer;
import org.wellmet.visibility.Visibility;
import org.wellmet.web.Text;

/// How relevant members are to a viewer, and why.
///
/// Whatever the number of members: one statement for leave, one for blocks with each of two to four questions to
/// the graph, and the index of traits in memory.
///
/// Thread-safe.
@Component
public final class Relevance {
    /// Traits that more members share are no way to find somebody by.
    private static final int MOST_HOLDERS = 200;

    private static final int MONTHS = 12;
    /// What is worth less is no reason.
    private static final double LEAST = 0.02;

    private final Visibility visibility;
    private final Connections connections;
    private final TraitIndex index;
    private final WeightBook weights;
    private final InstantSource clock;

    Relevance(
            Visibility visibility, Connections connections, TraitIndex index, WeightBook weights, InstantSource clock) {
        this.visibility = visibility;
        this.connections = connections;
        this.index = index;
        this.weights = weights;
        this.clock = clock;
    }

    /// A judgement of each of up to [Visibility#MOST_AT_ONCE] members whom the viewer may see, most relevant first.
    public List<Judgement> judge(Viewer viewer, Collection<MemberId> others) {
        return look(viewer, others, seen -> judge(seen, weights.inForce()));
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

    /// The viewer and those of the others who are to be seen, with their signals.
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Seen(SeenNetwork network, List<MemberId> others, double[][] vectors) {}

    /// A question about signals. It must not keep what it is handed.
    @FunctionalInterface
    interface Question<T> {
        T ask(Seen seen);
    }

    private <T> T look(Viewer viewer, Collection<MemberId> others, Question<T> question) {
        return look(viewer, others, false, question);
    }

    /// As if the viewer had not met the others yet: without what they are connected by, and what only connections see.
    <T> T lookAtStrangers(Viewer viewer, Collection<MemberId> others, Question<T> question) {
        return look(viewer, others, true, question);
    }

    private <T> T look(Viewer viewer, Collection<MemberId> others, boolean areStrangers, Question<T> question) {
        Map<Long, Standing> standings = new HashMap<>();
        List<MemberId> seen = new ArrayList<>();
        visibility.standings(viewer, Set.copyOf(others)).forEach((member, standing) -> {
            if (standing != Standing.NONE && standing != Standing.SELF) {
                standings.put(member.value(), areStrangers ? Standing.MEMBER : standing);
                seen.add(member);
            }
        });
        seen.sort(Comparator.comparingLong(MemberId::value));
        SeenTies ties = SeenTies.around(connections, viewer, seen, areStrangers);
        return index.read(() -> {
            SeenNetwork network = new SeenNetwork(index, ties, viewer.id(), standings, seen, thisMonth());
            int[] ordinals = IntStream.rangeClosed(1, seen.size()).toArray();
            double[][] vectors = new Signals(network).of(SeenNetwork.VIEWER, ordinals);
            return question.ask(new Seen(network, seen, vectors));
        });
    }

    private List<Judgement> judge(Seen seen, WeightBook.InForce inForce) {
        Weights own = inForce.of(Band.of(seen.network().degree(SeenNetwork.VIEWER)));
        List<Judgement> judgements = new ArrayList<>();
        for (int i = 0; i < seen.others().size(); i++) {
            double logOdds = own.logOdds(seen.vectors()[i]);
            judgements.add(new Judgement(
                    seen.others().get(i),
                    own.calibration().probability(logOdds),
                    logOdds,
                    contributions(own, seen.vectors()[i]),
                    reasons(seen.network(), i + 1, own, seen.vectors()[i])));
        }
        judgements.sort(Comparator.comparingDouble(Judgement::logOdds).reversed());
        return List.copyOf(judgements);
    }

    private List<Contribution> contributions(Weights own, double[] vector) {
        Stream<Contribution> ofTies = Arrays.stream(TieSignal.values())
                .map(signal -> Contribution.of(signal, vector[signal.at()], own.each()[signal.at()]));
        Stream<Contribution> ofTraits = IntStream.range(0, index.sources().size())
                .boxed()
                .flatMap(kind -> Arrays.stream(TraitSignal.values()).map(signal -> {
                    int at = signal.at(kind);
                    return Contribution.of(index.sources().get(kind).label(), signal, vector[at], own.each()[at]);
                }));
        return Stream.concat(ofTies, ofTraits)
                .filter(contribution -> contribution.value() != 0 && contribution.weight() != 0)
                .toList();
    }

    // ---- reasons

    private List<Reason> reasons(SeenNetwork network, int other, Weights own, double[] vector) {
        List<Reason> reasons = new ArrayList<>();
        for (int kind = 0; kind < index.sources().size(); kind++) {
            reasons.addAll(reasons(kind, network, other, own.each()[TraitSignal.SHARED.at(kind)]));
        }
        mutual(own, vector).ifPresent(reasons::add);
        return reasons.stream()
                .sorted(Comparator.comparingDouble(Reason::logOdds).reversed())
                .toList();
    }

    /// Of one kind, the strongest first. What is said in the same words is one reason.
    private List<Reason> reasons(int kind, SeenNetwork network, int other, double weight) {
        TraitSource source = index.sources().get(kind);
        double each = weight * Signals.eachOf(network.values(kind, SeenNetwork.VIEWER).length);
        Map<Text, Reason> byText = network.matches(kind, SeenNetwork.VIEWER, other)
                .map(match -> new Reason(
                        source.name(), match.theirs().label(), source.reason(match), each * source.strength(match)))
                .collect(Collectors.toMap(Reason::text, Function.identity(), Reason::and, LinkedHashMap::new));
        return byText.values().stream()
                .filter(reason -> reason.logOdds() > LEAST)
                .sorted(Comparator.comparingDouble(Reason::logOdds).reversed())
                .limit(source.mostReasons())
                .toList();
    }

    private static Optional<Reason> mutual(Weights own, double[] vector) {
        int count = (int) Math.round(Math.expm1(vector[TieSignal.MUTUAL.at()]));
        if (count == 0) {
            return Optional.empty();
        }
        double logOdds = Arrays.stream(TieSignal.values())
                .filter(TieSignal::isMutual)
                .mapToDouble(signal -> own.each()[signal.at()] * vector[signal.at()])
                .sum();
        Text text = count == 1
                ? Text.of("{0} mutual connection", count)
                : Text.of("{0} mutual connections", count); // there is no 0, which French would count as one
        return Optional.of(new Reason(Reason.MUTUAL, "", text, Math.max(LEAST, logOdds)));
    }

    private int thisMonth() {
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        return today.getYear() * MONTHS + today.getMonthValue();
    }
}
