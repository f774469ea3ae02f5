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

    /// Makes a new version. Takes seconds: three or four statements for each invitee.
    public RefitOutcome refit(MemberId operator) {
        List<AnswerFit.Answered> answered = answered(book.fixed());
        if (answered.size() < FEWEST_ANSWERS) {
            return new RefitOutcome.TooFew(answered.size(), FEWEST_ANSWERS);
        }
        Map<Band, Weights> fitted = fitted(answered);
        long version = transactions.call(() -> {
            long number = store.addVersion(clock.instant(), answered.size());
            fitted.forEach((band, weights) ->
                    book.named(weights).forEach((signal, weight) -> store.addWeight(number, band, signal, weight)));
            changeLog.append(WeightBook.FITTED, operator.value());
            return number;
        });
        return new RefitOutcome.Fitted(version, answered.size());
    }

    private List<AnswerFit.Answered> answered(Map<Band, Weights> fixed) {
        Map<MemberId, List<RelevanceStore.Answer>> byInvitee =
                store.answers(MOST_ANSWERS).stream().collect(Collectors.groupingBy(RelevanceStore.Answer::invitee));
        List<AnswerFit.Answered> answered = new ArrayList<>();
        byInvitee.forEach((invitee, answers) -> {
            Map<MemberId, Boolean> isYes = answers.stream()
                    .collect(Collectors.toMap(
                            RelevanceStore.Answer::inviter, RelevanceStore.Answer::isAccepted, (latest, _) -> latest));
            answered.addAll(relevance.lookAtStrangers(Viewer.of(invitee), isYes.keySet(), seen -> {
                Band band = Band.of(seen.network().degree(SeenNetwork.VIEWER));
                Weights weights = new WeightBook.InForce(WeightBook.Version.FIXED, fixed).of(band);
                List<AnswerFit.Answered> own = new ArrayList<>();
                for (int i = 0; i < seen.others().size(); i++) {
                    double[] signals = seen.vectors()[i];
                    boolean yes = isYes.getOrDefault(seen.others().get(i), false);
                    own.add(new AnswerFit.Answered(signals, weights.logOdds(signals), yes));
                }
                return own;
            }));
        });
        return answered;
    }

    private Map<Band, Weights> fitted(List<AnswerFit.Answered> answered) {
        int length = book.signalNames().size();
        double[] added = AnswerFit.fit(answered, length);
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
}
