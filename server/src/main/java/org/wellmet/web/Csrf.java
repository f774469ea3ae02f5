package org.wellmet.web;

import java.util.function.Supplier;

/// The token that proves a form came from our page. Made only when a form asks, so that pages without one set no
/// cookie.
public record Csrf(Supplier<String> nameSource, Supplier<String> tokenSource) {
    /// The name of the parameter that carries it.
    public String parameter() {
        return nameSource.get();
    }

    /// The token to send back.
    public String token() {
        return tokenSource.get();
    }
}
