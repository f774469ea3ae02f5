package org.wellmet.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpHeaders;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.stereotype.Component;
import org.wellmet.member.MemberId;
import org.wellmet.web.Look;

/// Opens and closes the session of a browser.
///
/// Each sign-in gets a session and a CSRF token of its own: whatever a browser carried before, planted or
/// not, opens nothing after (session fixation). Thread-safe.
@Component
final class SignInCookie {
    private final Sessions sessions;
    private final Accounts accounts;
    private final CookieSerializer cookies;
    private final CsrfTokenRepository tokens;

    SignInCookie(Sessions sessions, Accounts accounts, CookieSerializer cookies, CsrfTokenRepository tokens) {
        this.sessions = sessions;
        this.accounts = accounts;
        this.cookies = cookies;
        this.tokens = tokens;
    }

    /// Signs the browser in; false when the member does not take part.
    ///
    /// @param look how the member has the pages at that moment
    boolean open(MemberId member, Look look, HttpServletRequest request, HttpServletResponse response) {
        Optional<MemberSecret> opened = sessions.open(member, device(request));
        opened.ifPresent(cookie -> {
            accounts.signedIn(member, look);
            current(request).ifPresent(sessions::end);
            cookies.writeCookieValue(new CookieSerializer.CookieValue(request, response, cookie.text()));
            renewToken(request, response);
        });
        return opened.isPresent();
    }

    /// Signs the browser out.
    void close(HttpServletRequest request, HttpServletResponse response) {
        current(request).ifPresent(sessions::end);
        cookies.writeCookieValue(new CookieSerializer.CookieValue(request, response, ""));
        renewToken(request, response);
    }

    /// The session that this request came with, whether or not it still stands.
    Optional<SessionKey> current(HttpServletRequest request) {
        List<String> values = cookies.readCookieValues(request);
        return values.isEmpty()
                ? Optional.empty()
                : MemberSecret.parse(values.getFirst()).map(SessionKey::of);
    }

    private void renewToken(HttpServletRequest request, HttpServletResponse response) {
        CsrfToken fresh = tokens.generateToken(request);
        tokens.saveToken(fresh, request, response);
    }

    private static Device device(HttpServletRequest request) {
        String userAgent = request.getHeader(HttpHeaders.USER_AGENT);
        return userAgent == null ? Device.UNKNOWN : Device.of(userAgent);
    }
}
