package org.wellmet.account;

import jakarta.servlet.http.HttpServletRequest;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.random.RandomGenerator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/// Proves that whoever sets a server up is whoever started it.
///
/// Somebody at the machine itself needs no code. That is somebody whose request comes from the loopback, is
/// addressed to it and passed no proxy: behind a proxy on the same machine the whole world comes from the
/// loopback. Everybody else types the code that the server writes to its console and log, once, when it is
/// first asked for. It is as old as the process and opens nothing after the set-up.
///
/// Thread-safe.
@Component
final class SetUpCode {
    private static final Logger LOG = LoggerFactory.getLogger(SetUpCode.class);

    // Without those that look like others. 12 of 32: 60 bits, and few tries an hour.
    private static final String LETTERS = "abcdefghjkmnpqrstuvwxyz23456789z";
    private static final int LENGTH = 12;
    private static final int GROUP = 4;

    private static final Set<String> LOOPBACK_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final List<String> PROXY_HEADERS =
            List.of("Forwarded", "X-Forwarded-For", "X-Forwarded-Host", "X-Forwarded-Proto", "X-Real-IP", "Via");

    private final String code;
    private final AtomicBoolean isWritten = new AtomicBoolean();

    SetUpCode(RandomGenerator random) {
        StringBuilder made = new StringBuilder();
        for (int i = 0; i < LENGTH; i++) {
            made.append(i > 0 && i % GROUP == 0 ? "-" : "").append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        this.code = made.toString();
    }

    /// Whether this visitor must type the code; writes it to the log when they are the first.
    boolean isAskedOf(HttpServletRequest request) {
        if (isAtTheMachine(request)) {
            return false;
        }
        if (isWritten.compareAndSet(false, true)) {
            LOG.warn("Set-up code: {}", code);
        }
        return true;
    }

    /// Whether this is the code. Takes the same time for every wrong one.
    boolean is(String typed) {
        String tidy = typed.strip().toLowerCase(Locale.ROOT);
        return MessageDigest.isEqual(tidy.getBytes(StandardCharsets.UTF_8), code.getBytes(StandardCharsets.UTF_8));
    }

    private static boolean isAtTheMachine(HttpServletRequest request) {
        return InetAddress.ofLiteral(request.getRemoteAddr()).isLoopbackAddress()
                && LOOPBACK_NAMES.contains(request.getServerName().toLowerCase(Locale.ROOT))
                && PROXY_HEADERS.stream().allMatch(header -> request.getHeader(header) == null);
    }
}
