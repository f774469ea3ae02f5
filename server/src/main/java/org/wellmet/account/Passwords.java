package org.wellmet.account;

import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.random.RandomGenerator;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/// Hashes passwords with Argon2id, as many at a time as there are cores.
///
/// Each hash takes [#MEMORY_KIB] of memory and a core for a moment: without a bound, a few hundred sign-ins
/// at once would take the memory of the whole server. Who waits longer than [#PATIENCE_SECONDS] is told that
/// the server is busy.
///
/// Thread-safe.
@Component
final class Passwords {
    // What OWASP asks of Argon2id: 19 MiB, two passes, one lane.
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;

    private static final int PATIENCE_SECONDS = 5;

    private final Argon2PasswordEncoder encoder =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    private final Semaphore cores = new Semaphore(Runtime.getRuntime().availableProcessors(), true);
    private final String hashOfNothing;

    Passwords(RandomGenerator random) {
        this.hashOfNothing = encoded(Secret.random(random).text());
    }

    String hash(String password) {
        return bounded(() -> encoded(password));
    }

    boolean matches(String password, String hash) {
        return bounded(() -> encoder.matches(password, hash));
    }

    /// Takes as long as [#matches], for an address that has no account.
    void matchNobody(String password) {
        matches(password, hashOfNothing);
    }

    private String encoded(String password) {
        String hash = encoder.encode(password);
        if (hash == null) {
            throw new IllegalArgumentException("a password must be given");
        }
        return hash;
    }

    private <T> T bounded(Supplier<T> work) {
        try {
            if (!cores.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                throw new TooBusy();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new TooBusy();
        }
        try {
            return work.get();
        } finally {
            cores.release();
        }
    }

    /// All cores hash passwords already. The page says 503: nothing was done, try again.
    static final class TooBusy extends RuntimeException {
        TooBusy() {
            super("too many passwords are being checked at once", null, false, false);
        }
    }
}
