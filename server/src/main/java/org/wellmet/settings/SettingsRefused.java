package org.wellmet.settings;

import java.util.List;

/// The settings cannot stand as they are. Holds one sentence per problem: the name, the value, what is allowed.
public final class SettingsRefused extends RuntimeException {
    private final transient List<String> problems;

    /// With one sentence per problem, of which there is at least one.
    public SettingsRefused(List<String> problems) {
        super(String.join("\n", problems));
        this.problems = List.copyOf(problems);
    }

    /// One sentence each.
    public List<String> problems() {
        return problems;
    }
}
