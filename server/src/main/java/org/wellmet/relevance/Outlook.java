package org.wellmet.relevance;

import org.wellmet.member.MemberId;

/// How relevant a member seems before anybody has looked at whom they are connected to, and what those say: a
/// [Judgement] without these signals, at a tenth of its cost.
///
/// @param mutualCount all mutual connections that the viewer may know of
/// @param probability that the two would connect, by the other signals
public record Outlook(MemberId member, int mutualCount, double probability, Sharing sharing) {}
