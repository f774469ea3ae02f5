package org.wellmet.profile;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The letters that stand for an organisation or school that has no picture, and the tint behind them.
public final class Monogram {
    private static final int LETTERS = 2;
    private static final int TINTS = 6;

    private Monogram() {}

    /// The first letters of the first two words.
    public static String of(String name) {
        return Stream.of(name.strip().split("[\\s,.&/-]+"))
                .filter(word -> !word.isEmpty())
                .limit(LETTERS)
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)))
                .collect(Collectors.joining())
                .toUpperCase(Locale.ROOT);
    }

    /// 1 to 6, the same for the same name.
    public static int tint(String name) {
        return Math.floorMod(Term.sameness(name).hashCode(), TINTS) + 1;
    }
}
