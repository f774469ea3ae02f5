package org.wellmet.profile;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;

/// An address on the web that may stand behind a link: http or https, a host, nobody's password in it.
public record WebAddress(String value) {
    /// The longest address.
    public static final int MAX_LENGTH = 500;

    /// Only what [#parse] takes.
    public WebAddress {
        if (!parsed(value).equals(Optional.of(value))) {
            throw new IllegalArgumentException("a web address must be whole and plain");
        }
    }

    /// The address that was typed, its host in lower case, https where no scheme was; empty when it cannot be one.
    public static Optional<WebAddress> parse(String typed) {
        String bare = typed.strip();
        return parsed(bare.contains("://") ? bare : "https://" + bare).map(WebAddress::new);
    }

    /// Where it leads, to stand beside a label that may say anything.
    public String host() {
        String host = URI.create(value).getHost();
        return host.startsWith("www.") ? host.substring("www.".length()) : host;
    }

    private static Optional<String> parsed(String text) {
        if (text.length() > MAX_LENGTH || !text.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '"' && c != '<')) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(text);
            String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
            String host = uri.getHost() == null ? "" : uri.getHost().toLowerCase(Locale.ROOT);
            boolean isWeb = scheme.equals("https") || scheme.equals("http");
            if (!isWeb || !host.contains(".") || uri.getRawUserInfo() != null) {
                return Optional.empty();
            }
            String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
            String rest = text.substring(text.indexOf("://") + 3).replaceFirst("^[^/?#]*", "");
            return Optional.of(scheme + "://" + host + port + rest);
        } catch (URISyntaxException _) {
            return Optional.empty();
        }
    }
}
