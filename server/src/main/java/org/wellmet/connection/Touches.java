package org.wellmet.connection;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import org.wellmet.member.MemberId;

/// Counts touches: real contacts between a member and others, such as comments, reactions, introductions. Features
/// implement it as beans, one for each kind. Dates and counts only, never what was said; for the member's own eyes and
/// rules about them.
public interface Touches {
    /// How many there were with each of `others` since then; whoever had none is missing.
    Map<MemberId, Integer> since(MemberId member, Collection<MemberId> others, Instant then);
}
