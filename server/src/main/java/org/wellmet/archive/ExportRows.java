package org.wellmet.archive;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.wellmet.archive.ExportTable.Row;
import org.wellmet.archive.Resume.Certificate;
import org.wellmet.archive.Resume.Education;
import org.wellmet.archive.Resume.Language;
import org.wellmet.archive.Resume.Link;
import org.wellmet.archive.Resume.Person;
import org.wellmet.archive.Resume.Position;

/// Makes values of ours out of the rows of an export.
final class ExportRows {
    // [PORTFOLIO:https://ilse.example.org,BLOG:https://blog.example.org/a?b=1]
    private static final Pattern WEBSITE = Pattern.compile("(?:^|,)\\s*([A-Z_ ]{2,30}):(.*?)(?=,\\s*[A-Z_ ]{2,30}:|$)");

    private ExportRows() {}

    static Resume resume(Map<ExportFile, List<Row>> tables) {
        return new Resume(
                person(tables),
                each(tables, ExportFile.POSITIONS)
                        .map(ExportRows::position)
                        .distinct()
                        .toList(),
                each(tables, ExportFile.EDUCATION)
                        .map(ExportRows::education)
                        .distinct()
                        .toList(),
                each(tables, ExportFile.SKILLS)
                        .map(row -> row.line("name", Resume.MAX_NAME))
                        .distinct()
                        .toList(),
                List.of(),
                each(tables, ExportFile.LANGUAGES)
                        .map(ExportRows::language)
                        .distinct()
                        .toList(),
                each(tables, ExportFile.CERTIFICATES)
                        .map(ExportRows::certificate)
                        .distinct()
                        .toList());
    }

    /// Each contact once: a row is the same person where its profile address is, or where every cell is.
    static List<Contact> contacts(List<Row> rows) {
        Set<ProfileAddress> seen = new HashSet<>();
        Set<Contact> contacts = new LinkedHashSet<>();
        List<Contact> closed = new ArrayList<>();
        for (Row row : rows) {
            Contact contact = contact(row);
            if (contact.isClosed()) {
                closed.add(contact); // nobody can tell two of one day apart, and both were people
            } else if (contact.address().map(seen::add).orElse(true)) {
                contacts.add(contact);
            }
        }
        List<Contact> all = new ArrayList<>(contacts);
        all.addAll(closed);
        return all;
    }

    private static Contact contact(Row row) {
        return new Contact(
                row.line("first name", Contact.MAX_NAME),
                row.line("last name", Contact.MAX_NAME),
                ProfileAddress.parse(row.raw("url")),
                email(row.raw("email address")),
                row.line("company", Contact.MAX_COMPANY),
                row.line("position", Contact.MAX_POSITION),
                ExportDates.day(row.raw("connected on")));
    }

    private static Stream<Row> each(Map<ExportFile, List<Row>> tables, ExportFile file) {
        return Objects.requireNonNullElse(tables.get(file), List.<Row>of()).stream();
    }

    private static Person person(Map<ExportFile, List<Row>> tables) {
        Optional<Row> row = each(tables, ExportFile.PROFILE).findFirst();
        String summary = each(tables, ExportFile.PROFILE_SUMMARY)
                .findFirst()
                .map(only -> only.paragraphs("profile summary", Resume.MAX_TEXT))
                .orElse("");
        String about =
                row.map(given -> given.paragraphs("summary", Resume.MAX_TEXT)).orElse("");
        return new Person(
                row.map(ExportRows::name).orElse(""),
                row.map(given -> given.line("headline", Resume.MAX_LINE)).orElse(""),
                about.isEmpty() ? summary : about,
                row.map(given -> given.line("geo location", Resume.MAX_LINE)).orElse(""),
                primaryEmail(tables),
                row.map(given -> links(given.raw("websites"))).orElse(List.of()));
    }

    private static String name(Row row) {
        return Texts.line(row.raw("first name") + " " + row.raw("last name"), Resume.MAX_NAME);
    }

    private static Optional<String> primaryEmail(Map<ExportFile, List<Row>> tables) {
        return each(tables, ExportFile.EMAIL_ADDRESSES)
                .filter(row -> row.line("primary", 10).equalsIgnoreCase("yes"))
                .findFirst()
                .flatMap(row -> email(row.raw("email address")));
    }

    private static Optional<String> email(String text) {
        String email = Texts.line(text, Integer.MAX_VALUE).toLowerCase(Locale.ROOT);
        boolean isOne =
                email.length() <= Contact.MAX_EMAIL && email.matches("[^\\s@<>\"]+@[^\\s@<>\"]+\\.[^\\s@<>\"]+");
        return isOne ? Optional.of(email) : Optional.empty();
    }

    private static Position position(Row row) {
        return new Position(
                row.line("company name", Resume.MAX_LINE),
                row.line("title", Resume.MAX_LINE),
                row.paragraphs("description", Resume.MAX_TEXT),
                row.line("location", Resume.MAX_LINE),
                ExportDates.parse(row.raw("started on")),
                ExportDates.parse(row.raw("finished on")));
    }

    private static Education education(Row row) {
        return new Education(
                row.line("school name", Resume.MAX_LINE),
                row.line("degree name", Resume.MAX_LINE),
                "",
                Texts.paragraphs(row.raw("notes") + "\n" + row.raw("activities"), Resume.MAX_TEXT),
                ExportDates.parse(row.raw("start date")),
                ExportDates.parse(row.raw("end date")));
    }

    private static Language language(Row row) {
        return new Language(row.line("name", Resume.MAX_NAME), row.line("proficiency", Resume.MAX_NAME));
    }

    private static Certificate certificate(Row row) {
        return new Certificate(
                row.line("name", Resume.MAX_LINE),
                row.line("authority", Resume.MAX_LINE),
                WebText.of(row.raw("url")).orElse(""),
                ExportDates.parse(row.raw("started on")),
                ExportDates.parse(row.raw("finished on")));
    }

    private static List<Link> links(String cell) {
        Matcher website = WEBSITE.matcher(cell.strip().replaceFirst("^\\[", "").replaceFirst("]$", ""));
        List<Link> links = new ArrayList<>();
        while (website.find()) {
            String label = Texts.line(website.group(1), Resume.MAX_NAME).toLowerCase(Locale.ROOT);
            WebText.of(website.group(2)).ifPresent(url -> links.add(new Link(label, url)));
        }
        return links;
    }
}
