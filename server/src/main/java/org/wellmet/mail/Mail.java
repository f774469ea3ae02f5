package org.wellmet.mail;

import java.time.Duration;
import java.util.regex.Pattern;

/// One mail to one address, in plain text; an HTML version of the same words goes along. Immutable.
///
/// @param isOneTime whether the text holds a link that works once and must not be kept
/// @param validFor how long it is worth sending
public record Mail(String toAddress, String subject, String text, boolean isOneTime, Duration validFor) {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s@<>\"\\p{Cntrl}]{1,64}@[^\\s@<>\"\\p{Cntrl}]{1,189}");
    private static final int MAX_SUBJECT = 200;
    private static final int MAX_TEXT = 20_000;
    // A server that was away for a weekend still sends; news a month old would be noise.
    private static final Duration LONGEST = Duration.ofDays(7);

    public Mail {
        if (!ADDRESS.matcher(toAddress).matches()) {
            throw new IllegalArgumentException("mail address must be like name@host without spaces");
        }
        // A line break in a subject would begin a header of the writer's choice.
        if (subject.isBlank()
                || subject.length() > MAX_SUBJECT
                || !subject.equals(subject.replaceAll("\\p{Cntrl}", ""))) {
            throw new IllegalArgumentException("mail subject must be one line of 1 to 200 characters");
        }
        if (text.isBlank() || text.length() > MAX_TEXT) {
            throw new IllegalArgumentException("mail text must have 1 to 20,000 characters, got " + text.length());
        }
        if (validFor.isNegative() || validFor.isZero() || validFor.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("mail must be valid for at most 7 days, got " + validFor);
        }
    }

    /// A mail whose words may be kept.
    public static Mail ordinary(String toAddress, String subject, String text) {
        return new Mail(toAddress, subject, text, false, LONGEST);
    }

    /// A mail with a link that works once, as long as `validFor`.
    public static Mail oneTime(String toAddress, String subject, String text, Duration validFor) {
        return new Mail(toAddress, subject, text, true, validFor);
    }
}
