package org.wellmet.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

/// How this visitor has the pages: a member's own choice first, then the cookie, then what the browser says.
/// Thread-safe.
@Component
final class Looks {
    private static final String NAME = "look";
    private static final String ZONE = "zone"; // set by wellmet.js from what the browser knows
    private static final Duration LIFE = Duration.ofDays(365);

    private final List<Preferences> preferences;
    private final Cookies cookies;

    Looks(List<Preferences> preferences, Cookies cookies) {
        this.cookies = cookies;
        this.preferences = List.copyOf(preferences);
    }

    Look look(HttpServletRequest request) {
        for (Preferences kept : preferences) {
            Optional<Look> look = kept.look(request);
            if (look.isPresent()) {
                return look.get();
            }
        }
        return lookWithoutMember(request);
    }

    static Look lookWithoutMember(HttpServletRequest request) {
        return cookie(request).orElseGet(() -> fromBrowser(request));
    }

    /// Keeps the choice with the member who is signed in, and in the cookie, so that the sign-in page is right, too.
    void keep(HttpServletRequest request, HttpServletResponse response, Look look) {
        for (Preferences kept : preferences) {
            if (kept.keep(request, look)) {
                break;
            }
        }
        cookies.set(response, NAME, URLEncoder.encode(look.written(), StandardCharsets.UTF_8), LIFE);
    }

    private static Optional<Look> cookie(HttpServletRequest request) {
        Cookie cookie = WebUtils.getCookie(request, NAME);
        try {
            return cookie == null
                    ? Optional.empty()
                    : Look.read(URLDecoder.decode(cookie.getValue(), StandardCharsets.UTF_8));
        } catch (IllegalArgumentException _) { // not ours
            return Optional.empty();
        }
    }

    private static Look fromBrowser(HttpServletRequest request) {
        String accepted = request.getHeader(HttpHeaders.ACCEPT_LANGUAGE);
        Language language = accepted == null ? Language.ENGLISH : Language.accepted(accepted);
        Cookie zone = WebUtils.getCookie(request, ZONE);
        return new Look(
                language,
                Theme.DEVICE,
                Optional.ofNullable(zone)
                        .flatMap(named -> Look.zone(named.getValue()))
                        .orElseGet(ZoneId::systemDefault));
    }
}
