package org.wellmet.introduction;

import java.util.Optional;
import org.wellmet.connection.Message;
import org.wellmet.web.Form;
import org.wellmet.web.FormReader;
import org.wellmet.web.Text;
import org.wellmet.web.TypedText;

/// Reads what the three type: the fields `via`, `toConnector`, `toTarget`, `words`, `reason` and `text`.
final class IntroductionForm {
    static final Text VIA = Text.of("Who introduces you");
    private static final Text TO_CONNECTOR = Text.of("What you write to the one you ask");
    private static final Text TO_TARGET = Text.of("What you write for the one you wish to meet");
    private static final Text WORDS = Text.of("Your words");
    static final Text MESSAGE = Text.of("Your message");
    private static final Text REASON = Text.of("Your reason");
    private static final Text NOT_YOURS = Text.of(
            "Only the one who is asked to pass it on may give a reason. Leave it empty, and nobody is told that you declined.");

    private IntroductionForm() {}

    /// The two texts of an asker, whole.
    record Texts(IntroductionText toConnector, IntroductionText toTarget) {}

    /// What was typed, or empty after noting in `reading` all that is wrong.
    static Optional<Texts> texts(Form form, FormReader reading) {
        if (form.value("via").isBlank()) {
            reading.refuse("via", VIA, Text.of("Please choose one."));
        }
        Optional<IntroductionText> toConnector = text("toConnector", TO_CONNECTOR, form, reading);
        Optional<IntroductionText> toTarget = text("toTarget", TO_TARGET, form, reading);
        return reading.isRefused() || toConnector.isEmpty() || toTarget.isEmpty()
                ? Optional.empty()
                : Optional.of(new Texts(toConnector.get(), toTarget.get()));
    }

    /// The words of a connector who forwards.
    static Optional<IntroductionText> words(Form form, FormReader reading) {
        return text("words", WORDS, form, reading);
    }

    /// The reason of a connector who declines; none is a decline unseen. Ask `reading` whether it was refused: it may
    /// be too long, and a target gives none.
    static Optional<DeclineReason> reason(Role role, FormReader reading) {
        String typed = TypedText.tidy(reading.optional("reason", REASON, DeclineReason.MAX_LENGTH))
                .strip();
        if (role == Role.TARGET && !typed.isBlank() && !reading.isRefused()) {
            reading.refuse("reason", REASON, NOT_YOURS);
        }
        return typed.isBlank() || reading.isRefused() ? Optional.empty() : Optional.of(new DeclineReason(typed));
    }

    /// What a target writes back.
    static Optional<String> reply(FormReader reading) {
        String typed = TypedText.tidy(reading.required("text", MESSAGE, Message.MAX_LENGTH))
                .strip();
        if (typed.isEmpty() && !reading.isRefused()) {
            reading.refuse("text", MESSAGE, Text.of("Please write 1 to {0} characters.", Message.MAX_LENGTH));
        }
        return reading.isRefused() ? Optional.empty() : Optional.of(typed);
    }

    private static Optional<IntroductionText> text(String name, Text label, Form form, FormReader reading) {
        reading.required(name, label, IntroductionText.MAX_LENGTH);
        String typed = TypedText.tidy(form.value(name)).strip();
        if (IntroductionText.isValid(typed)) {
            return Optional.of(new IntroductionText(typed));
        }
        reading.refuse(
                name,
                label,
                Text.of(
                        "{0} characters. At least {1} are needed.",
                        typed.codePointCount(0, typed.length()), IntroductionText.MIN_LENGTH));
        return Optional.empty();
    }
}
