package org.wellmet.profile;

import org.wellmet.web.Text;

/// A way to come to know somebody two steps away that a feature above offers from their profile: at `head`, the handle
/// and `tail`. Features declare theirs as beans, so that no profile links to what is not there. Immutable.
public record WayIn(String head, String tail, Text label) {
    /// Where it begins for this member.
    public String address(String handle) {
        return head + handle + tail;
    }
}
