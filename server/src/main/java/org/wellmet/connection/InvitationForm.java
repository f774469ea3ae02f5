package org.wellmet.connection;

import java.util.Optional;
import java.util.function.Predicate;
import org.wellmet.web.Form;
import org.wellmet.web.FormReader;
import org.wellmet.web.Text;
import org.wellmet.web.TypedText;

/// Reads an invitation as typed: the fields `claim`, `subject` and `why`.
///
/// `claim` is a [ClaimKind] alone, then `subject` says where, which or who; or it is `KIND:subject` whole, as the form
/// writes what the server knows the two to share.
final class InvitationForm {
    private static final char DIVIDER = ':';
    private static final Text CLAIM = Text.of("How you know each other");
    private static final Text SUBJECT = Text.of("Where, which or who");
    private static final Text WHY = Text.of("Why now");

    private InvitationForm() {}

    /// A claim and a reason that are whole.
    record Filled(Claim claim, WhyNow whyNow) {}

    /// The value of a choice that says all of a claim.
    static String value(Claim claim) {
        return claim.kind().name() + DIVIDER + claim.subject();
    }

    /// What was typed, or empty after noting in `reading` all that is wrong.
    ///
    /// @param isKnown whether the server knows a claim to be true: nobody makes one of WELCOMED by themselves
    static Optional<Filled> read(Form form, FormReader reading, Predicate<Claim> isKnown) {
        Optional<Claim> claim = claim(form, reading);
        if (claim.filter(made -> made.kind() == ClaimKind.WELCOMED && !isKnown.test(made))
                .isPresent()) {
            reading.refuse("claim", CLAIM, Text.of("Please choose one."));
            return Optional.empty();
        }
        Optional<WhyNow> why = why(form, reading);
        return claim.isPresent() && why.isPresent()
                ? Optional.of(new Filled(claim.get(), why.get()))
                : Optional.empty();
    }

    /// The claim as far as it is typed, without a complaint: for looking at it before it is sent.
    static Optional<Claim> draft(Form form) {
        return claim(form, form.reading());
    }

    private static Optional<Claim> claim(Form form, FormReader reading) {
        String chosen = form.value("claim");
        int divider = chosen.indexOf(DIVIDER);
        Optional<ClaimKind> kind = reading.choice(
                "claim", CLAIM, typed -> ClaimKind.parse(divider < 0 ? typed : typed.substring(0, divider)));
        boolean isTyped = divider < 0;
        String subject = isTyped
                ? oneLine(reading.required("subject", SUBJECT, Claim.MAX_LENGTH))
                : oneLine(chosen.substring(divider + 1));
        if (kind.isEmpty() || subject.isEmpty()) {
            return Optional.empty();
        }
        if (subject.codePointCount(0, subject.length()) > Claim.MAX_LENGTH) {
            if (!isTyped) {
                reading.refuse("claim", CLAIM, Text.of("Please choose one."));
            }
            return Optional.empty();
        }
        return Optional.of(new Claim(kind.get(), subject));
    }

    private static Optional<WhyNow> why(Form form, FormReader reading) {
        reading.required("why", WHY, WhyNow.MAX_LENGTH);
        String why = TypedText.tidy(form.value("why")).strip();
        if (WhyNow.isValid(why)) {
            return Optional.of(new WhyNow(why));
        }
        int length = why.codePointCount(0, why.length());
        reading.refuse(
                "why", WHY, Text.of("{0} characters. At least {1} are needed to say why.", length, WhyNow.MIN_LENGTH));
        return Optional.empty();
    }

    private static String oneLine(String text) {
        return TypedText.tidy(text).replace('\n', ' ').replace('\t', ' ').strip();
    }
}
