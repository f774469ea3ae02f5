package org.wellmet.connection;

import java.util.Optional;
import org.wellmet.account.EmailAddress;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Form;
import org.wellmet.web.FormReader;
import org.wellmet.web.Frame;
import org.wellmet.web.Text;
import org.wellmet.web.TypedText;

/// An invitation to somebody who is not here, as typed.
///
/// @param email where it is mailed to; empty for a link
record OutsideForm(Optional<EmailAddress> email, String note, WhyNow why, int uses) {
    static final Text EMAIL = Text.of("Mail address");
    static final Text WORDS = Text.of("Your words to them");

    /// What was typed, or empty after noting in `reading` all that is wrong.
    static Optional<OutsideForm> read(Form form, FormReader reading) {
        boolean isMail = !form.value("way").equals("LINK");
        Optional<EmailAddress> email = isMail ? EmailAddress.parse(form.value("email")) : Optional.empty();
        if (isMail && email.isEmpty()) {
            reading.refuse("email", EMAIL, Text.of("Please type one whole mail address."));
        }
        String note = reading.optional("note", Text.of("Whom it is for"), OutsideInvitations.NOTE_MAX_LENGTH);
        String why = TypedText.tidy(form.value("why")).strip();
        if (!WhyNow.isValid(why)) {
            reading.refuse(
                    "why", WORDS, Text.of("Please write {0} to {1} characters.", WhyNow.MIN_LENGTH, WhyNow.MAX_LENGTH));
        } else if (isMail && OutsideLetter.hasWebAddress(why)) {
            reading.refuse(
                    "why", WORDS, Text.of("Please leave web addresses out, and put a space after each full stop."));
        }
        int uses = uses(isMail ? "1" : form.value("uses"));
        if (uses < 1 || uses > OutsideInvitations.MOST_USES) {
            reading.refuse(
                    "uses", Text.of("For how many"), Text.of("Please type 1 to {0}.", OutsideInvitations.MOST_USES));
        }
        return reading.isRefused()
                ? Optional.empty()
                : Optional.of(new OutsideForm(email, TypedText.tidy(note), new WhyNow(why), uses));
    }

    /// Invites as it says.
    InviteOutsideOutcome send(OutsideInvitations outside, Viewer viewer, Frame frame) {
        return email.map(to -> outside.mail(viewer.id(), to, why, frame::say))
                .orElseGet(() -> outside.link(viewer.id(), note, why, uses));
    }

    private static int uses(String typed) {
        return typed.matches("[0-9]{1,3}") ? Integer.parseInt(typed) : 0;
    }
}
