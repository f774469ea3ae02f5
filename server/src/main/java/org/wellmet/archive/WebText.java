package org.wellmet.archive;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/// Lets an address on the web through and nothing else: no `javascript:`, no `data:`, no name and password in it.
final class WebText {
    private WebText() {}

    static Optional<String> of(String text) {
        String clean = Texts.line(text, Integer.MAX_VALUE);
        if (clean.isEmpty() || clean.length() > Resume.MAX_URL) {
            return Optional.empty();
        }
        String whole = clean.matches("(?i)www\\..+") ? "https://" + clean : clean;
        try {
            URI uri = new URI(whole);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            boolean isWeb = scheme.equals("http") || scheme.equals("https");
            return isWeb && uri.getHost() != null && uri.getUserInfo() == null ? Optional.of(whole) : Optional.empty();
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
