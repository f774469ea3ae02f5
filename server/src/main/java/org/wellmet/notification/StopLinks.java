package org.wellmet.notification;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.member.MemberId;

/// Makes and reads the proofs in the links that end mails: `<member>-<kinds>-<signature>`. One is bound to
/// its member and its kinds, opens nothing else and holds for as long as the member is here: an old mail's
/// link must work. Thread-safe.
@Component
final class StopLinks {
    /// Where they lead.
    static final String ADDRESS = "/mails/stop/";

    /// What one looks like, as part of a path.
    static final Pattern SHAPE = Pattern.compile("([1-9][0-9]{0,17})-([a-z.]{1,100})-([A-Za-z0-9_-]{43})");

    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final MailSettingStore store;
    private final RandomGenerator random;

    StopLinks(JdbcClient sql, RandomGenerator random) {
        this.store = new MailSettingStore(sql);
        this.random = random;
    }

    /// Whose mails of which kinds end.
    record Stop(MemberId member, Set<MailKind> kinds) {
        Stop {
            kinds = Set.copyOf(kinds);
        }
    }

    /// The path of the link that ends these.
    String address(MemberId member, Collection<MailKind> kinds) {
        String codes = kinds.stream().map(MailKind::code).sorted().distinct().collect(Collectors.joining("."));
        String signed = member.value() + "-" + codes;
        return ADDRESS + signed + "-" + signature(key(), signed);
    }

    /// What a proof ends; empty for one that is forged or of no kind that there is.
    Optional<Stop> read(String proof) {
        Matcher matcher = SHAPE.matcher(proof);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String signed = matcher.group(1) + "-" + matcher.group(2);
        // Where there is no key yet none was ever signed; reading makes none.
        boolean isOurs = store.key()
                .map(key -> signature(key, signed).getBytes(StandardCharsets.UTF_8))
                .filter(expected -> MessageDigest.isEqual(matcher.group(3).getBytes(StandardCharsets.UTF_8), expected))
                .isPresent();
        Set<MailKind> kinds = Arrays.stream(matcher.group(2).split("\\.", -1))
                .flatMap(code -> MailKind.parse(code).stream())
                .collect(Collectors.toSet());
        return isOurs && !kinds.isEmpty()
                ? Optional.of(new Stop(new MemberId(Long.parseLong(matcher.group(1))), kinds))
                : Optional.empty();
    }

    private static String signature(byte[] key, String signed) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(mac.doFinal(("mail stop " + signed).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every JDK has " + ALGORITHM, impossible);
        }
    }

    /// Made by whoever signs first; of two who do so at once, both use the one that was kept.
    private byte[] key() {
        return store.key().orElseGet(() -> {
            byte[] fresh = new byte[KEY_BYTES];
            random.nextBytes(fresh);
            store.offerKey(fresh);
            return store.key().orElseThrow();
        });
    }
}
