package org.wellmet.connection;

import java.util.Optional;
import org.wellmet.member.Member;

/// A member as a viewer meets them in a line: who they are, how near, and how many connections both have.
///
/// @param steps 1, 2 or 3; 0 for the viewer and for everyone further away
public record Acquaintance(Member member, int steps, int mutualCount) {
    /// Where the member's profile is.
    public String address() {
        return "/in/" + member.handle();
    }

    /// Where the member's picture is, in the size of an avatar.
    public Optional<String> picture() {
        return member.pictureId().map(id -> "/pictures/" + id + "/avatar");
    }
}
