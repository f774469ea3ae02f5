package org.wellmet.connection;

import java.util.Optional;

/// An invitation as its invitee will see it, as far as it is typed.
public record Preview(Acquaintance inviter, Optional<Claim> claim, Check check, String why) {}
