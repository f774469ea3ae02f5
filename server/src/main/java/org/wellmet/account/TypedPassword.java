package org.wellmet.account;

import java.util.Collection;
import java.util.Optional;
import org.wellmet.web.Form;
import org.wellmet.web.FormReader;
import org.wellmet.web.Text;

/// Reads the fields that several forms of this package have.
final class TypedPassword {
    private static final Text PASSWORD = Text.of("Password");
    private static final Text EMAIL = Text.of("E-mail address");

    private TypedPassword() {}

    /// The password that was chosen; refused in the form when it breaks the rule. Typed spaces count.
    static String chosen(Form form, FormReader reading, Collection<String> personal) {
        String password = form.value("password");
        PasswordRule.refusal(password, personal).ifPresent(why -> reading.refuse("password", PASSWORD, why));
        return password;
    }

    /// The address, refused in the form when it is not exactly one.
    static Optional<EmailAddress> email(FormReader reading) {
        String typed = reading.required("email", EMAIL, EmailAddress.MAX_LENGTH);
        Optional<EmailAddress> email = EmailAddress.parse(typed);
        if (email.isEmpty()) {
            reading.refuse("email", EMAIL, Text.of("This is not one mail address. It looks like name@example.org."));
        }
        return email;
    }

    /// Refuses the address that the form has.
    static void refuseEmail(FormReader reading, Text why) {
        reading.refuse("email", EMAIL, why);
    }
}
