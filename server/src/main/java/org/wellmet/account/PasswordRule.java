package org.wellmet.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.wellmet.web.Text;

/// Which passwords are refused: short ones, and those that a guesser tries first. Nothing is asked of capitals, digits
/// or marks.
///
/// A password is compared as a guesser would write it: lower case, `0` for `o`, `@` for `a`, without spaces
/// and marks. It is refused when that is on the shipped list (`common-passwords.txt`), repeats one short
/// piece, or has little left once common words, runs of the keyboard or the alphabet and the member's own
/// name and address are taken out.
///
/// Immutable.
final class PasswordRule {
    static final int MIN_LENGTH = 15;
    static final int MAX_LENGTH = 128;

    // Fewer letters than this beside common words are tried by every guesser.
    private static final int LEFT_AT_LEAST = 5;
    private static final int LONGEST_PIECE = 8;
    private static final int RUN_LENGTH = 4;
    private static final int SHORTEST_PERSONAL = 4;
    private static final List<String> RUNS = List.of(
            "abcdefghijklmnopqrstuvwxyz",
            "01234567890123456789",
            "qwertyuiopasdfghjklzxcvbnm",
            "azertyuiopqsdfghjklmwxcvbn",
            "qwertzuiopasdfghjklyxcvbnm",
            "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
            "qazwsxedcrfvtgbyhnujmikolp");

    private static final PasswordRule SHIPPED = new PasswordRule();

    private final Set<String> phrases;
    private final List<String> words;

    private PasswordRule() {
        List<String> lines = lines();
        this.phrases = lines.stream()
                .map(PasswordRule::bare)
                .filter(line -> line.length() >= MIN_LENGTH - 3) // some lose spaces and marks
                .collect(Collectors.toUnmodifiableSet());
        this.words = lines.stream()
                .map(PasswordRule::bare)
                .filter(line -> line.length() >= RUN_LENGTH && line.length() < MIN_LENGTH)
                .distinct()
                .sorted((a, b) -> b.length() - a.length()) // the longest first, so that none hides in another
                .toList();
    }

    /// Why this password is refused, if it is. `personal` is what a guesser would know of the member.
    static Optional<Text> refusal(String password, Collection<String> personal) {
        int length = password.codePointCount(0, password.length());
        if (length < MIN_LENGTH) {
            return Optional.of(Text.of(
                    "{0} characters. Add at least {1}: four or five words are easy to keep.",
                    length, MIN_LENGTH - length));
        }
        if (length > MAX_LENGTH) {
            return Optional.of(Text.of("{0} characters. Take out {1}.", length, length - MAX_LENGTH));
        }
        return SHIPPED.isCommon(password, personal)
                ? Optional.of(Text.of(
                        "This is among the first that somebody would try. Choose words that do not belong together."))
                : Optional.empty();
    }

    private boolean isCommon(String password, Collection<String> personal) {
        String bare = bare(password);
        if (bare.length() < LEFT_AT_LEAST || phrases.contains(bare) || repeatsOnePiece(bare)) {
            return true;
        }
        String left = bare;
        for (String own : personal) {
            left = without(left, own);
        }
        for (String word : words) {
            left = left.replace(word, " ");
        }
        return lettersLeft(withoutRuns(left)) < LEFT_AT_LEAST;
    }

    private static String without(String text, String personal) {
        String left = text;
        for (String part : personal.split("[\\s@.+_-]+", -1)) {
            String bare = bare(part);
            if (bare.length() >= SHORTEST_PERSONAL) {
                left = left.replace(bare, " ");
            }
        }
        return left;
    }

    private static boolean repeatsOnePiece(String text) {
        for (int piece = 1; piece <= Math.min(LONGEST_PIECE, text.length() / 2); piece++) {
            String first = text.substring(0, piece);
            String repeated = first.repeat(text.length() / piece + 1);
            if (repeated.startsWith(text)) {
                return true;
            }
        }
        return false;
    }

    /// Takes out what runs along the alphabet, the digits or a keyboard, either way, and what repeats one character.
    private static String withoutRuns(String text) {
        StringBuilder left = new StringBuilder();
        int from = 0;
        while (from < text.length()) {
            int run = runLength(text, from);
            if (run < RUN_LENGTH) {
                left.append(text.charAt(from));
                from++;
            } else {
                left.append(' ');
                from += run;
            }
        }
        return left.toString();
    }

    private static int runLength(String text, int from) {
        int longest = 1;
        for (int to = from + RUN_LENGTH; to <= text.length(); to++) {
            if (!isRun(text.substring(from, to))) {
                break;
            }
            longest = to - from;
        }
        return longest;
    }

    private static boolean isRun(String text) {
        String backwards = new StringBuilder(text).reverse().toString();
        return text.chars().distinct().count() == 1
                || RUNS.stream().anyMatch(run -> run.contains(text) || run.contains(backwards));
    }

    private static long lettersLeft(String text) {
        return text.codePoints().filter(Character::isLetter).distinct().count();
    }

    /// As a guesser would write it.
    private static String bare(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFD).toLowerCase(Locale.ROOT);
        StringBuilder bare = new StringBuilder(plain.length());
        plain.codePoints()
                .map(PasswordRule::asLetter)
                .filter(Character::isLetterOrDigit)
                .forEach(bare::appendCodePoint);
        return bare.toString();
    }

    private static int asLetter(int c) {
        return switch (c) {
            case '@' -> 'a';
            case '$' -> 's';
            case '!' -> 'i';
            default -> c;
        };
    }

    private static List<String> lines() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(PasswordRule.class.getResourceAsStream("common-passwords.txt")),
                StandardCharsets.UTF_8))) {
            return reader.lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
