package org.wellmet.archive;

import java.util.List;
import java.util.Optional;

/// A curriculum between two systems: what LinkedIn's export and a JSON Resume say about a person, in our
/// words and within our lengths. Texts are clean; one that is not there is empty.
public record Resume(
        Person person,
        List<Position> positions,
        List<Education> education,
        List<String> skills,
        List<String> topics,
        List<Language> languages,
        List<Certificate> certificates) {
    /// Nothing at all.
    public static final Resume EMPTY =
            new Resume(Person.NOBODY, List.of(), List.of(), List.of(), List.of(), List.of(), List.of());

    static final int MAX_NAME = 100;
    static final int MAX_LINE = 200;
    static final int MAX_TEXT = 5_000;
    static final int MAX_URL = 500;

    public Resume {
        positions = List.copyOf(positions);
        education = List.copyOf(education);
        skills = List.copyOf(skills);
        topics = List.copyOf(topics);
        languages = List.copyOf(languages);
        certificates = List.copyOf(certificates);
    }

    /// Who it is about.
    public record Person(
            String name, String headline, String about, String area, Optional<String> email, List<Link> links) {
        static final Person NOBODY = new Person("", "", "", "", Optional.empty(), List.of());

        public Person {
            links = List.copyOf(links);
        }
    }

    /// An address on the web and what it is.
    public record Link(String label, String url) {}

    /// One employer, title and period.
    public record Position(
            String organisation,
            String title,
            String description,
            String area,
            Optional<PartialDate> from,
            Optional<PartialDate> until) {}

    /// One school and what was learned there.
    public record Education(
            String school,
            String degree,
            String field,
            String notes,
            Optional<PartialDate> from,
            Optional<PartialDate> until) {}

    /// A language and how well, in the words of the source.
    public record Language(String name, String proficiency) {}

    /// A certificate and who gave it.
    public record Certificate(
            String name, String authority, String url, Optional<PartialDate> from, Optional<PartialDate> until) {}

    @Override
    public String toString() {
        // Personal data never in a message.
        return "Resume[positions=%d, education=%d, skills=%d]"
                .formatted(positions.size(), education.size(), skills.size());
    }
}
