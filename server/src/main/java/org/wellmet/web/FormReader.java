package org.wellmet.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// Reads a [Form] field by field and gathers all that is wrong. Confined to the request's thread.
public final class FormReader {
    private final Form form;
    private final List<Form.FieldError> errors = new ArrayList<>();

    FormReader(Form form) {
        this.form = form;
        errors.addAll(form.errors());
    }

    /// A text that must be there, without the spaces around it.
    public String required(String name, Text label, int maxLength) {
        String text = optional(name, label, maxLength);
        if (text.isEmpty()) {
            refuse(name, label, Text.of("Please fill this in."));
        }
        return text;
    }

    /// A text that may be empty, without the spaces around it.
    public String optional(String name, Text label, int maxLength) {
        String text = form.value(name).strip();
        int length = text.codePointCount(0, text.length());
        if (length > maxLength) {
            refuse(name, label, Text.of("{0} characters. Take out {1}.", length, length - maxLength));
        }
        return text;
    }

    /// One of the choices that the form offers.
    public <T> Optional<T> choice(String name, Text label, Function<String, Optional<T>> parse) {
        Optional<T> chosen = parse.apply(form.value(name));
        if (chosen.isEmpty()) {
            refuse(name, label, Text.of("Please choose one."));
        }
        return chosen;
    }

    /// Whether a box is ticked.
    public boolean isTicked(String name) {
        return !form.values(name).isEmpty();
    }

    /// Notes what is wrong with a field; the first note per field counts.
    public void refuse(String name, Text label, Text message) {
        if (errors.stream().noneMatch(error -> error.name().equals(name))) {
            errors.add(new Form.FieldError(name, label, message));
        }
    }

    /// Whether anything was wrong.
    public boolean isRefused() {
        return !errors.isEmpty();
    }

    /// The form with all that is wrong, to be shown again.
    public Form refused() {
        return new Form(form.typed(), errors);
    }
}
