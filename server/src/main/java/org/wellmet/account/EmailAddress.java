package org.wellmet.account;

import java.net.IDN;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// One mail address in its normal form: lower case, the domain in ASCII. Two that are equal are one mailbox.
///
/// Letters beyond ASCII before the `@` are refused: their case folding differs between systems, and a
/// look-alike that folds to somebody else's address has been used to reset that somebody's password.
///
/// @param value the normal form, 3 to 254 characters
public record EmailAddress(String value) {
    /// The longest address that mail servers carry.
    public static final int MAX_LENGTH = 254;

    private static final int LOCAL_MAX_LENGTH = 64;
    private static final Pattern LOCAL =
            Pattern.compile("[a-z0-9!#$%&'*+/=?^_`{|}~-]+(\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*");
    private static final Pattern DOMAIN =
            Pattern.compile("[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+");

    public EmailAddress {
        if (!isNormal(value)) {
            throw new IllegalArgumentException("a mail address must be in its normal form");
        }
    }

    /// The address that was typed, or empty when it is not exactly one.
    public static Optional<EmailAddress> parse(String typed) {
        String stripped = typed.strip();
        int at = stripped.lastIndexOf('@');
        if (at < 1 || stripped.length() > MAX_LENGTH) {
            return Optional.empty();
        }
        return asciiDomain(stripped.substring(at + 1))
                .map(domain -> lower(stripped.substring(0, at)) + "@" + domain)
                .filter(EmailAddress::isNormal)
                .map(EmailAddress::new);
    }

    /// What stands after the `@`.
    public String domain() {
        return value.substring(value.lastIndexOf('@') + 1);
    }

    /// What stands before the `@`.
    public String local() {
        return value.substring(0, value.lastIndexOf('@'));
    }

    /// A domain as it was typed, in ASCII; empty when it is none.
    static Optional<String> asciiDomain(String typed) {
        try {
            String ascii = IDN.toASCII(typed.strip(), IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
            return DOMAIN.matcher(ascii).matches() ? Optional.of(ascii) : Optional.empty();
        } catch (IllegalArgumentException _) { // not a domain in any script
            return Optional.empty();
        }
    }

    private static boolean isNormal(String text) {
        int at = text.lastIndexOf('@');
        return text.length() <= MAX_LENGTH
                && at >= 1
                && at <= LOCAL_MAX_LENGTH
                && LOCAL.matcher(text.substring(0, at)).matches()
                && DOMAIN.matcher(text.substring(at + 1)).matches();
    }

    private static String lower(String text) {
        boolean isAscii = text.chars().allMatch(c -> c < 0x80);
        return isAscii ? text.toLowerCase(Locale.ROOT) : text;
    }
}
