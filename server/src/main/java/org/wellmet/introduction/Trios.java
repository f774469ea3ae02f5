package org.wellmet.introduction;

import java.util.Comparator;
import java.util.List;
import org.springframework.stereotype.Component;
import org.wellmet.database.PairLock;
import org.wellmet.member.MemberId;
import org.wellmet.member.Members;

/// *Three locks, one order*: takes the rows of three members, then their three pair locks, for the transaction.
///
/// Thread-safe.
@Component
final class Trios {
    private final Members members;
    private final PairLock pairLock;

    Trios(Members members, PairLock pairLock) {
        this.members = members;
        this.pairLock = pairLock;
    }

    /// Holds the three. False when one of them is not there any more.
    boolean hold(List<MemberId> three) {
        List<MemberId> inOrder = inOrder(three);
        boolean areThere = members.keep(inOrder);
        holdPairs(inOrder);
        return areThere;
    }

    /// As [#hold]; whoever asks or is asked at the same time waits behind, so that what is counted then is
    /// exact.
    boolean queue(List<MemberId> three) {
        List<MemberId> inOrder = inOrder(three);
        boolean areThere = members.queue(inOrder);
        holdPairs(inOrder);
        return areThere;
    }

    private void holdPairs(List<MemberId> inOrder) {
        pairLock.hold(inOrder.get(0).value(), inOrder.get(1).value());
        pairLock.hold(inOrder.get(0).value(), inOrder.get(2).value());
        pairLock.hold(inOrder.get(1).value(), inOrder.get(2).value());
    }

    private static List<MemberId> inOrder(List<MemberId> three) {
        return three.stream().sorted(Comparator.comparingLong(MemberId::value)).toList();
    }
}
