package org.wellmet.relevance;

import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.wellmet.connection.InviterRelevance;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Viewer;

/// Orders the inbox: how relevant each inviter is to the invitee.
///
/// To be invited is rarer than to be here, so the fixed weights start from a higher intercept; and how many
/// connections an inviter has is no sign that this one is welcome. Once the weights are fitted to answers, those
/// say it themselves.
///
/// Thread-safe.
@Component
final class InboxRelevance implements InviterRelevance {
    /// With nothing in common, one invitation in fifteen.
    private static final double INTERCEPT = -2.6;

    private final Relevance relevance;

    InboxRelevance(Relevance relevance) {
        this.relevance = relevance;
    }

    @Override
    public Map<MemberId, Judged> of(Viewer viewer, Collection<MemberId> others) {
        boolean isFitted = relevance.version() > 0;
        Map<MemberId, Judged> judged = new LinkedHashMap<>();
        relevance
                .judge(viewer, others)
                .forEach(judgement -> judged.put(
                        judgement.member(),
                        new Judged(
                                isFitted ? judgement.probability() : invited(judgement),
                                judgement.reasons().stream()
                                        .filter(reason -> !reason.isOfMutuals()) // the inbox names them
                                        .map(Reason::text)
                                        .toList())));
        return judged;
    }

    /// The same of bare signals.
    static double invited(Weights fixed, double[] signals) {
        double ofActivity = Arrays.stream(TieSignal.values())
                .filter(TieSignal::isActivity)
                .mapToDouble(signal -> fixed.each()[signal.at()] * signals[signal.at()])
                .sum();
        return Calibration.logistic(INTERCEPT + fixed.logOdds(signals) - ofActivity);
    }

    private static double invited(Judgement judgement) {
        double logOdds = judgement.contributions().stream()
                .filter(contribution ->
                        contribution.tie().filter(TieSignal::isActivity).isEmpty())
                .mapToDouble(Contribution::logOdds)
                .sum();
        return Calibration.logistic(INTERCEPT + logOdds);
    }
}
