package org.wellmet.changelog;

import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// Where front doors say what they changed, in the transaction that changes it.
///
/// Thread-safe.
@Component
public final class ChangeLog {
    private final ChangeStore changes;
    private final InstantSource clock;
    private final ReadYourWrites readYourWrites;
    private final ObjectProvider<ChangeListener> listeners;

    ChangeLog(
            JdbcClient sql,
            InstantSource clock,
            ReadYourWrites readYourWrites,
            ObjectProvider<ChangeListener> listeners) {
        this.changes = new ChangeStore(sql);
        this.clock = clock;
        this.readYourWrites = readYourWrites;
        this.listeners = listeners; // asked when needed: they themselves may append
    }

    /// `kind` happened to `memberId`.
    public void append(String kind, long memberId) {
        append(kind, memberId, 0, 0);
    }

    /// `kind` happened between two members and concerns the row `subjectId`; 0 stands for none.
    public void append(String kind, long memberId, long otherId, long subjectId) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("a change is appended in the transaction that makes it, and none is open");
        }
        readYourWrites.wrote(changes.append(clock.instant(), kind, memberId, otherId, subjectId));
        listeners.forEach(listener -> listener.appended(kind, memberId, otherId, subjectId));
    }
}
