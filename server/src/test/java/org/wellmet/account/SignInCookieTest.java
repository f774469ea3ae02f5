package org.wellmet.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.session.web.http.CookieSerializer;
import org.wellmet.settings.Settings;

/// What the cookies say to the browser under http and https.
class SignInCookieTest {
    @Test
    void underHttpsTheCookiesAreBoundToThisHost() {
        assertThat(sessionCookie("https://people.example.org"))
                .startsWith("__Host-wellmet=value")
                .contains("Secure", "HttpOnly", "SameSite=Lax", "Path=/")
                .doesNotContain("Domain");
        assertThat(tokenCookie("https://people.example.org"))
                .startsWith("__Host-XSRF-TOKEN=")
                .contains("Secure", "HttpOnly", "Path=/")
                .doesNotContain("Domain");
    }

    @Test
    void onOnesOwnMachineTheyNeedNoHttps() {
        assertThat(sessionCookie("http://localhost:8080"))
                .startsWith("wellmet=value")
                .contains("HttpOnly", "SameSite=Lax")
                .doesNotContain("Secure");
    }

    private static String sessionCookie(String address) {
        MockHttpServletResponse response = new MockHttpServletResponse();
        configuration(address)
                .sessionCookie()
                .writeCookieValue(new CookieSerializer.CookieValue(new MockHttpServletRequest(), response, "value"));
        return String.valueOf(response.getHeader("Set-Cookie"));
    }

    private static String tokenCookie(String address) {
        MockHttpServletRequest request = new MockHttpServletRequest();
        MockHttpServletResponse response = new MockHttpServletResponse();
        CsrfTokenRepository tokens = configuration(address).csrfTokens();
        tokens.saveToken(tokens.generateToken(request), request, response);
        return String.valueOf(response.getHeader("Set-Cookie"));
    }

    private static SecurityConfiguration configuration(String address) {
        return new SecurityConfiguration(Settings.read(Map.of("wellmet.public-address", address)::get));
    }
}
