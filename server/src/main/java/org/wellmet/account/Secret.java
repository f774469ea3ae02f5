package org.wellmet.account;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.random.RandomGenerator;

/// 256 random bits that open something once: in a mail, a link or a cookie. Tables hold the [#hash] only.
///
/// A plain hash is enough because there is nothing to guess: the secret is no password.
public record Secret(String text) {
    private static final int BYTES = 32;

    /// A fresh one.
    public static Secret random(RandomGenerator random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Secret(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /// What a table holds of it.
    public byte[] hash() {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }

    /// Never the secret, wherever it may be printed.
    @Override
    public String toString() {
        return "Secret";
    }
}
