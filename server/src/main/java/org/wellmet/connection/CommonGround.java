package org.wellmet.connection;

import org.wellmet.web.Text;

/// Something the server knows two members to share.
///
/// @param claim the claim that it supports
/// @param detail how the server knows, in a sentence both may read: "20 months together, by both profiles"
/// @param isApart whether it is a place where both were, but at different times or without saying when
public record CommonGround(Claim claim, Text detail, boolean isApart) {
    /// Of something that is no matter of time, or at the same time.
    public CommonGround(Claim claim, Text detail) {
        this(claim, detail, false);
    }

    /// Whether it is that somebody introduced the two.
    boolean isIntroduction() {
        return claim.kind() == ClaimKind.INTRODUCED;
    }
}
