package org.wellmet.connection;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/// Writes what was searched for into an address.
public final class Queries {
    private Queries() {}

    /// The text as it may stand in a query.
    public static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
