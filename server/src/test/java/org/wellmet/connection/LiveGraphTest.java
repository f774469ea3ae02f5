package org.wellmet.connection;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wellmet.graph.Neighbors;
import org.wellmet.graph.SocialGraph;
import org.wellmet.graph.VisibilityRule;
import org.wellmet.member.MemberId;
import org.wellmet.member.MemberStatus;
import org.wellmet.visibility.Audience;

/// The twin test: a graph that lived through every change equals one rebuilt from the tables.
class LiveGraphTest extends ConnectionTest {
    private static final int MEMBERS = 10;
    private static final int CHANGES = 500;

    @Autowired
    private LiveGraph live;

    @Autowired
    private JdbcClient client;

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 20_261_122})
    void aGraphThatFollowedEveryChangeEqualsOneRebuiltFromTheTables(long seed) {
        Random random = new Random(seed);
        List<MemberId> people = IntStream.range(0, MEMBERS)
                .mapToObj(number -> aMember("Twin " + number))
                .toList();
        LiveGraph rebuilt = new LiveGraph(client);
        for (int change = 0; change < CHANGES; change++) {
            String what = change(random, people);
            transactions.readOneSnapshot(() -> {
                rebuilt.rebuild();
                return true;
            });
            List<Object> followed = live.ask(graph -> answers(graph, people));
            List<Object> fresh = rebuilt.ask(graph -> answers(graph, people));
            assertThat(followed)
                    .as("seed %d, change %d: %s", seed, change, what)
                    .isEqualTo(fresh);
        }
        assertThat(people).anyMatch(member -> !connections.list(member, "", "").isEmpty());
    }

    @Test
    void aGraphIsRebuiltUnderQuestionsWithoutAnyOfThemFailing() throws Exception {
        MemberId one = aMember("Rebuilt One");
        MemberId other = aMember("Rebuilt Other");
        connected(one, other);
        try (LiveGraph graph = new LiveGraph(client);
                ExecutorService askers = Executors.newVirtualThreadPerTaskExecutor()) {
            graph.rebuild();
            AtomicBoolean isOver = new AtomicBoolean();
            List<Future<Integer>> asked = IntStream.range(0, 4)
                    .mapToObj(_ -> askers.submit(() -> askUntil(isOver, graph, one, other)))
                    .toList();
            for (int time = 0; time < 50; time++) {
                graph.rebuild();
            }
            isOver.set(true);
            for (Future<Integer> count : asked) {
                assertThat(count.get()).isPositive();
            }
        }
    }

    private static int askUntil(AtomicBoolean isOver, LiveGraph graph, MemberId one, MemberId other) {
        int count = 0;
        do {
            Neighbors found = graph.ask(current -> current.neighbors(one.value(), 5, VisibilityRule.everything()));
            assertThat(found.first()).contains(other.value());
            count++;
        } while (!isOver.get());
        return count;
    }

    private String change(Random random, List<MemberId> people) {
        MemberId one = people.get(random.nextInt(MEMBERS));
        MemberId other = people.get(random.nextInt(MEMBERS));
        return switch (random.nextInt(12)) {
            case 0, 1, 2 -> "send " + invitations.send(one, other, CLAIM, WHY);
            case 3, 4, 5 ->
                "accept "
                        + invitations.received(one).stream()
                                .map(invitation -> invitations.accept(one, invitation.id()))
                                .toList();
            case 6 ->
                "decline "
                        + invitations.received(one).stream()
                                .limit(1)
                                .map(invitation -> invitations.decline(one, invitation.id()))
                                .toList();
            case 7 -> "remove " + ties.remove(one, other);
            case 8 -> "block " + ties.block(one, other);
            case 9 -> "unblock " + ties.unblock(one, other);
            case 10 -> {
                MemberStatus status = random.nextInt(3) == 0 ? MemberStatus.SUSPENDED : MemberStatus.ACTIVE;
                members.setStatus(one, status);
                yield one + " " + status;
            }
            default -> {
                Audience audience = List.of(Audience.ME, Audience.CONNECTIONS, Audience.MEMBERS)
                        .get(random.nextInt(3));
                connections.showList(one, audience);
                yield one + " shows list to " + audience;
            }
        };
    }

    /// All that can be asked about these members, as everyone, as a stranger and as three of them see it.
    private static List<Object> answers(SocialGraph graph, List<MemberId> people) {
        List<Long> keys = people.stream().map(MemberId::value).toList();
        List<VisibilityRule> rules =
                new ArrayList<>(List.of(VisibilityRule.everything(), VisibilityRule.seenByAnyone()));
        keys.stream().limit(3).forEach(key -> rules.add(VisibilityRule.seenBy(key)));
        List<Object> answers = new ArrayList<>();
        for (long key : keys) {
            answers.add(graph.holds(key));
            for (VisibilityRule rule : rules) {
                answers.add(graph.neighbors(key, MEMBERS, rule).first());
            }
        }
        return answers;
    }
}
