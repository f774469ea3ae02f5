package org.wellmet.notification;

import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.wellmet.account.Mailbox;
import org.wellmet.mail.LateLetter;
import org.wellmet.mail.Mail;
import org.wellmet.mail.Unlinked;
import org.wellmet.member.MemberId;
import org.wellmet.settings.Settings;
import org.wellmet.web.NetworkName;
import org.wellmet.web.Speech;
import org.wellmet.web.Text;

/// Writes tidings down as one mail, in its reader's language, with what ends such mails at its foot. Thread-safe.
@Component
final class NotificationLetter {
    /// How long one is worth sending. Its words are written anew at each attempt.
    static final Duration WORTH_SENDING = Duration.ofDays(2);

    // A mail that is read at one go; what goes beyond it is counted, and read on the page.
    private static final int MOST_LENGTH = 14_000;
    private static final int SUBJECT_MAX_LENGTH = 180;

    private final StopLinks stops;
    private final NetworkName network;
    private final Speech speech;
    private final String address;

    NotificationLetter(StopLinks stops, NetworkName network, Speech speech, Settings settings) {
        this.stops = stops;
        this.network = network;
        this.speech = speech;
        this.address = settings.publicAddress().toString();
    }

    /// The mail with all of them, of which there is at least one.
    LateLetter of(MemberId reader, Mailbox mailbox, List<Tiding> tidings) {
        Words words = text -> oneLine(speech.say(mailbox.language(), text));
        List<String> paragraphs = new ArrayList<>();
        int told = 0;
        for (Tiding tiding : tidings) {
            List<String> written = written(words, tiding);
            if (told > 0 && length(paragraphs) + length(written) > MOST_LENGTH) {
                break;
            }
            paragraphs.addAll(written);
            told++;
        }
        if (told < tidings.size()) {
            paragraphs.add(
                    words.say(Text.of("And {0} more, on the page of your notifications:", tidings.size() - told)));
            paragraphs.add(address + "/notifications");
        }
        Set<MailKind> kinds = tidings.stream().map(Tiding::kind).collect(Collectors.toSet());
        paragraphs.addAll(foot(words, reader, kinds));
        Mail mail = new Mail(
                mailbox.address().value(),
                subject(words, tidings),
                String.join("\n\n", paragraphs),
                false,
                WORTH_SENDING);
        return new LateLetter(mail, URI.create(address + stops.address(reader, kinds)));
    }

    /// Says a text in the reader's language, in one line.
    @FunctionalInterface
    private interface Words {
        String say(Text text);
    }

    private String subject(Words words, List<Tiding> tidings) {
        String subject = tidings.size() == 1
                ? words.say(unlinked(tidings.getFirst().what()))
                : words.say(Text.of("{0} notifications at {1}", tidings.size(), network.name()));
        if (subject.length() <= SUBJECT_MAX_LENGTH) {
            return subject;
        }
        boolean isInsideOne = Character.isHighSurrogate(subject.charAt(SUBJECT_MAX_LENGTH - 1));
        return subject.substring(0, isInsideOne ? SUBJECT_MAX_LENGTH - 1 : SUBJECT_MAX_LENGTH) + "…";
    }

    private List<String> written(Words words, Tiding tiding) {
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(words.say(unlinked(tiding.what())));
        tiding.passages()
                .forEach(passage -> paragraphs.add(
                        switch (passage) {
                            case Passage.Line(Text text) -> words.say(unlinked(text));
                            case Passage.Quote(String quoted) -> quoted(quoted);
                            case Passage.Link(String path) -> address + path;
                        }));
        return paragraphs;
    }

    private List<String> foot(Words words, MemberId reader, Set<MailKind> kinds) {
        List<String> foot = new ArrayList<>();
        foot.add("—");
        foot.add(words.say(Text.of("You are a member of {0}. This is told once; nobody reminds you.", network.name())));
        kinds.stream().sorted().forEach(kind -> {
            foot.add(words.say(Text.of("No more mails of this kind: {0}", kind.label())));
            foot.add(address + stops.address(reader, Set.of(kind)));
        });
        foot.add(words.say(Text.of("What you get by mail, and your quiet hours:")));
        foot.add(address + MailSettingPages.ADDRESS);
        return foot;
    }

    /// Names and what else members chose stand in sentences of ours: no mail program makes a link of them.
    private static Text unlinked(Text text) {
        return new Text(
                text.english(),
                text.arguments().stream()
                        .map(argument -> switch (argument) {
                            case String chosen -> Unlinked.text(chosen);
                            case Text inner -> unlinked(inner);
                            default -> argument;
                        })
                        .toList());
    }

    /// Each line marked, so that nothing which a member wrote can look like words of ours.
    private static String quoted(String words) {
        return Arrays.stream(words.strip().split("\\R", -1))
                .map(line -> "> " + line)
                .collect(Collectors.joining("\n"));
    }

    /// Without line ends and other signs that could begin something new, a header say.
    private static String oneLine(String said) {
        return said.replaceAll("[\\p{Cc}\\p{Zl}\\p{Zp}\\s]+", " ").strip();
    }

    private static int length(List<String> paragraphs) {
        return paragraphs.stream().mapToInt(String::length).sum();
    }
}
