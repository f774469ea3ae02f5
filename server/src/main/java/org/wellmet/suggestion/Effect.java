package org.wellmet.suggestion;

/// What a connection to somebody would do to the viewer's circles.
///
/// A connection of the viewer *stands in a circle* when they know at least [SuggestionModel#CIRCLE_TIES] other
/// connections of the viewer, so that three at least belong together. All counts are of ties that the viewer may
/// see.
public enum Effect {
    /// There is no mutual connection; or there are one or two, and none of them stands in a circle: they would be
    /// the beginning of a circle that the viewer does not have.
    OPENS_CIRCLE,
    /// One or two mutual connections, of whom one at least stands in a circle.
    WIDENS_CIRCLE,
    /// [SuggestionModel#TRIANGLES] mutual connections or more.
    CLOSES_TRIANGLES
}
