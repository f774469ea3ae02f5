package org.wellmet.member;

import java.util.Locale;
import java.util.Optional;

/// A member as others refer to them in a line: name, headline, picture.
///
/// @param handle the name in addresses, lower case, unique
/// @param headline one line beside the name; may be empty
/// @param pictureId the picture shown instead of initials
/// @param isPublic whether people who are not signed in may see that this member exists
public record Member(
        MemberId id,
        String handle,
        String name,
        String headline,
        Optional<Long> pictureId,
        MemberStatus status,
        boolean isOperator,
        boolean isPublic) {
    private static final int TINT_COUNT = 6;

    /// Which of the six tints stands behind the initials, 1 to 6.
    public int tint() {
        return (int) (id.value() % TINT_COUNT) + 1;
    }

    /// Up to two letters for the avatar: of the first and the last word of the name.
    public String initials() {
        String[] words = name.strip().split("\\s+", -1);
        String first = firstLetter(words[0]);
        return words.length == 1 ? first : first + firstLetter(words[words.length - 1]);
    }

    /// The name to speak to the member by: the first word.
    public String firstName() {
        int space = name.indexOf(' ');
        return space < 0 ? name : name.substring(0, space);
    }

    private static String firstLetter(String word) {
        return word.isEmpty()
                ? ""
                : word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT);
    }
}
