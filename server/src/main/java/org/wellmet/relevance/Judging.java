package org.wellmet.relevance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.wellmet.web.Text;

/// Makes judgements of signals: by weights, and in words.
///
/// Confined to one question, within [TraitIndex#read].
final class Judging {
    private static final Comparator<Reason> STRONGEST =
            Comparator.comparingDouble(Reason::logOdds).reversed();

    private static final Comparator<Judgement> MOST_RELEVANT = Comparator.comparingDouble(Judgement::logOdds)
            .reversed()
            .thenComparingLong(judgement -> judgement.member().value());

    /// What is worth less is no reason.
    private static final double LEAST = 0.02;

    private final List<TraitSource> sources;
    private final List<String> kinds;
    private final WeightBook.InForce inForce;
    private final List<Contribution> nothing;

    Judging(List<TraitSource> sources, WeightBook.InForce inForce) {
        this.sources = sources;
        this.kinds = sources.stream().map(TraitSource::name).toList();
        this.inForce = inForce;
        this.nothing = nothing(sources);
    }

    /// What can be said before a closer look, in the order of the seen.
    List<Outlook> outlooks(Relevance.Seen seen) {
        Weights own = inForce.of(Band.of(seen.network().degree(SeenNetwork.VIEWER)));
        List<Outlook> outlooks = new ArrayList<>(seen.others().size());
        for (int i = 0; i < seen.others().size(); i++) {
            double[] vector = seen.vectors()[i];
            outlooks.add(new Outlook(
                    seen.others().get(i),
                    seen.network().mutual(SeenNetwork.VIEWER, i + 1).count(),
                    own.calibration().probability(own.logOdds(vector)),
                    sharing(own, vector)));
        }
        return outlooks;
    }

    private Sharing sharing(Weights own, double[] vector) {
        double[] shared = new double[kinds.size()];
        for (int kind = 0; kind < shared.length; kind++) {
            int at = TraitSignal.SHARED.at(kind);
            shared[kind] = own.each()[at] * vector[at];
        }
        return new Sharing(kinds, shared);
    }

    /// In full, the most relevant first.
    List<Judgement> judge(Relevance.Seen seen) {
        Weights own = inForce.of(Band.of(seen.network().degree(SeenNetwork.VIEWER)));
        List<Judgement> judgements = new ArrayList<>();
        for (int i = 0; i < seen.others().size(); i++) {
            double[] vector = seen.vectors()[i];
            double logOdds = own.logOdds(vector);
            judgements.add(new Judgement(
                    seen.others().get(i),
                    own.calibration().probability(logOdds),
                    logOdds,
                    sharing(own, vector),
                    contributions(own, vector),
                    reasons(seen.network(), i + 1, own, vector)));
        }
        judgements.sort(MOST_RELEVANT);
        return List.copyOf(judgements);
    }

    private List<Contribution> contributions(Weights own, double[] vector) {
        List<Contribution> contributions = new ArrayList<>();
        for (int i = 0; i < vector.length; i++) {
            if (vector[i] != 0 && own.each()[i] != 0) {
                contributions.add(nothing.get(i).of(vector[i], own.each()[i]));
            }
        }
        return contributions;
    }

    /// A contribution of nothing for each signal, in the order of a vector.
    private static List<Contribution> nothing(List<TraitSource> sources) {
        List<Contribution> nothing = new ArrayList<>();
        for (TieSignal signal : TieSignal.values()) {
            nothing.add(Contribution.of(signal, 0, 0));
        }
        for (TraitSource source : sources) {
            for (TraitSignal signal : TraitSignal.values()) {
                nothing.add(Contribution.of(source.label(), signal, 0, 0));
            }
        }
        return nothing;
    }

    // ---- reasons

    private List<Reason> reasons(SeenNetwork network, int other, Weights own, double[] vector) {
        List<Reason> reasons = new ArrayList<>();
        for (int kind = 0; kind < sources.size(); kind++) {
            if (vector[TraitSignal.SHARED.at(kind)] > 0) {
                reasons.addAll(reasons(kind, network, other, own.each()[TraitSignal.SHARED.at(kind)]));
            }
        }
        mutual(own, vector).ifPresent(reasons::add);
        reasons.sort(STRONGEST);
        return reasons;
    }

    /// Of one kind, the strongest first. What is said in the same words is one reason.
    private List<Reason> reasons(int kind, SeenNetwork network, int other, double weight) {
        TraitSource source = sources.get(kind);
        double each = weight * Signals.eachOf(network.values(kind, SeenNetwork.VIEWER).length);
        Map<Text, Reason> byText = new LinkedHashMap<>();
        for (Match match : network.matches(kind, other)) {
            Text text = source.reason(match);
            double logOdds = each * source.strength(match);
            byText.merge(text, new Reason(source.name(), match.theirs().label(), text, logOdds), Reason::and);
        }
        return byText.values().stream()
                .filter(reason -> reason.logOdds() > LEAST)
                .sorted(STRONGEST)
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
}
