package org.wellmet.web;

import java.util.Set;

/// Names of parameters that may come more than once, for instance the ticks of a list. Declared as a bean by
/// the feature that has them; every other parameter is one string, and a request that doubles it is refused
/// before anyone reads it.
public record ManyValued(Set<String> names) {
    /// Copies the names.
    public ManyValued {
        names = Set.copyOf(names);
    }

    /// These names.
    public static ManyValued of(String... names) {
        return new ManyValued(Set.of(names));
    }
}
