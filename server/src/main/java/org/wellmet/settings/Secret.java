package org.wellmet.settings;

/// A password, which does not print itself.
///
/// Immutable.
public record Secret(String value) {
    @Override
    public String toString() {
        return "(hidden)";
    }
}
