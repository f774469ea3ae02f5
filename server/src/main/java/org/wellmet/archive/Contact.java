package org.wellmet.archive;

import java.time.LocalDate;
import java.util.Optional;

/// A person with whom the owner of an archive is connected elsewhere. Private to that owner.
///
/// A contact whose account was closed has nothing but the day of connection. The name is no key: up to a tenth of the
/// contacts share theirs with another.
public record Contact(
        String firstName,
        String lastName,
        Optional<ProfileAddress> address,
        Optional<String> email,
        String company,
        String position,
        Optional<LocalDate> connectedOn) {
    static final int MAX_NAME = 120;
    static final int MAX_EMAIL = 254;
    static final int MAX_COMPANY = 200;
    static final int MAX_POSITION = 200;

    public Contact {
        within("first name", firstName, MAX_NAME);
        within("last name", lastName, MAX_NAME);
        within("company", company, MAX_COMPANY);
        within("position", position, MAX_POSITION);
        email.ifPresent(given -> within("e-mail", given, MAX_EMAIL));
    }

    /// First and last name, or nothing for a closed account.
    public String name() {
        return (firstName + " " + lastName).strip();
    }

    /// Whether only the date is left of this contact.
    public boolean isClosed() {
        return name().isEmpty() && address.isEmpty() && email.isEmpty();
    }

    private static void within(String what, String text, int maxLength) {
        if (text.length() > maxLength) {
            throw new IllegalArgumentException(
                    "%s must have at most %d characters, got %d".formatted(what, maxLength, text.length()));
        }
    }
}
