package org.wellmet.demo;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;
import org.wellmet.demo.DemoContent.Plea;
import org.wellmet.introduction.AskOutcome;
import org.wellmet.introduction.DeclineReason;
import org.wellmet.introduction.IntroductionText;
import org.wellmet.introduction.Introductions;
import org.wellmet.member.MemberId;

/// Introductions around the visitor of the demo, in different states: one to pass on, one to answer, one that waits,
/// one that connected, one that was declined with a reason, one that was answered in words.
@Component
final class DemoIntroductions {
    private static final int VISITOR = DemoCast.MEMBER_INDEX;

    private final Introductions introductions;

    DemoIntroductions(Introductions introductions) {
        this.introductions = introductions;
    }

    /// Asker, connector and target by their places in the community.
    private record Trio(int asker, int connector, int target) {
        @SuppressWarnings("ArgumentSelectionDefectChecker") // swapped on purpose: this is the way back
        Trio back() {
            return new Trio(target, connector, asker);
        }
    }

    void begin(DemoContent content, List<List<Integer>> known, List<MemberId> ids) {
        List<Plea> pleas = content.introductions();
        List<Integer> used = new ArrayList<>(List.of(VISITOR, DemoCast.OPERATOR_INDEX));
        ask(throughVisitor(known), pleas.get(0), ids, used);
        ask(toVisitor(known), pleas.get(1), ids, used).ifPresent(asked -> asked.forward(pleas.get(1)));
        ask(fromVisitor(known), pleas.get(2), ids, used).ifPresent(asked -> asked.forward(pleas.get(2)));
        ask(fromVisitor(known), pleas.get(3), ids, used)
                .ifPresent(asked -> asked.forward(pleas.get(3)).accept());
        ask(fromVisitor(known), pleas.get(4), ids, used).ifPresent(asked -> asked.decline(pleas.get(4)));
        ask(fromVisitor(known), pleas.get(5), ids, used)
                .ifPresent(asked -> asked.forward(pleas.get(5)).reply(pleas.get(5)));
    }

    /// Two whom the visitor knows and who do not know each other.
    private static List<Trio> throughVisitor(List<List<Integer>> known) {
        List<Trio> trios = new ArrayList<>();
        for (int asker : known.get(VISITOR)) {
            known.get(VISITOR).stream()
                    .filter(target -> target != asker && !known.get(asker).contains(target))
                    .forEach(target -> trios.add(new Trio(asker, VISITOR, target)));
        }
        return trios;
    }

    /// The same ways, walked towards the visitor.
    private static List<Trio> toVisitor(List<List<Integer>> known) {
        return fromVisitor(known).stream().map(Trio::back).toList();
    }

    /// To people two steps away, those with the fewest mutual connections first: the others write by themselves.
    private static List<Trio> fromVisitor(List<List<Integer>> known) {
        return IntStream.range(2, known.size())
                .filter(target -> !known.get(VISITOR).contains(target))
                .boxed()
                .sorted(Comparator.comparingLong(
                        target -> mutuals(known, target).size()))
                .flatMap(target ->
                        mutuals(known, target).stream().map(connector -> new Trio(VISITOR, connector, target)))
                .toList();
    }

    private static List<Integer> mutuals(List<List<Integer>> known, int target) {
        return known.get(target).stream().filter(known.get(VISITOR)::contains).toList();
    }

    /// Asks in the first of the trios in which nobody but the visitor has a part in another, and which goes through.
    private Optional<Asked> ask(List<Trio> trios, Plea plea, List<MemberId> ids, List<Integer> used) {
        for (Trio trio : trios) {
            List<Integer> others = new ArrayList<>(List.of(trio.asker(), trio.connector(), trio.target()));
            others.remove(Integer.valueOf(VISITOR));
            if (others.stream().anyMatch(used::contains)) {
                continue;
            }
            used.addAll(others);
            AskOutcome outcome = introductions.ask(new Introductions.Wish(
                    ids.get(trio.asker()),
                    ids.get(trio.connector()),
                    ids.get(trio.target()),
                    new IntroductionText(plea.toConnector()),
                    new IntroductionText(plea.toTarget())));
            if (outcome instanceof AskOutcome.Asked(long id)) {
                return Optional.of(new Asked(id, ids.get(trio.connector()), ids.get(trio.target())));
            }
        }
        return Optional.empty();
    }

    /// One that is asked, and who answers it.
    private final class Asked {
        private final long id;
        private final MemberId connector;
        private final MemberId target;

        Asked(long id, MemberId connector, MemberId target) {
            this.id = id;
            this.connector = connector;
            this.target = target;
        }

        Asked forward(Plea plea) {
            introductions.forward(connector, id, new IntroductionText(plea.words()));
            return this;
        }

        void accept() {
            introductions.accept(target, id);
        }

        void reply(Plea plea) {
            introductions.reply(target, id, plea.reply().orElseThrow());
        }

        void decline(Plea plea) {
            plea.reason()
                    .map(DeclineReason::new)
                    .ifPresentOrElse(
                            reason -> introductions.decline(connector, id, reason),
                            () -> introductions.decline(connector, id));
        }
    }
}
