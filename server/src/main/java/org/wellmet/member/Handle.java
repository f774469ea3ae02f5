package org.wellmet.member;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.wellmet.vocabulary.Folding;

/// A member's name in addresses: 3 to 40 of `a-z`, `0-9` and single hyphens between them.
public record Handle(String value) {
    /// The longest handle there may be.
    public static final int MAX_LENGTH = 40;

    private static final int MIN_LENGTH = 3;
    private static final Pattern SHAPE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final Pattern OTHERS = Pattern.compile("[^a-z0-9]+");

    public Handle {
        if (!isValid(value)) {
            throw new IllegalArgumentException("a handle is 3 to 40 of a-z, 0-9 and single hyphens");
        }
    }

    /// The handle that was typed, or empty when it cannot be one.
    public static Optional<Handle> parse(String typed) {
        String lower = typed.strip().toLowerCase(Locale.ROOT);
        return isValid(lower) ? Optional.of(new Handle(lower)) : Optional.empty();
    }

    /// A handle made from a name, "Émilie Yıldız" to `emilie-yildiz`; not necessarily free.
    public static Handle fromName(String name) {
        String joined = OTHERS.matcher(Folding.fold(name)).replaceAll("-");
        String cut = trimHyphens(joined.substring(0, Math.min(joined.length(), MAX_LENGTH - 6)));
        return new Handle(cut.length() < MIN_LENGTH ? trimHyphens("member-" + cut) : cut);
    }

    private static boolean isValid(String text) {
        return text.length() >= MIN_LENGTH
                && text.length() <= MAX_LENGTH
                && SHAPE.matcher(text).matches();
    }

    private static String trimHyphens(String text) {
        int start = text.startsWith("-") ? 1 : 0;
        int end = text.endsWith("-") && text.length() > start ? text.length() - 1 : text.length();
        return text.substring(start, end);
    }
}
