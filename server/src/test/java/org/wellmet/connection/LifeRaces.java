package org.wellmet.connection;

import java.util.List;
import java.util.stream.IntStream;
import org.wellmet.Races.Verbs;
import org.wellmet.member.MemberId;

/// The verbs on one pair of members, and the states that none of them, in whatever order, may leave.
abstract class LifeRaces extends PairRaces {
    // Both sides of a pair, and what must never be true of it.
    private static final String FORBIDDEN = """
            WITH pair AS (SELECT * FROM unnest(:ones::bigint[], :others::bigint[]) AS pair (one, other)),
            -- One look at the change log, which has no index by member, for all pairs.
            told AS (
                SELECT least(member_id, other_id) AS low, greatest(member_id, other_id) AS high,
                       count(*) FILTER (WHERE kind = 'connection.made') AS made,
                       count(*) FILTER (WHERE kind = 'connection.ended') AS ended
                  FROM change
                 WHERE kind IN ('connection.made', 'connection.ended')
                   AND member_id = ANY(:ones::bigint[] || :others::bigint[])
                 GROUP BY low, high),
            seen AS (
                SELECT pair.*,
                       (SELECT count(*) FROM connection
                         WHERE (member_id, other_id) IN ((one, other), (other, one))) AS connected,
                       (SELECT count(*) FROM block
                         WHERE (member_id, other_id) IN ((one, other), (other, one))) AS blocked,
                       (SELECT count(*) FROM invitation
                         WHERE (inviter_id, invitee_id) IN ((one, other), (other, one))
                           AND status = 'PENDING') AS pending,
                       (SELECT count(*) FROM invitation
                         WHERE (inviter_id, invitee_id) IN ((one, other), (other, one))
                           AND status = 'ACCEPTED') AS accepted,
                       coalesce(made, 0) AS made,
                       coalesce(ended, 0) AS ended,
                       (SELECT count(*) FROM member WHERE id IN (one, other)) AS present
                  FROM pair LEFT JOIN told ON low = least(one, other) AND high = greatest(one, other))
            SELECT CASE
                   WHEN connected > 0 AND blocked > 0 THEN 'connected and blocked'
                   WHEN connected > 0 AND pending > 0 THEN 'connected and invited'
                   WHEN blocked > 0 AND pending > 0 THEN 'blocked and invited'
                   WHEN pending > 1 THEN 'invited twice'
                   WHEN connected = 1 THEN 'connected on one side'
                   WHEN present < 2 AND connected + pending + blocked > 0 THEN 'something with nobody'
                   WHEN present = 2 AND made - ended <> connected / 2 THEN 'changes that do not add up'
                   WHEN present = 2 AND accepted <> made THEN 'accepted and not connected'
                   ELSE '' END AS fault
              FROM seen
            """;

    /// What somebody does to somebody.
    enum Verb {
        INVITE,
        ACCEPT,
        DECLINE,
        UNDO_DECLINE,
        WITHDRAW,
        BLOCK,
        UNBLOCK,
        DELETE_ACCOUNT
    }

    /// Between two of whom the first has invited the second; where a block is to be lifted, the first has then laid
    /// one, which voided the invitation; where a decline is to be undone, the second has declined.
    ///
    /// The left one is the invitee's wherever either side could do it, the right one the inviter's.
    Duel duel(Verb left, Verb right) {
        boolean beginsBlocked = left == Verb.UNBLOCK || right == Verb.UNBLOCK;
        boolean beginsDeclined = left == Verb.UNDO_DECLINE || right == Verb.UNDO_DECLINE;
        return new Duel(pairs -> {
            List<Long> ids =
                    beginsBlocked ? blocked(pairs, beginsDeclined) : beginsDeclined ? declined(pairs) : waiting(pairs);
            return IntStream.range(0, pairs.size())
                    .mapToObj(i -> verbs(left, right, pairs.get(i), ids.get(i)))
                    .toList();
        });
    }

    private Verbs verbs(Verb left, Verb right, Pair pair, long id) {
        return new Verbs(
                verb(left, pair, id, pair.other(), pair.one()), verb(right, pair, id, pair.one(), pair.other()));
    }

    private Runnable verb(Verb verb, Pair pair, long id, MemberId self, MemberId other) {
        return switch (verb) {
            case INVITE -> () -> invitations.send(self, other, CLAIM, WHY);
            case ACCEPT -> () -> invitations.accept(pair.other(), id);
            case DECLINE -> () -> invitations.decline(pair.other(), id);
            case UNDO_DECLINE -> () -> secondThoughts.undo(pair.other(), id);
            case WITHDRAW -> () -> invitations.withdraw(pair.one(), id);
            case BLOCK -> () -> ties.block(self, other);
            case UNBLOCK -> () -> ties.unblock(pair.one(), pair.other());
            case DELETE_ACCOUNT -> () -> transactions.run(() -> members.delete(self));
        };
    }

    /// What is wrong, one line per pair.
    List<String> forbidden(List<Pair> pairs) {
        return sql
                .sql(FORBIDDEN)
                .param("ones", ones(pairs))
                .param("others", others(pairs))
                .query(String.class)
                .list()
                .stream()
                .filter(fault -> !fault.isEmpty())
                .toList();
    }
}
