package org.wellmet;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.wellmet.member.Member;
import org.wellmet.member.MemberId;
import org.wellmet.member.Members;
import org.wellmet.visibility.Viewers;

/// Lets a test say who is signed in with a header, so that not every test pays for a password. Exists in tests only.
@TestConfiguration(proxyBeanMethods = false)
class SignedInByHeader {
    static final String HEADER = "X-Test-Member";

    @Bean
    FilterRegistrationBean<OncePerRequestFilter> signedInByHeaderFilter(Members members) {
        FilterRegistrationBean<OncePerRequestFilter> registration =
                new FilterRegistrationBean<>(new OncePerRequestFilter() {
                    @Override
                    protected void doFilterInternal(
                            HttpServletRequest request, HttpServletResponse response, FilterChain chain)
                            throws ServletException, IOException {
                        String id = request.getHeader(HEADER);
                        if (id != null) {
                            Member member = members.find(new MemberId(Long.parseLong(id)))
                                    .orElseThrow();
                            List<SimpleGrantedAuthority> rights = member.isOperator()
                                    ? List.of(new SimpleGrantedAuthority(Viewers.OPERATOR))
                                    : List.of();
                            SecurityContextHolder.getContext()
                                    .setAuthentication(
                                            UsernamePasswordAuthenticationToken.authenticated(id, null, rights));
                        }
                        chain.doFilter(request, response);
                    }
                });
        registration.setOrder(0); // after Spring Security's chain (-100), before the servlet
        return registration;
    }
}
