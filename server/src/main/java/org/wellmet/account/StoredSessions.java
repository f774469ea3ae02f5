package org.wellmet.account;

import java.time.InstantSource;
import org.jspecify.annotations.Nullable;
import org.springframework.session.SessionRepository;

/// Gives Spring Session the sessions of [Sessions].
///
/// Sessions begin at sign-in and nowhere else ([SignInCookie]): one that a filter creates for somebody who is
/// not signed in lasts for its request and is not stored.
///
/// Thread-safe.
final class StoredSessions implements SessionRepository<MemberSession> {
    private final Sessions sessions;
    private final InstantSource clock;

    StoredSessions(Sessions sessions, InstantSource clock) {
        this.sessions = sessions;
        this.clock = clock;
    }

    @Override
    public MemberSession createSession() {
        return new MemberSession(clock.instant());
    }

    @Override
    public void save(MemberSession session) {
        MemberSecret.parse(session.getId())
                .map(SessionKey::of)
                .ifPresent(key -> session.known().ifPresent(known -> sessions.seen(key, known.lastSeenAt())));
    }

    @Override
    public @Nullable MemberSession findById(String id) {
        return MemberSecret.parse(id)
                .map(SessionKey::of)
                .flatMap(sessions::find)
                .map(known -> new MemberSession(id, known))
                .orElse(null);
    }

    @Override
    public void deleteById(String id) {
        MemberSecret.parse(id).map(SessionKey::of).ifPresent(sessions::end);
    }
}
