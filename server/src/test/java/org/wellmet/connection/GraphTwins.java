package org.wellmet.connection;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wellmet.changelog.ChangeHistory;
import org.wellmet.fake.FakeClock;
import org.wellmet.graph.SocialGraph;
import org.wellmet.graph.VisibilityRule;
import org.wellmet.member.MemberId;
import org.wellmet.settings.Settings;
import org.wellmet.visibility.Audience;

/// What the twin tests share: graphs beside that of the server, with a file of their own, and changes to compare after.
abstract class GraphTwins extends ConnectionTest {
    static final int MEMBERS = 10;

    final FakeClock fakeClock = new FakeClock();

    @Autowired
    ChangeHistory history;

    @Autowired
    private JdbcClient client;

    /// One that was not started yet, as a server with this data folder has it.
    LiveGraph aGraph(Path folder) {
        try {
            Settings settings = Settings.read(name -> name.equals("wellmet.data") ? folder.toString() : null);
            return new LiveGraph(client, history, new GraphFile(settings, fakeClock));
        } catch (IOException problem) {
            throw new UncheckedIOException(problem);
        }
    }

    /// What the tail does at the start of the server.
    void start(LiveGraph graph) {
        transactions.readOneSnapshot(() -> {
            graph.rebuild();
            return true;
        });
    }

    /// Something that may happen to these members; answers what.
    String change(Random random, List<MemberId> people) {
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
                boolean isOut = random.nextInt(3) == 0;
                if (isOut) {
                    members.suspend(one);
                } else {
                    members.admit(one);
                }
                yield one + (isOut ? " is out" : " is in");
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
    static List<Object> answers(SocialGraph graph, List<MemberId> people) {
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
