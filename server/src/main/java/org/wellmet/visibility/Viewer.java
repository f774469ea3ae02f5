package org.wellmet.visibility;

import java.util.Optional;
import org.wellmet.member.MemberId;

/// Who is looking: a signed-in member, or somebody who is not signed in. Controllers take one as an argument.
///
/// Immutable.
public record Viewer(Optional<MemberId> member, boolean isOperator) {
    /// Somebody who is not signed in.
    public static final Viewer ANONYMOUS = new Viewer(Optional.empty(), false);

    /// A signed-in member without further rights.
    public static Viewer of(MemberId member) {
        return new Viewer(Optional.of(member), false);
    }

    /// Whether the viewer is signed in.
    public boolean isSignedIn() {
        return member.isPresent();
    }

    /// Whether the viewer is this very member.
    public boolean is(MemberId other) {
        return member.isPresent() && member.get().equals(other);
    }

    /// The signed-in member. Only where the route is open to members alone, so that there always is one.
    public MemberId id() {
        return member.orElseThrow(() -> new IllegalStateException("this needs a signed-in viewer"));
    }
}
