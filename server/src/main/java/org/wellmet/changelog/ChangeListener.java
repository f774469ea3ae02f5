package org.wellmet.changelog;

/// Is told of each change in the very transaction that makes it: for rows that must exist exactly when their
/// cause does. What may come a moment later is a [Projection].
public interface ChangeListener {
    /// A change was appended; the transaction may still fail, and then takes along what this does.
    void appended(String kind, long memberId, long otherId, long subjectId);
}
