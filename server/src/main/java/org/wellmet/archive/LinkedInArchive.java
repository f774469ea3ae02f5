package org.wellmet.archive;

import java.util.List;

/// What one archive from LinkedIn holds: what may become part of a profile, the contacts, and the titles of
/// the files that were recognised or not and in both cases left alone.
public record LinkedInArchive(Resume resume, List<Contact> contacts, List<String> leftAlone, List<String> unknown) {
    public LinkedInArchive {
        contacts = List.copyOf(contacts);
        leftAlone = List.copyOf(leftAlone);
        unknown = List.copyOf(unknown);
    }

    /// How much the contacts' names, companies and positions come to.
    long contactCharacters() {
        return contacts.stream()
                .mapToLong(contact -> contact.name().length()
                        + contact.company().length()
                        + contact.position().length())
                .sum();
    }

    @Override
    public String toString() {
        // Personal data never in a message.
        return "LinkedInArchive[contacts=%d]".formatted(contacts.size());
    }
}
