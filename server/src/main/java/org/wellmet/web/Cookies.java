package org.wellmet.web;

import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;
import org.wellmet.settings.Settings;

/// Sets the frame's cookies: out of reach of scripts, not sent along by other sites, and never in the clear where the
/// public address is https. Immutable.
@Component
final class Cookies {
    private final boolean isSecure;

    Cookies(Settings settings) {
        this.isSecure = "https".equals(settings.publicAddress().getScheme());
    }

    /// A life of nothing takes the cookie away.
    void set(HttpServletResponse response, String name, String value, Duration life) {
        ResponseCookie cookie = ResponseCookie.from(name, value)
                .httpOnly(true)
                .sameSite("Lax")
                .secure(isSecure)
                .path("/")
                .maxAge(life)
                .build();
        response.addHeader(HttpHeaders.SET_COOKIE, cookie.toString());
    }
}
