package org.wellmet.connection;

import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.wellmet.account.EmailAddress;
import org.wellmet.account.Words;
import org.wellmet.mail.Mail;
import org.wellmet.mail.Unlinked;
import org.wellmet.web.Text;

/// The one mail to somebody who is not here. Nothing in it that a member wrote becomes a link where it is read: it
/// leads to the network alone. Immutable.
///
/// @param sender the inviter's name
/// @param link where it leads
record OutsideLetter(String sender, String network, WhyNow why, String link) {
    // How long the outbox tries; the link lives longer.
    private static final Duration WORTH_SENDING = Duration.ofDays(3);

    private static final int NAME_MAX_LENGTH = 80;

    // Mail programs make a link of whatever looks like a host, also without "www".
    private static final Pattern WEB_ADDRESS =
            Pattern.compile("(?i)://|\\bwww[.。]|[\\p{L}\\p{M}\\p{N}_-][.。][\\p{L}\\p{M}]{2,}");
    private static final Pattern UNSEEN = Pattern.compile("\\p{Cf}");

    /// Whether a mail program could make a link of something in it.
    static boolean hasWebAddress(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC);
        return WEB_ADDRESS.matcher(UNSEEN.matcher(plain).replaceAll("")).find();
    }

    /// The name so that no mail program makes a link of it, and short enough for a subject.
    static String unlinked(String name) {
        String unlinked = Unlinked.text(name);
        if (unlinked.length() <= NAME_MAX_LENGTH) {
            return unlinked;
        }
        boolean isInsideOne = Character.isHighSurrogate(unlinked.charAt(NAME_MAX_LENGTH - 1));
        return unlinked.substring(0, isInsideOne ? NAME_MAX_LENGTH - 1 : NAME_MAX_LENGTH);
    }

    Mail to(EmailAddress to, Words words) {
        List<Text> paragraphs = List.of(
                Text.of("{0} invites you to {1} and writes:", unlinked(sender), network),
                Text.of("“{0}”", why.text()),
                Text.of("If you wish to, read more here. The page opens for 30 days:"),
                Text.of("{0}", link),
                Text.of("This is the only mail about it. Nobody reminds you, and nothing happens if you do nothing."));
        return Mail.oneTime(
                to.value(),
                words.say(Text.of("{0} invites you to {1}", unlinked(sender), network)),
                String.join("\n\n", paragraphs.stream().map(words::say).toList()),
                WORTH_SENDING);
    }
}
