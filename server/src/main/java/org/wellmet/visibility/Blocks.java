package org.wellmet.visibility;

import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.changelog.ChangeLog;
import org.wellmet.database.PairLock;
import org.wellmet.member.MemberId;

/// Blocks: one member separates themselves from another, both ways, everywhere, at once.
///
/// Laying a block also ends what stands between the two; that is the work of `connection`, whose front door calls this
/// one in its transaction.
///
/// Thread-safe.
@Component
public final class Blocks {
    /// The change that tells that a block was laid; `memberId` laid it.
    public static final String LAID = "block.laid";

    /// The change that tells that a block was lifted.
    public static final String LIFTED = "block.lifted";

    /// The longest list of blocked members a page shows.
    public static final int LIST_LIMIT = 500;

    private final VisibilityStore store;
    private final PairLock pairLock;
    private final ChangeLog changeLog;
    private final InstantSource clock;

    Blocks(JdbcClient sql, PairLock pairLock, ChangeLog changeLog, InstantSource clock) {
        this.store = new VisibilityStore(sql);
        this.pairLock = pairLock;
        this.changeLog = changeLog;
        this.clock = clock;
    }

    /// Lays a block, in the caller's transaction and under the pair lock. False when it already lay.
    ///
    /// The schema refuses it while the two are connected: end the connection first, in the same transaction.
    public boolean lay(MemberId member, MemberId other) {
        pairLock.hold(member.value(), other.value());
        boolean isNew = store.block(member, other, clock.instant());
        if (isNew) {
            changeLog.append(LAID, member.value(), other.value(), 0);
        }
        return isNew;
    }

    /// Lifts a block, in the caller's transaction and under the pair lock. False when none lay.
    public boolean lift(MemberId member, MemberId other) {
        pairLock.hold(member.value(), other.value());
        boolean lay = store.unblock(member, other);
        if (lay) {
            changeLog.append(LIFTED, member.value(), other.value(), 0);
        }
        return lay;
    }

    /// Whether `member` blocked `other`. For that member's eyes only.
    public boolean isLaid(MemberId member, MemberId other) {
        return store.isBlocked(member, other);
    }

    /// Whom the member blocked, latest first, up to [#LIST_LIMIT]. For that member's eyes only.
    public List<MemberId> blockedBy(MemberId member) {
        return store.blockedBy(member, LIST_LIMIT);
    }

    /// Everyone a block separates from the member, whoever laid it. For rules, never to be shown.
    public Set<MemberId> separatedFrom(MemberId member) {
        return Set.copyOf(store.separated(member));
    }
}
