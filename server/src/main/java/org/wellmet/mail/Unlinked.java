package org.wellmet.mail;

import java.util.regex.Pattern;

/// What somebody chose, a name say, so that no mail program makes a link of it.
public final class Unlinked {
    // The dots that browsers take for one, before anything but a space.
    private static final Pattern JOINING_DOT = Pattern.compile("([.\\u3002\\uFF0E\\uFF61\\u2024])(?=\\S)");

    private Unlinked() {}

    /// The same words, at most twice as long.
    public static String text(String chosen) {
        return JOINING_DOT.matcher(chosen.replace("://", " ")).replaceAll("$1 ");
    }
}
