package org.wellmet.changelog;

/// How long the tail listens for a wake-up before it looks by itself.
///
/// Nobody tells when the transaction ends that holds changes back, and their writers wait. So the tail looks very soon,
/// and the longer that transaction runs, the seldomer: a writer waits at most about as long again as it had to.
///
/// Confined to the tail thread.
final class ListenTime {
    /// A lost wake-up costs at most this.
    static final int MOST_MILLIS = 500;
    /// A short transaction ends within this.
    static final int LEAST_MILLIS = 5;

    private boolean wasHeldBack;
    private long horizon;
    private int heldBackMillis = LEAST_MILLIS;

    /// After that batch. `wasSilent`: the last time ran out without a wake-up, which shortens it and tells nothing of
    /// the transaction that is waited for.
    int millis(ChangeStore.Batch batch, boolean wasSilent) {
        boolean isStuck = batch.isHeldBack() && wasHeldBack && batch.changes().isEmpty() && batch.horizon() == horizon;
        if (!isStuck) {
            heldBackMillis = LEAST_MILLIS;
        } else if (wasSilent) {
            heldBackMillis = Math.min(2 * heldBackMillis, MOST_MILLIS);
        }
        wasHeldBack = batch.isHeldBack();
        horizon = batch.horizon();
        return wasHeldBack ? heldBackMillis : MOST_MILLIS;
    }
}
