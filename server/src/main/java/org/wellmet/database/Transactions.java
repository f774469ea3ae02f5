package org.wellmet.database;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/// Runs work in one transaction: it commits when the work returns and rolls back when it throws.
///
/// A call inside a call joins the outer transaction. After the outermost commit every [CommitListener] is
/// told, on the same thread and with the connection already given back; that is how a member reads what they
/// just wrote.
///
/// Thread-safe.
@Component
public final class Transactions {
    /// A request that waits longer than this for the database has better be told so.
    private static final int TIMEOUT_SECONDS = 30;

    private final TransactionTemplate readCommitted;
    private final TransactionTemplate nested;
    private final TransactionTemplate oneSnapshot;
    private final ObjectProvider<CommitListener> listeners;

    Transactions(PlatformTransactionManager transactions, ObjectProvider<CommitListener> listeners) {
        this.readCommitted = new TransactionTemplate(transactions);
        this.readCommitted.setTimeout(TIMEOUT_SECONDS);
        this.nested = new TransactionTemplate(transactions);
        this.nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.oneSnapshot = new TransactionTemplate(transactions);
        this.oneSnapshot.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.oneSnapshot.setReadOnly(true);
        this.listeners = listeners;
    }

    /// The result of `work`, committed. Work that may find nothing returns an `Optional`.
    public <T> T call(Supplier<T> work) {
        boolean isOutermost = !TransactionSynchronizationManager.isActualTransactionActive();
        T result =
                Objects.requireNonNull(readCommitted.execute(_ -> work.get()), "work in a transaction returned null");
        if (isOutermost) {
            List.copyOf(listeners.orderedStream().toList()).forEach(CommitListener::committed);
        }
        return result;
    }

    /// As [#call], for work without a result.
    public void run(Runnable work) {
        call(() -> {
            work.run();
            return true;
        });
    }

    /// The result of `work` inside the caller's transaction, which must be open; what it wrote is kept only if its
    /// result is such. Either way the same is done, so that the time that it takes does not tell.
    public <T> T keepIf(Predicate<? super T> isKept, Supplier<T> work) {
        return Objects.requireNonNull(
                nested.execute(status -> {
                    T result = work.get();
                    if (!isKept.test(result)) {
                        status.setRollbackOnly();
                    }
                    return result;
                }),
                "work in a transaction returned null");
    }

    /// The result of `work` that reads everything from one moment (REPEATABLE READ) and writes nothing. No
    /// time limit: a projection that is rebuilt reads whole tables.
    public <T> T readOneSnapshot(Supplier<T> work) {
        return Objects.requireNonNull(oneSnapshot.execute(_ -> work.get()), "work in a transaction returned null");
    }
}
