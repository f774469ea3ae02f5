package org.wellmet.profile;

import java.util.function.BiPredicate;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Text;

/// A way to come to know somebody two steps away that a feature above offers from their profile: at `head`, the handle
/// and `tail`. Features declare theirs as beans, so that no profile links to what is not there. Immutable.
///
/// @param isOpen whether it leads this viewer to that member, as far as the viewer may know
public record WayIn(String head, String tail, Text label, BiPredicate<Viewer, MemberId> isOpen) {
    /// Where it begins for this member.
    public String address(String handle) {
        return head + handle + tail;
    }
}
