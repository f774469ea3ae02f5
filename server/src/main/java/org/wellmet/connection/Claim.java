package org.wellmet.connection;

import org.wellmet.web.Text;

/// How two members know each other: a kind, and what, where or who it is about.
///
/// @param subject the organisation, school, event, group, topic, skill or person; for [ClaimKind#OTHER] the
///     inviter's own words. 1 to [#MAX_LENGTH] characters.
public record Claim(ClaimKind kind, String subject) {
    /// The longest subject, in characters.
    public static final int MAX_LENGTH = 200;

    public Claim {
        int length = subject.codePointCount(0, subject.length());
        if (subject.isBlank() || length > MAX_LENGTH) {
            throw new IllegalArgumentException("a claim has 1 to " + MAX_LENGTH + " characters, got " + length);
        }
    }

    /// The claim as a sentence that is true for both sides.
    public Text said() {
        return switch (kind) {
            case WORKED -> Text.of("We worked at {0}", subject);
            case STUDIED -> Text.of("We studied at {0}", subject);
            case MET -> Text.of("We met at {0}", subject);
            case GROUP -> Text.of("We share the group {0}", subject);
            case TOPIC -> Text.of("We share the topic {0}", subject);
            case SKILL -> Text.of("We share the skill {0}", subject);
            case INTRODUCED -> Text.of("Introduced by {0}", subject);
            case WELCOMED -> Text.of("Came here by the invitation of {0}", subject);
            case OTHER -> Text.of("{0}", subject);
        };
    }

    /// Whether both say the same, whatever the case of the letters.
    boolean agreesWith(Claim other) {
        return kind == other.kind && subject.strip().equalsIgnoreCase(other.subject.strip());
    }
}
