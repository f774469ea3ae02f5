package org.wellmet.relevance;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.changelog.ChangeLog;
import org.wellmet.database.Transactions;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Viewer;

/// Fits the weights to how this network's own invitations were answered: the operator's command.
///
/// Each answer is judged as its invitee would have seen the inviter as a stranger. What is learnt is added to the
/// fixed weights of every band, so that fitting twice on the same answers changes nothing. Every version is kept.
///
/// Thread-safe.
@Component
public final class Refitting {
    /// Fewer answers than this teach nothing.
    public static final int FEWEST_ANSWERS = 100;

    /// More than the latest so many would take long and tell of another time.
    private static final int MOST_ANSWERS = 2_000;

    private final Relevance relevance;
    private final WeightBook book;
    private final RelevanceStore store;
    private final Transactions transactions;
    private final ChangeLog changeLog;
    private final InstantSource clock;

    Refitting(
            Relevance relevance,
            WeightBook book,
            JdbcClient sql,
            Transactions transactions,
            ChangeLog changeLog,
            InstantSource clock) {
        this.relevance = relevance;
        this.book = book;
        this.store = new RelevanceStore(sql);
        this.transactions = transactions;
        this.changeLog = changeLog;
        this.clock = clock;
    }

    /// How many answers there are to learn from, counted no further than is learnt from.
    public int answers() {
        return store.answers(MOST_ANSWERS).size();
    }

    /// Makes a new version. Takes seconds: three or four statements for each invitee.
    public RefitOutcome refit() {
        WeightBook.InForce former = book.inForce();
        List<Judged> judged = judged(book.fixed());
        if (judged.size() < FEWEST_ANSWERS) {
            return new RefitOutcome.TooFew(judged.size(), FEWEST_ANSWERS);
        }
        Map<Band, Weights> fitted = fitted(judged);
        long version = transactions.call(() -> {
            long number = store.addVersion(clock.instant(), judged.size());
            fitted.forEach((band, weights) ->
                    book.named(weights).forEach((signal, weight) -> store.addWeight(number, band, signal, weight)));
            changeLog.append(WeightBook.FITTED, 0);
            return number;
        });
        return new RefitOutcome.Fitted(
                version,
                former.version().number(),
                judged.size(),
                error(judged, former),
                error(judged, new WeightBook.InForce(new WeightBook.Version(version), fitted)));
    }

    /// An answer, and the weights that judge it.
    private record Judged(Band band, AnswerFit.Answered answered) {}

    private List<Judged> judged(Map<Band, Weights> fixed) {
        Map<MemberId, List<RelevanceStore.Answer>> byInvitee =
                store.answers(MOST_ANSWERS).stream().collect(Collectors.groupingBy(RelevanceStore.Answer::invitee));
        WeightBook.InForce start = new WeightBook.InForce(WeightBook.Version.FIXED, fixed);
        List<Judged> judged = new ArrayList<>();
        byInvitee.forEach((invitee, answers) -> {
            Map<MemberId, Boolean> isYes = answers.stream()
                    .collect(Collectors.toMap(
                            RelevanceStore.Answer::inviter, RelevanceStore.Answer::isAccepted, (latest, _) -> latest));
            judged.addAll(
                    relevance.lookAtStrangers(Viewer.of(invitee), isYes.keySet(), seen -> judged(seen, isYes, start)));
        });
        return judged;
    }

    private static List<Judged> judged(Relevance.Seen seen, Map<MemberId, Boolean> isYes, WeightBook.InForce start) {
        Band band = Band.of(seen.network().degree(SeenNetwork.VIEWER));
        List<Judged> own = new ArrayList<>();
        for (int i = 0; i < seen.others().size(); i++) {
            double[] signals = seen.vectors()[i];
            boolean yes = isYes.getOrDefault(seen.others().get(i), false);
            own.add(new Judged(
                    band, new AnswerFit.Answered(signals, start.of(band).logOdds(signals), yes)));
        }
        return own;
    }

    private Map<Band, Weights> fitted(List<Judged> judged) {
        int length = book.signalNames().size();
        double[] added = AnswerFit.fit(judged.stream().map(Judged::answered).toList(), length);
        Map<Band, Weights> fitted = new EnumMap<>(Band.class);
        book.fixed().forEach((band, fixed) -> {
            double[] each = fixed.each().clone();
            for (int i = 0; i < length; i++) {
                each[i] += added[i];
            }
            fitted.put(band, new Weights(each, new Calibration(added[length], 1)));
        });
        return fitted;
    }

    private static double error(List<Judged> judged, WeightBook.InForce inForce) {
        double[] probabilities = new double[judged.size()];
        boolean[] isYes = new boolean[judged.size()];
        for (int i = 0; i < isYes.length; i++) {
            AnswerFit.Answered answered = judged.get(i).answered();
            Weights weights = inForce.of(judged.get(i).band());
            probabilities[i] = inForce.version().number() == 0
                    ? InboxRelevance.invited(weights, answered.signals())
                    : weights.calibration().probability(weights.logOdds(answered.signals()));
            isYes[i] = answered.isYes();
        }
        return Measures.calibrationError(Measures.groups(probabilities, isYes));
    }
}
