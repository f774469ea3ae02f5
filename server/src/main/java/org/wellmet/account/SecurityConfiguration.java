package org.wellmet.account;

import java.time.InstantSource;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.csrf.CookieCsrfTokenRepository;
import org.springframework.security.web.csrf.CsrfTokenRepository;
import org.springframework.session.config.annotation.web.http.EnableSpringHttpSession;
import org.springframework.session.web.http.CookieSerializer;
import org.springframework.session.web.http.DefaultCookieSerializer;
import org.wellmet.settings.Settings;
import org.wellmet.web.OneClick;

/// Spring Security, told what is ours: who may call a route is said at the route (`OpenTo`), headers are the
/// frame's, sessions are [StoredSessions].
///
/// Under https both cookies are `Secure` and carry the prefix `__Host-`, which a browser takes from this very
/// host only: a page on a neighbouring subdomain can plant neither.
@Configuration(proxyBeanMethods = false)
@EnableSpringHttpSession
class SecurityConfiguration {
    private static final String HOST_ONLY = "__Host-";

    private final boolean isHttps;

    SecurityConfiguration(Settings settings) {
        this.isHttps = "https".equals(settings.publicAddress().getScheme());
    }

    @Bean
    SecurityFilterChain securityFilterChain(
            HttpSecurity http, CsrfTokenRepository tokens, ObjectProvider<OneClick> oneClicks) {
        return http.authorizeHttpRequests(requests -> requests.anyRequest().permitAll())
                .csrf(csrf -> csrf.csrfTokenRepository(tokens)
                        .ignoringRequestMatchers(request -> oneClicks.stream().anyMatch(one -> one.isMadeBy(request))))
                .headers(HeadersConfigurer::disable)
                .formLogin(AbstractHttpConfigurer::disable)
                .httpBasic(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .build();
    }

    @Bean
    CsrfTokenRepository csrfTokens() {
        CookieCsrfTokenRepository tokens = new CookieCsrfTokenRepository();
        tokens.setCookieName(isHttps ? HOST_ONLY + "XSRF-TOKEN" : "XSRF-TOKEN");
        tokens.setCookiePath("/");
        tokens.setCookieCustomizer(cookie -> cookie.secure(isHttps).sameSite("Lax"));
        return tokens;
    }

    @Bean
    CookieSerializer sessionCookie() {
        DefaultCookieSerializer cookie = new DefaultCookieSerializer();
        cookie.setCookieName(isHttps ? HOST_ONLY + "wellmet" : "wellmet");
        cookie.setCookiePath("/");
        cookie.setUseBase64Encoding(false);
        cookie.setUseHttpOnlyCookie(true);
        cookie.setUseSecureCookie(isHttps);
        cookie.setSameSite("Lax");
        cookie.setCookieMaxAge((int) Sessions.LONGEST.toSeconds());
        return cookie;
    }

    @Bean
    StoredSessions sessionRepository(Sessions sessions, InstantSource clock) {
        return new StoredSessions(sessions, clock);
    }
}
