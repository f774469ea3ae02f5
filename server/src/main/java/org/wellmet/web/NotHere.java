package org.wellmet.web;

/// Nothing that this viewer may know of is at this address: absent and forbidden alike, and the answer is the same
/// bytes.
///
/// Thrown by controllers wherever [org.wellmet] has no leave to show something; carries no reason, because none may
/// leak.
public final class NotHere extends RuntimeException {
    /// Without a stack trace: it is an answer, not a fault.
    public NotHere() {
        super("not here", null, false, false);
    }
}
