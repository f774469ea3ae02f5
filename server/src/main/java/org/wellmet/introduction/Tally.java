package org.wellmet.introduction;

/// How often introductions came to something, for one member in one role, as far as that member is told.
///
/// @param count those the member had part in
/// @param forwardedCount those of them that were passed on
/// @param inTouchCount those in which the target wrote back, and the two talk
/// @param connectedCount those that led to a connection
public record Tally(long count, long forwardedCount, long inTouchCount, long connectedCount) {}
