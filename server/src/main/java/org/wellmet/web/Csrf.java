package org.wellmet.web;

import java.util.function.Supplier;

/// The token that proves a form came from our page. Made only when a form asks, so that pages without one set no
/// cookie.
public record Csrf(String parameter, Supplier<String> source) {
    /// The token to send back.
    public String token() {
        return source.get();
    }
}
