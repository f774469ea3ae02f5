package org.wellmet.web;

/// A [Place] in one frame: with its count, and whether the viewer is there.
public record Stop(Place place, long count, boolean isCurrent) {
    /// Whether it is the page's own place: the one that the page names, or else the one that was asked for.
    public boolean isAt(String current) {
        return current.isEmpty() ? isCurrent : current.equals(place.address());
    }
}
