package org.wellmet.vocabulary;

import java.util.Objects;

/// A term that a member may mean.
///
/// @param id what stays the same when the spelling changes
/// @param label the name to show
/// @param detail what tells it from others of that name (a city's region and country), empty where nothing does
/// @param value the text that stands in the field once it is chosen
public record Suggestion(String id, String label, String detail, String value) {
    /// Nothing may be missing; an absent detail is the empty text.
    public Suggestion {
        Objects.requireNonNull(id);
        Objects.requireNonNull(label);
        Objects.requireNonNull(detail);
        Objects.requireNonNull(value);
    }
}
