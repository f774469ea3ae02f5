package org.wellmet.changelog;

import java.time.Duration;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.wellmet.database.CommitListener;

/// Lets a thread that wrote wait until this node's projections have passed its change, so that the next page shows it.
///
/// The wait is bounded: a long transaction elsewhere holds the horizon back, and a page that is a second stale beats
/// one that hangs.
///
/// Thread-safe: what a thread wrote is kept per thread.
@Component
final class ReadYourWrites implements CommitListener {
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    private static final long NOTHING = 0;

    private final ThreadLocal<Long> lastWritten = ThreadLocal.withInitial(() -> NOTHING);
    private final ObjectProvider<ChangeTail> tail;

    ReadYourWrites(ObjectProvider<ChangeTail> tail) {
        this.tail = tail;
    }

    void wrote(long xid) {
        lastWritten.set(xid);
    }

    @Override
    public void committed() {
        long xid = lastWritten.get();
        if (xid != NOTHING) {
            lastWritten.remove();
            tail.getObject().awaitPassed(xid, PATIENCE);
        }
    }
}
