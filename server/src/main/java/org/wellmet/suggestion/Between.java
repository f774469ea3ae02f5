package org.wellmet.suggestion;

import java.util.Optional;
import org.wellmet.member.Member;

/// Who stands between the viewer and somebody, as far as the viewer may see: one by name, and how many in all.
///
/// @param named one of them whom the viewer may see; empty when there is none
public record Between(Optional<Member> named, int count) {
    static final Between NOBODY = new Between(Optional.empty(), 0);

    /// How many there are besides the one who is named.
    public int otherCount() {
        return named.isPresent() ? count - 1 : count;
    }
}
