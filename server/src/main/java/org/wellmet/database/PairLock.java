package org.wellmet.database;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/// One lock per unordered pair of members, held until the end of the transaction.
///
/// Invite, accept, decline, withdraw, block, unblock and disconnect all hold it, so that of two racing ones
/// the second sees what the first left. The schema's triggers take the same lock (function `pair_lock` in the
/// migrations): a path that forgets it is refused, not raced.
///
/// Two pairs whose hashes collide wait for each other, which costs time and no correctness. A transaction
/// takes one pair only; who needs several takes them in the order of their ids.
///
/// Thread-safe.
@Component
public final class PairLock {
    private static final String HOLD = "SELECT pair_lock(:a, :b) IS NULL";

    private final JdbcClient sql;

    PairLock(JdbcClient sql) {
        this.sql = sql;
    }

    /// Waits until this transaction alone may change what stands between `a` and `b`.
    public void hold(long a, long b) {
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("the pair lock is held by a transaction, and none is open");
        }
        if (a == b) {
            throw new IllegalArgumentException("a pair has two members, got " + a + " twice");
        }
        sql.sql(HOLD).param("a", a).param("b", b).query(Boolean.class).single();
    }
}
