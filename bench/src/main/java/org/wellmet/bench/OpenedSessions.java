package org.wellmet.bench;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/// Sessions of many different members, put into the table by hand: a demo offers only two of its people for signing in.
final class OpenedSessions {
    private static final int SECRET_LENGTH = 43;

    private static final String MEMBERS = "SELECT id FROM member WHERE status = 'ACTIVE' ORDER BY id LIMIT ?";

    private static final String OPEN = """
            INSERT INTO session (member_id, key_hash, browser, system, created_at, last_seen_at)
            VALUES (?, ?, 'Bench', 'Bench', now(), now())
            """;

    private OpenedSessions() {}

    /// One cookie for each of so many members.
    static List<String> cookies(Connection connection, int count) throws SQLException {
        List<Long> members = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement(MEMBERS)) {
            query.setInt(1, count);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    members.add(rows.getLong(1));
                }
            }
        }
        List<String> cookies = new ArrayList<>();
        try (PreparedStatement opening = connection.prepareStatement(OPEN)) {
            for (long member : members) {
                String secret = "b".repeat(SECRET_LENGTH - 18) + "%018d".formatted(member);
                opening.setLong(1, member);
                opening.setBytes(2, hash(secret));
                opening.executeUpdate();
                cookies.add("wellmet=" + member + "-" + secret);
            }
        }
        return cookies;
    }

    private static byte[] hash(String secret) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
