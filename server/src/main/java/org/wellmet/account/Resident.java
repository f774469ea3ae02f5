package org.wellmet.account;

import java.time.Instant;
import java.util.Optional;
import org.wellmet.member.Member;

/// A member as an operator sees them: whatever their standing, with the address they sign in with, if they have one.
public record Resident(Member member, Optional<String> email, Instant joinedAt) {}
