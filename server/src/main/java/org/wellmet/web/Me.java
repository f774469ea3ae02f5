package org.wellmet.web;

import java.util.Optional;

/// The signed-in member, as the frame shows them. `tint` is 1 to 6; `picture` is an address of this server.
public record Me(
        String displayName,
        String firstName,
        String initials,
        int tint,
        String handle,
        Optional<String> picture,
        boolean isOperator) {
    /// Holds the tint to those that tokens.css has.
    public Me {
        if (tint < 1 || tint > 6) {
            throw new IllegalArgumentException("tint must be within [1, 6], got " + tint);
        }
    }
}
