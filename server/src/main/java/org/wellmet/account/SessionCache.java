package org.wellmet.account;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.wellmet.changelog.Change;
import org.wellmet.changelog.Projection;

/// The sessions this node has seen lately, so that a page asks the database for none.
///
/// *No ghost sessions*: once a session has ended on this node, no later request finds it here. A load that
/// began before the end and returns after it must not put it back, so each eviction counts [#evictions] up
/// first, and a load that finds the count changed takes out what it put in. Other nodes hear of the end
/// through the change log, and at the latest after [#LIFE].
///
/// Thread-safe.
@Component
final class SessionCache implements Projection {
    /// How long another node that is cut off from the change log may still admit an ended session.
    static final Duration LIFE = Duration.ofSeconds(30);

    private static final int MOST = 20_000;

    private final Cache<SessionKey, KnownSession> sessions =
            Caffeine.newBuilder().maximumSize(MOST).expireAfterWrite(LIFE).build();
    private final AtomicLong evictions = new AtomicLong();

    Optional<KnownSession> find(SessionKey key, Supplier<Optional<KnownSession>> load) {
        KnownSession known = sessions.getIfPresent(key);
        if (known != null) {
            return Optional.of(known);
        }
        long before = evictions.get();
        Optional<KnownSession> loaded = load.get();
        loaded.ifPresent(session -> {
            sessions.put(key, session);
            if (evictions.get() != before) { // no ghost sessions
                sessions.invalidate(key);
            }
        });
        return loaded;
    }

    void evict(SessionKey key) {
        evictions.incrementAndGet(); // no ghost sessions: before the removal
        sessions.invalidate(key);
    }

    void evictAll(Set<Long> members) {
        evictions.incrementAndGet(); // no ghost sessions: before the removal
        sessions.asMap().keySet().removeIf(key -> members.contains(key.member().value()));
    }

    @Override
    public String name() {
        return "sessions";
    }

    @Override
    public void rebuild() {
        evictions.incrementAndGet(); // no ghost sessions: before the removal
        sessions.invalidateAll();
    }

    @Override
    public void apply(List<Change> changes) {
        Set<Long> members = changes.stream()
                .filter(change ->
                        change.kind().startsWith("member.") || change.kind().equals(Sessions.ENDED))
                .map(Change::memberId)
                .collect(Collectors.toSet());
        if (!members.isEmpty()) {
            evictAll(members);
        }
    }
}
