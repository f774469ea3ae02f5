package org.wellmet.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    private final DemoStore store;

    DemoIntroductions(Introductions introductions, JdbcClient sql) {
        this.introductions = introductions;
        this.store = new DemoStore(sql);
    }

    /// Asker, connector and target by their places in the community.
    private record Trio(int asker, int connector, int target) {
        @SuppressWarnings("ArgumentSelectionDefectChecker") // swapped on purpose: this is the way back
        Trio back() {
            return new Trio(target, connector, asker);
        }
    }

    void begin(DemoContent content, DemoCommunity community, List<MemberId> ids) {
        List<List<Integer>> known = DemoTalk.known(community);
        List<Plea> pleas = content.introductions();
        Round round = new Round(community, ids, new ArrayList<>(List.of(VISITOR, DemoCast.OPERATOR_INDEX)));
        ask(fromVisitor(known), pleas.get(2), round).forward(pleas.get(2)).past(pleas.get(2));
        ask(fromVisitor(known), pleas.get(3), round)
                .forward(pleas.get(3))
                .accept()
                .past(pleas.get(3));
        ask(fromVisitor(known), pleas.get(4), round).decline(pleas.get(4)).past(pleas.get(4));
        ask(fromVisitor(known), pleas.get(5), round)
                .forward(pleas.get(5))
                .reply(pleas.get(5))
                .past(pleas.get(5));
        ask(throughVisitor(known), pleas.get(0), round).past(pleas.get(0));
        ask(toVisitor(known), pleas.get(1), round).forward(pleas.get(1)).past(pleas.get(1));
    }

    /// Who is there, and who has a part in an introduction already.
    private record Round(DemoCommunity community, List<MemberId> ids, List<Integer> used) {
        /// Whether it could be these three: nobody but the visitor is in another, who asks does not sit beside who is
        /// sought, and what they write is true of them.
        boolean allows(Trio trio, Plea plea) {
            DemoPerson asker = community.people().get(trio.asker());
            DemoPerson target = community.people().get(trio.target());
            return Stream.of(trio.asker(), trio.connector(), trio.target())
                            .noneMatch(person -> person != VISITOR && used.contains(person))
                    && !asker.worksWith(target)
                    && plea.suits(asker, community.people().get(trio.connector()), target);
        }
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

    /// Asks in the first of the trios that could be it and that goes through.
    private Asked ask(List<Trio> trios, Plea plea, Round round) {
        for (Trio trio : trios) {
            if (!round.allows(trio, plea)) {
                continue;
            }
            round.used().addAll(List.of(trio.asker(), trio.connector(), trio.target()));
            MemberId asker = round.ids().get(trio.asker());
            MemberId connector = round.ids().get(trio.connector());
            MemberId target = round.ids().get(trio.target());
            AskOutcome outcome = introductions.ask(new Introductions.Wish(
                    asker,
                    connector,
                    target,
                    new IntroductionText(plea.toConnector()),
                    new IntroductionText(plea.toTarget())));
            if (outcome instanceof AskOutcome.Asked(long id)) {
                return new Asked(id, asker, connector, target);
            }
        }
        throw new IllegalStateException("nobody of the demo could ask: " + plea.toTarget());
    }

    /// One that is asked, and who answers it.
    private final class Asked {
        private final long id;
        private final MemberId asker;
        private final MemberId connector;
        private final MemberId target;

        Asked(long id, MemberId asker, MemberId connector, MemberId target) {
            this.id = id;
            this.asker = asker;
            this.connector = connector;
            this.target = target;
        }

        Asked forward(Plea plea) {
            introductions.forward(connector, id, new IntroductionText(plea.words()));
            return this;
        }

        Asked accept() {
            introductions.accept(target, id);
            return this;
        }

        Asked reply(Plea plea) {
            introductions.reply(target, id, plea.reply().orElseThrow());
            return this;
        }

        void past(Plea plea) {
            store.backdateIntroduction(id, asker, target, Duration.ofDays(plea.daysAgo()));
        }

        Asked decline(Plea plea) {
            plea.reason()
                    .map(DeclineReason::new)
                    .ifPresentOrElse(
                            reason -> introductions.decline(connector, id, reason),
                            () -> introductions.decline(connector, id));
            return this;
        }
    }
}
