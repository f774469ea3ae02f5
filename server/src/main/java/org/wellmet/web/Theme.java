package org.wellmet.web;

import java.util.Optional;

/// Light or dark.
public enum Theme {
    /// As the device says.
    DEVICE("device"),
    /// Always light.
    LIGHT("light"),
    /// Always dark.
    DARK("dark");

    private final String code;

    Theme(String code) {
        this.code = code;
    }

    /// As in the form and the cookie.
    public String code() {
        return code;
    }

    /// As in `<html data-theme>`; empty, and then not written, for the device's own choice.
    public String attribute() {
        return this == DEVICE ? "" : code;
    }

    /// The theme with this code.
    public static Optional<Theme> of(String code) {
        for (Theme theme : values()) {
            if (theme.code.equals(code)) {
                return Optional.of(theme);
            }
        }
        return Optional.empty();
    }
}
