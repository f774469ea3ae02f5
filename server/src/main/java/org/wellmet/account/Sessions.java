package org.wellmet.account;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.wellmet.changelog.ChangeLog;
import org.wellmet.database.Transactions;
import org.wellmet.member.MemberId;

/// Where members are signed in, and how that ends.
///
/// An end acts on the next request: the row is gone, this node's cache is cleared before the call returns,
/// and other nodes hear of it through the change log.
///
/// Thread-safe.
@Component
public final class Sessions {
    /// The change that tells that sessions of a member have ended.
    public static final String ENDED = "session.ended";

    /// A browser that is not used for so long must sign in again.
    static final Duration IDLE = Duration.ofDays(30);

    /// And every browser after so long.
    static final Duration LONGEST = Duration.ofDays(180);

    /// When a session was last seen is for people to read: a write for every page would cost more than the page.
    static final Duration SEEN_STEP = Duration.ofMinutes(1);

    private static final int MOST_LISTED = 100;

    private final SessionStore sessions;
    private final SessionCache cache;
    private final Transactions transactions;
    private final ChangeLog changeLog;
    private final InstantSource clock;
    private final RandomGenerator random;

    Sessions(
            JdbcClient sql,
            SessionCache cache,
            Transactions transactions,
            ChangeLog changeLog,
            InstantSource clock,
            RandomGenerator random) {
        this.sessions = new SessionStore(sql);
        this.cache = cache;
        this.transactions = transactions;
        this.changeLog = changeLog;
        this.clock = clock;
        this.random = random;
    }

    /// Where the member is signed in, last seen first.
    public List<OpenSession> of(MemberId member) {
        return sessions.of(member, lapse(), MOST_LISTED);
    }

    /// Ends one session; false when there is none.
    public boolean end(SessionKey key) {
        return ending(key.member(), () -> sessions.end(key));
    }

    /// Ends all sessions of the member but this one.
    public void endOthers(SessionKey kept) {
        ending(kept.member(), () -> !sessions.endAllBut(kept).isEmpty());
    }

    /// Ends all sessions of the member.
    public void endAll(MemberId member) {
        ending(member, () -> {
            sessions.endAll(member);
            return true;
        });
    }

    /// Opens a session and returns the secret for its cookie; empty when the member does not take part.
    Optional<MemberSecret> open(MemberId member, Device device) {
        MemberSecret cookie = MemberSecret.random(member, random);
        return transactions.call(() -> {
            sessions.sweep(lapse()); // as many come as go: no job of its own is needed
            return sessions.insert(SessionKey.of(cookie), device, clock.instant())
                    ? Optional.of(cookie)
                    : Optional.empty();
        });
    }

    Optional<KnownSession> find(SessionKey key) {
        return cache.find(key, () -> sessions.find(key, lapse()));
    }

    /// Notes that the session was used, at most once in [#SEEN_STEP].
    void seen(SessionKey key, Instant lastSeenAt) {
        Instant instant = clock.instant();
        if (Duration.between(lastSeenAt, instant).compareTo(SEEN_STEP) >= 0) {
            sessions.seen(key, instant);
            cache.evict(key);
        }
    }

    private boolean ending(MemberId member, BooleanSupplier end) {
        return transactions.call(() -> {
            boolean hasEnded = end.getAsBoolean();
            if (hasEnded) {
                changeLog.append(ENDED, member.value());
                TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void afterCommit() {
                        cache.evictAll(Set.of(member.value()));
                    }
                });
            }
            return hasEnded;
        });
    }

    private SessionStore.Lapse lapse() {
        Instant instant = clock.instant();
        return new SessionStore.Lapse(instant.minus(LONGEST), instant.minus(IDLE));
    }
}
