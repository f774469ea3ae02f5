package org.wellmet.profile;

import java.util.List;

/// One entry of a list in a profile.
public sealed interface Item permits Position, Education, Skill, SpokenLanguage, Certificate, Link {
    /// The section it belongs to.
    Section section();

    /// What two entries share that say the same thing twice. Entries of different kinds never share it.
    List<String> sameness();

    /// The longest list of this kind that a profile holds; more would be a mistake or an attack.
    int mostPerMember();

    /// Refuses a text that is longer than its field.
    static void requireAtMost(int limit, String... texts) {
        for (String text : texts) {
            int length = text.codePointCount(0, text.length());
            if (length > limit) {
                throw new IllegalArgumentException("text must have at most " + limit + " characters, got " + length);
            }
        }
    }

    /// Refuses a text that is missing.
    static void requireSaid(String text) {
        if (text.isBlank()) {
            throw new IllegalArgumentException("text must be there, got none");
        }
    }
}
