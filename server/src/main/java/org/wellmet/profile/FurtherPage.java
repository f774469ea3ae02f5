package org.wellmet.profile;

import org.wellmet.web.Text;

/// Another page about a member that their profile links to: at the profile's address and `tail`, for whoever
/// may see the profile. Features above declare theirs as beans, so that no profile links to what is not
/// there. Immutable.
public record FurtherPage(int order, String tail, Text label) {}
