package org.wellmet.member;

/// How far a member may take part.
public enum MemberStatus {
    /// Signed up; the e-mail address is not proved yet, or an operator has yet to let them in. Nobody sees them.
    WAITING,
    /// Takes part.
    ACTIVE,
    /// Shut out by an operator for a time. Nobody sees them, and they cannot sign in.
    SUSPENDED
}
