package org.wellmet.profile;

/// An organisation or a school that two members name, both where the other may see it.
///
/// @param monthsTogether how many months they were there at the same time at most; 0 where that is not known
public record SharedPlace(Kind kind, String name, int monthsTogether) {
    /// What kind of place.
    public enum Kind {
        ORGANISATION,
        SCHOOL
    }
}
