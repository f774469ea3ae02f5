package org.wellmet.account;

import java.util.Optional;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.wellmet.member.Member;
import org.wellmet.member.MemberId;
import org.wellmet.web.Look;

/// The member behind a session, with what every page shows of them, so that a page costs no query for it.
///
/// Immutable. As old as the session cache allows; a change of the member throws it away ([SessionCache]).
record SignedInMember(Member member, Optional<Look> look) implements AuthenticatedPrincipal {
    MemberId id() {
        return member.id();
    }

    /// The id, as `Viewers` expects of the name of whoever is signed in.
    @Override
    public String getName() {
        return Long.toString(member.id().value());
    }
}
