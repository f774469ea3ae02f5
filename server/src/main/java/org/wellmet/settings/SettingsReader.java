package org.wellmet.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/// Reads settings by name and keeps a list of all that is wrong, so that an operator mends everything at once.
///
/// Confined to the thread that starts the server.
final class SettingsReader {
    private final Function<String, @Nullable String> source;
    private final List<String> problems = new ArrayList<>();

    SettingsReader(Function<String, @Nullable String> source) {
        this.source = source;
    }

    /// The text of a setting, without the white space around it; one that is blank counts as not given.
    Optional<String> text(String name) {
        return Optional.ofNullable(source.apply(name)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /// The parsed value where one is given and right. `parse` answers empty to what is not `allowed`.
    <T> Optional<T> value(String name, String allowed, Function<String, Optional<T>> parse) {
        return text(name).flatMap(text -> {
            Optional<T> value = parse.apply(text);
            if (value.isEmpty()) {
                refuse(name, text, allowed);
            }
            return value;
        });
    }

    int number(String name, int otherwise, int min, int max) {
        String allowed = "a whole number from " + min + " to " + max;
        return value(name, allowed, text -> parsed(text).filter(number -> number >= min && number <= max))
                .orElse(otherwise);
    }

    Optional<Secret> secret(String name) {
        return text(name).map(Secret::new);
    }

    void refuse(String name, String value, String allowed) {
        problems.add(name + " (" + variable(name) + ") is \"" + value + "\"; allowed is " + allowed + ".");
    }

    void refuse(String problem) {
        problems.add(problem);
    }

    /// Throws [SettingsRefused] when anything was wrong.
    void finish() {
        if (!problems.isEmpty()) {
            throw new SettingsRefused(problems);
        }
    }

    static String variable(String name) {
        return name.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    private static Optional<Integer> parsed(String text) {
        try {
            return Optional.of(Integer.valueOf(text));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }
}
