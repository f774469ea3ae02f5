package org.wellmet.connection;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.wellmet.Races;
import org.wellmet.Races.Verbs;
import org.wellmet.member.MemberId;

/// Races on pairs of members who have never met.
abstract class PairRaces extends ConnectionTest {
    private final Races races = new Races();

    /// Two members.
    record Pair(MemberId one, MemberId other) {}

    /// Prepares pairs, and says what is to be raced on each.
    record Duel(Function<List<Pair>, List<Verbs>> verbs) {
        static Duel onEach(Function<Pair, Verbs> verbs) {
            return new Duel(pairs -> pairs.stream().map(verbs).toList());
        }
    }

    /// The pairs that the duel left, after `times` races. They are prepared in one transaction.
    List<Pair> race(int times, Duel duel) {
        List<Pair> pairs = pairs(times);
        races.run(transactions.call(() -> duel.verbs().apply(pairs)));
        return pairs;
    }

    /// What the schema had to refuse.
    List<String> refusals() {
        return races.refusals();
    }

    private List<Pair> pairs(int count) {
        List<MemberId> all = Races.racers(sql, 2 * count);
        return IntStream.range(0, count)
                .mapToObj(i -> new Pair(all.get(2 * i), all.get(2 * i + 1)))
                .toList();
    }

    /// A waiting invitation of the first of each to the second, without the ceremony.
    List<Long> waiting(List<Pair> pairs) {
        return invited(pairs, "PENDING");
    }

    /// The first of each has invited the second, who declined.
    List<Long> declined(List<Pair> pairs) {
        return invited(pairs, "DECLINED");
    }

    /// The first of each has invited the second and then laid a block, which voided the invitation, or ended the
    /// seeming wait of a declined one.
    List<Long> blocked(List<Pair> pairs, boolean wasDeclined) {
        sql.sql("""
                        INSERT INTO block (member_id, other_id, since)
                        SELECT one, other, now() FROM unnest(:ones::bigint[], :others::bigint[]) AS pair (one, other)
                        """).param("ones", ones(pairs)).param("others", others(pairs)).update();
        List<Long> ids = invited(pairs, wasDeclined ? "DECLINED" : "VOIDED");
        sql.sql("""
                        UPDATE invitation SET withdrawn_at = now()
                         WHERE status = 'DECLINED' AND inviter_id = ANY(:ones) AND id = ANY(:ids)
                        """)
                .param("ones", ones(pairs))
                .param("ids", ids.toArray(Long[]::new))
                .update();
        return ids;
    }

    private List<Long> invited(List<Pair> pairs, String status) {
        return sql.sql("""
                        INSERT INTO invitation (inviter_id, invitee_id, status, claim_kind, claim, is_checked, why_now,
                                                sent_at, expires_at, ended_at)
                        SELECT one, other, :status, 'OTHER', 'We race', false, 'Because this is a race of two.',
                               now(), now() + interval '60 days', CASE WHEN :status <> 'PENDING' THEN now() END
                          FROM unnest(:ones::bigint[], :others::bigint[]) WITH ORDINALITY AS pair (one, other, number)
                         ORDER BY number
                        RETURNING id
                        """)
                .param("status", status)
                .param("ones", ones(pairs))
                .param("others", others(pairs))
                .query(Long.class)
                .list();
    }

    static Long[] ones(List<Pair> pairs) {
        return pairs.stream().map(pair -> pair.one().value()).toArray(Long[]::new);
    }

    static Long[] others(List<Pair> pairs) {
        return pairs.stream().map(pair -> pair.other().value()).toArray(Long[]::new);
    }

    Duel acceptAgainstBlock() {
        return new Duel(pairs -> {
            List<Long> ids = waiting(pairs);
            return IntStream.range(0, pairs.size())
                    .mapToObj(i -> new Verbs(
                            () -> invitations.accept(pairs.get(i).other(), ids.get(i)),
                            () -> ties.block(pairs.get(i).one(), pairs.get(i).other())))
                    .toList();
        });
    }

    Duel crossingInvitations() {
        return Duel.onEach(pair -> new Verbs(
                () -> invitations.send(pair.one(), pair.other(), CLAIM, WHY),
                () -> invitations.send(pair.other(), pair.one(), CLAIM, WHY)));
    }

    boolean isBlocked(Pair pair) {
        return sql.sql("""
                        SELECT count(*) FROM block WHERE (member_id, other_id) IN ((:a, :b), (:b, :a))
                        """)
                        .param("a", pair.one().value())
                        .param("b", pair.other().value())
                        .query(Long.class)
                        .single()
                > 0;
    }

    boolean isConnected(Pair pair) {
        return connections.areConnected(pair.one(), pair.other());
    }
}
