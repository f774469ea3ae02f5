package org.wellmet.archive;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The address of a profile on LinkedIn, in the one spelling by which two of them can be compared: exports
/// write it with and without a scheme, with a country in front, percent-encoded (up to a tenth of them) or
/// not, with and without a slash.
///
/// `slug` is the decoded last part in lower case.
public record ProfileAddress(String slug) {
    static final int MAX_LENGTH = 200;

    private static final List<String> STARTS =
            List.of("https://www.linkedin.com/in/", "https://linkedin.com/in/", "http://www.linkedin.com/in/");

    private static final Pattern ADDRESS =
            Pattern.compile("(?i)(?:https?://)?(?:[a-z]{2,3}\\.)?linkedin\\.com/(?:in|pub)/([^/?#\\s]+)(?:[/?#].*)?");

    public ProfileAddress {
        if (slug.isEmpty() || slug.length() > MAX_LENGTH) {
            throw new IllegalArgumentException(
                    "slug must have 1 to %d characters, got %d".formatted(MAX_LENGTH, slug.length()));
        }
    }

    /// The address, or empty where the text is none.
    public static Optional<ProfileAddress> parse(String text) {
        Matcher address = ADDRESS.matcher(text.strip());
        if (text.length() > 1_000 || !address.matches()) {
            return Optional.empty();
        }
        String slug = Normalizer.normalize(decoded(address.group(1)), Normalizer.Form.NFC)
                .toLowerCase(Locale.ROOT);
        String clean = Texts.line(slug, Integer.MAX_VALUE);
        return clean.isEmpty() || clean.length() > MAX_LENGTH
                ? Optional.empty()
                : Optional.of(new ProfileAddress(clean));
    }

    private static String decoded(String slug) {
        try {
            return URLDecoder.decode(slug.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException _) {
            return slug; // a percent sign that encodes nothing
        }
    }

    /// The address as people write it.
    public String url() {
        return "https://www.linkedin.com/in/" + slug;
    }

    /// The ways in which the same address is usually written, percent-encoded where it must be.
    List<String> spellings() {
        String encoded = URLEncoder.encode(slug, StandardCharsets.UTF_8).replace("+", "%20");
        List<String> spellings = new ArrayList<>(2 * STARTS.size());
        for (String start : STARTS) {
            spellings.add(start + encoded);
            spellings.add(start + encoded + "/");
        }
        if (encoded.contains("%")) {
            String inLowerCase = encoded.toLowerCase(Locale.ROOT);
            STARTS.forEach(start -> spellings.addAll(List.of(start + inLowerCase, start + inLowerCase + "/")));
        }
        return spellings;
    }
}
