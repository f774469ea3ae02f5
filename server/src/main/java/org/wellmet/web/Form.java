package org.wellmet.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A form as it is shown: what was typed, and what is wrong with it. Immutable.
///
/// A controller method takes a `Form` to get the one that was sent, reads it with a [FormReader], and shows
/// the refused one again through [Pages#again]. Nothing typed is lost but passwords, which templates never
/// write back.
public record Form(Map<String, List<String>> typed, List<FieldError> errors) {
    /// Copies both.
    public Form {
        typed = Map.copyOf(typed);
        errors = List.copyOf(errors);
    }

    /// What is wrong with one field.
    public record FieldError(String name, Text label, Text message) {}

    /// A form that nobody has touched.
    public static Form empty() {
        return new Form(Map.of(), List.of());
    }

    /// The form with a value filled in.
    public Form with(String name, String value) {
        return with(name, List.of(value));
    }

    /// The form with several values of one name filled in.
    public Form with(String name, List<String> values) {
        Map<String, List<String>> more = new LinkedHashMap<>(typed);
        more.put(name, List.copyOf(values));
        return new Form(more, errors);
    }

    /// What was typed into the field; empty when nothing was.
    public String value(String name) {
        List<String> values = values(name);
        return values.isEmpty() ? "" : values.getFirst();
    }

    /// All values of a field that may have several.
    public List<String> values(String name) {
        return typed.getOrDefault(name, List.of());
    }

    /// Whether this choice of the field is the chosen one.
    public boolean has(String name, String value) {
        return values(name).contains(value);
    }

    /// What is wrong with the field.
    public Optional<Text> error(String name) {
        return errors.stream()
                .filter(error -> error.name().equals(name))
                .map(FieldError::message)
                .findFirst();
    }

    /// Whether anything is wrong.
    public boolean isRefused() {
        return !errors.isEmpty();
    }

    /// Begins to read it.
    public FormReader reading() {
        return new FormReader(this);
    }
}
