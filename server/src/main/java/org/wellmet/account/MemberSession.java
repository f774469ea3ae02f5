package org.wellmet.account;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpSessionSecurityContextRepository;
import org.springframework.session.MapSession;
import org.springframework.session.Session;
import org.wellmet.visibility.Viewers;

/// A session as Spring Session hands it to one request.
///
/// It says who is signed in and holds nothing else that outlives the request: there is nothing of a session
/// to deserialize and nothing in it to poison. Confined to its request.
final class MemberSession implements Session {
    private final MapSession held;
    private final Optional<KnownSession> known;

    /// A session that nobody has: it is never stored, and its id opens nothing.
    MemberSession(Instant createdAt) {
        this.held = new MapSession();
        this.known = Optional.empty();
        held.setCreationTime(createdAt);
    }

    /// A member's session.
    MemberSession(String id, KnownSession known) {
        this.held = new MapSession(id);
        this.known = Optional.of(known);
        held.setMaxInactiveInterval(Sessions.IDLE);
        held.setCreationTime(known.createdAt());
        held.setLastAccessedTime(known.lastSeenAt());
        held.setAttribute(
                HttpSessionSecurityContextRepository.SPRING_SECURITY_CONTEXT_KEY,
                new SecurityContextImpl(authentication(known.member())));
    }

    static UsernamePasswordAuthenticationToken authentication(SignedInMember member) {
        return UsernamePasswordAuthenticationToken.authenticated(
                member,
                null,
                member.member().isOperator()
                        ? AuthorityUtils.createAuthorityList(Viewers.OPERATOR)
                        : AuthorityUtils.NO_AUTHORITIES);
    }

    Optional<KnownSession> known() {
        return known;
    }

    @Override
    public String getId() {
        return held.getId();
    }

    @Override
    public String changeSessionId() {
        throw new IllegalStateException("a session's id never changes: signing in opens another session");
    }

    @Override
    @SuppressWarnings("TypeParameterUnusedInFormals") // as Spring Session has it
    public <T> @Nullable T getAttribute(String name) {
        return held.getAttribute(name);
    }

    @Override
    public Set<String> getAttributeNames() {
        return held.getAttributeNames();
    }

    @Override
    public void setAttribute(String name, @Nullable Object value) {
        held.setAttribute(name, value);
    }

    @Override
    public void removeAttribute(String name) {
        held.removeAttribute(name);
    }

    @Override
    public Instant getCreationTime() {
        return held.getCreationTime();
    }

    @Override
    public void setLastAccessedTime(Instant lastAccessedTime) {
        held.setLastAccessedTime(lastAccessedTime);
    }

    @Override
    public Instant getLastAccessedTime() {
        return held.getLastAccessedTime();
    }

    @Override
    public void setMaxInactiveInterval(Duration interval) {
        held.setMaxInactiveInterval(interval);
    }

    @Override
    public Duration getMaxInactiveInterval() {
        return held.getMaxInactiveInterval();
    }

    @Override
    public boolean isExpired() {
        return held.isExpired();
    }
}
