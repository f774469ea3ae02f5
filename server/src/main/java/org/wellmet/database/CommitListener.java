package org.wellmet.database;

/// Is told on the writing thread when an outermost transaction of [Transactions] has committed.
public interface CommitListener {
    /// The transaction of this thread has committed and its connection was given back.
    void committed();
}
