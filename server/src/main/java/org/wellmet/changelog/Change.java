package org.wellmet.changelog;

import java.time.Instant;

/// Something that happened, told by ids.
///
/// @param kind what happened, as `feature.happened`, e.g. `connection.made`
/// @param memberId the member it happened to or who did it
/// @param otherId the other member of a pair, or 0
/// @param subjectId the row it is about (an update, an invitation), or 0
public record Change(Position position, Instant at, String kind, long memberId, long otherId, long subjectId) {}
