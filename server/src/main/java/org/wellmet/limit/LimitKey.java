package org.wellmet.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;

/// Whose count it is. Holds no mail address in clear. Immutable.
public record LimitKey(String value) {
    // A household or a rented machine gets a /64 and may use a fresh address out of it for each request.
    private static final int IPV6_NETWORK_BYTES = 8;

    public LimitKey {
        if (value.isEmpty() || value.length() > 100) {
            throw new IllegalArgumentException("limit key must have 1 to 100 characters, got " + value.length());
        }
    }

    /// A member, wherever they connect from.
    public static LimitKey ofMember(long memberId) {
        return new LimitKey("member:" + memberId);
    }

    /// Where a request comes from: an IPv4 address, or the /64 of an IPv6 one.
    public static LimitKey ofAddress(InetAddress address) {
        byte[] bytes = address.getAddress();
        boolean isIpv6 = address instanceof Inet6Address;
        return new LimitKey(
                "address:" + HexFormat.of().formatHex(isIpv6 ? Arrays.copyOf(bytes, IPV6_NETWORK_BYTES) : bytes));
    }

    /// A mailbox, however its address is capitalised and whatever tag stands after a plus.
    public static LimitKey ofMail(String mailAddress) {
        String mailbox = mailAddress.strip().toLowerCase(Locale.ROOT).replaceFirst("\\+[^@]*@", "@");
        return new LimitKey("mail:" + HexFormat.of().formatHex(sha256(mailbox.getBytes(StandardCharsets.UTF_8))));
    }

    /// Everybody together: a ceiling for the whole server.
    public static LimitKey ofEverybody() {
        return new LimitKey("everybody");
    }

    private static byte[] sha256(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every JDK has SHA-256", impossible);
        }
    }
}
