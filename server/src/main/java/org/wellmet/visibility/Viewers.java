package org.wellmet.visibility;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.MethodParameter;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;
import org.wellmet.member.MemberId;

/// Turns who Spring Security says is signed in into a [Viewer], for controllers that take one.
///
/// The name of an authentication is the member's id; the authority `OPERATOR` makes an operator.
///
/// Thread-safe: the security context is the thread's own.
@Component
public final class Viewers implements HandlerMethodArgumentResolver {
    /// The authority of operators.
    public static final String OPERATOR = "OPERATOR";

    /// Whoever made the request of this thread.
    public static Viewer current() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        if (authentication == null
                || !authentication.isAuthenticated()
                || authentication instanceof AnonymousAuthenticationToken) {
            return Viewer.ANONYMOUS;
        }
        boolean isOperator = authentication.getAuthorities().stream()
                .anyMatch(authority -> OPERATOR.equals(authority.getAuthority()));
        return new Viewer(Optional.of(new MemberId(Long.parseLong(authentication.getName()))), isOperator);
    }

    @Override
    public boolean supportsParameter(MethodParameter parameter) {
        return parameter.getParameterType().equals(Viewer.class);
    }

    @Override
    public Viewer resolveArgument(
            MethodParameter parameter,
            @Nullable ModelAndViewContainer model,
            NativeWebRequest request,
            @Nullable WebDataBinderFactory binders) {
        return current();
    }
}
