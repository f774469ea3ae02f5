package org.wellmet.profile;

/// An organisation or a school that two members name, both where the other may see it.
///
/// @param monthsTogether how many months they were there at the same time at most; 0 where that is not known
/// @param isDated whether both say from when they were there
public record SharedPlace(Kind kind, String name, int monthsTogether, boolean isDated) {
    /// What kind of place.
    public enum Kind {
        ORGANISATION,
        SCHOOL
    }

    /// Of two stays at the same place: what says more, and what is known of the times of both.
    SharedPlace or(SharedPlace other) {
        return new SharedPlace(kind, name, Math.max(monthsTogether, other.monthsTogether), isDated && other.isDated);
    }
}
