package org.wellmet.profile;

import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.wellmet.vocabulary.Kind;
import org.wellmet.vocabulary.Vocabulary;
import org.wellmet.web.Form;
import org.wellmet.web.FormReader;
import org.wellmet.web.Text;

/// Turns forms into items and back. Reading notes everything that is wrong in the reader; what it returns then is not
/// used.
///
/// Thread-safe.
@Component
final class ItemForms {
    /// How far ahead something may be planned to end.
    private static final int YEARS_AHEAD = 20;

    /// What may be added at once to a list of names.
    private static final int MOST_NAMES = 50;

    private final Vocabulary vocabulary;
    private final InstantSource clock;

    ItemForms(Vocabulary vocabulary, InstantSource clock) {
        this.vocabulary = vocabulary;
        this.clock = clock;
    }

    /// The items that the form says: one, but for skills, of which several may be typed at once. Empty when refused.
    List<Item> read(Section section, FormReader reader, Form form) {
        List<Item> items = switch (section) {
            case POSITIONS -> position(reader, form).stream().toList();
            case EDUCATION -> education(reader, form).stream().toList();
            case SKILLS -> skills(reader);
            case LANGUAGES -> language(reader, form).stream().toList();
            case CERTIFICATES -> certificate(reader, form).stream().toList();
            case LINKS -> link(reader).stream().toList();
            case PERSON, ABOUT, GOALS, EMAIL ->
                throw new IllegalArgumentException("section must have items, got " + section);
        };
        return reader.isRefused() ? List.of() : items;
    }

    /// The form that would say this item.
    static Form of(Item item) {
        return switch (item) {
            case Position position ->
                dated(position.period())
                        .with("title", position.title().text())
                        .with("title-id", position.title().id().orElse(""))
                        .with("organisation", position.organisation())
                        .with("area", position.area().text())
                        .with("area-id", position.area().id().orElse(""))
                        .with("description", position.description());
            case Education education ->
                dated(education.period())
                        .with("school", education.school().text())
                        .with("school-id", education.school().id().orElse(""))
                        .with("degree", education.degree())
                        .with("description", education.description());
            case Skill skill -> Form.empty().with("skills", skill.name().text());
            case SpokenLanguage language ->
                Form.empty()
                        .with("language", language.name().text())
                        .with("language-id", language.name().id().orElse(""))
                        .with("fluency", language.fluency().word());
            case Certificate certificate ->
                dated(certificate.period())
                        .with("name", certificate.name())
                        .with("issuer", certificate.issuer())
                        .with("number", certificate.number())
                        .with("url", certificate.url().map(WebAddress::value).orElse(""));
            case Link link -> Form.empty().with("url", link.url().value()).with("label", link.label());
        };
    }

    /// A text field and the hidden one beside it, in which a chosen term leaves its id.
    Term term(Kind kind, String text, Form form, String idField) {
        return text.isEmpty() ? Term.NONE : new Term(text, vocabulary.idOf(kind, text, form.value(idField)));
    }

    private Optional<Item> position(FormReader reader, Form form) {
        String title = reader.required("title", Text.of("Title"), Position.MAX_LENGTH);
        String organisation = reader.optional("organisation", Text.of("Organisation"), Position.MAX_LENGTH);
        String area = reader.optional("area", Text.of("Area"), Position.MAX_LENGTH);
        Period period = period(reader, form);
        String description =
                reader.optional("description", Text.of("What you do there"), Position.MAX_DESCRIPTION_LENGTH);
        return reader.isRefused()
                ? Optional.empty()
                : Optional.of(new Position(
                        term(Kind.OCCUPATION, title, form, "title-id"),
                        organisation,
                        term(Kind.CITY, area, form, "area-id"),
                        period,
                        description));
    }

    private Optional<Item> education(FormReader reader, Form form) {
        String school = reader.required("school", Text.of("School"), Education.MAX_LENGTH);
        String degree = reader.optional("degree", Text.of("Degree and field"), Education.MAX_LENGTH);
        Period period = period(reader, form);
        String description =
                reader.optional("description", Text.of("What else there is to say"), Education.MAX_DESCRIPTION_LENGTH);
        return reader.isRefused()
                ? Optional.empty()
                : Optional.of(new Education(term(Kind.SCHOOL, school, form, "school-id"), degree, period, description));
    }

    private List<Item> skills(FormReader reader) {
        List<Item> items = Stream.concat(
                        names(reader, "skills", Text.of("Skills"), Skill.Kind.SKILL),
                        names(reader, "topics", Text.of("Topics"), Skill.Kind.TOPIC))
                .toList();
        if (items.isEmpty() && !reader.isRefused()) {
            reader.refuse("skills", Text.of("Skills"), Text.of("Write at least one skill or topic."));
        }
        return items;
    }

    private Stream<Item> names(FormReader reader, String field, Text label, Skill.Kind kind) {
        String typed = reader.optional(field, label, MOST_NAMES * Skill.MAX_LENGTH);
        List<String> names = Stream.of(typed.split("[,;\n]"))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .toList();
        if (names.size() > MOST_NAMES) {
            reader.refuse(field, label, Text.of("That is more than {0} at once.", MOST_NAMES));
            return Stream.empty();
        }
        Optional<String> tooLong = names.stream()
                .filter(name -> name.codePointCount(0, name.length()) > Skill.MAX_LENGTH)
                .findFirst();
        if (tooLong.isPresent()) {
            reader.refuse(field, label, Text.of("One of them has more than {0} characters.", Skill.MAX_LENGTH));
            return Stream.empty();
        }
        return names.stream().map(name -> new Skill(kind, new Term(name, vocabulary.idOf(Kind.SKILL, name, ""))));
    }

    private Optional<Item> language(FormReader reader, Form form) {
        String name = reader.required("language", Text.of("Language"), SpokenLanguage.MAX_LENGTH);
        Optional<SpokenLanguage.Fluency> fluency =
                reader.choice("fluency", Text.of("How well"), SpokenLanguage.Fluency::of);
        return reader.isRefused()
                ? Optional.empty()
                : fluency.map(chosen -> new SpokenLanguage(term(Kind.LANGUAGE, name, form, "language-id"), chosen));
    }

    private Optional<Item> certificate(FormReader reader, Form form) {
        String name = reader.required("name", Text.of("Name"), Certificate.MAX_NAME_LENGTH);
        String issuer = reader.optional("issuer", Text.of("Issued by"), Certificate.MAX_ISSUER_LENGTH);
        String number = reader.optional("number", Text.of("Number"), Certificate.MAX_NUMBER_LENGTH);
        String typed = reader.optional("url", Text.of("Address to check it"), WebAddress.MAX_LENGTH);
        Optional<WebAddress> url = address(reader, typed, Text.of("Address to check it"));
        Period period = period(reader, form);
        return reader.isRefused() ? Optional.empty() : Optional.of(new Certificate(name, issuer, number, url, period));
    }

    private static Optional<Item> link(FormReader reader) {
        String typed = reader.required("url", Text.of("Address"), WebAddress.MAX_LENGTH);
        String label = reader.optional("label", Text.of("Label"), Link.MAX_LABEL_LENGTH);
        Optional<WebAddress> url = address(reader, typed, Text.of("Address"));
        return reader.isRefused() ? Optional.empty() : url.map(found -> new Link(found, label));
    }

    private static Optional<WebAddress> address(FormReader reader, String typed, Text label) {
        Optional<WebAddress> address = typed.isEmpty() ? Optional.empty() : WebAddress.parse(typed);
        if (!typed.isEmpty() && address.isEmpty()) {
            reader.refuse("url", label, Text.of("This is no web address. Write it as https://example.org."));
        }
        return address;
    }

    private Period period(FormReader reader, Form form) {
        Optional<MonthOrYear> from = end(reader, form, "from", Text.of("Began"));
        Optional<MonthOrYear> to = end(reader, form, "to", Text.of("Ended"));
        if (from.isPresent() && to.isPresent() && !from.get().mayPrecede(to.get())) {
            reader.refuse("to-year", Text.of("Ended"), Text.of("This is before it began."));
            return Period.NONE;
        }
        return new Period(from, to);
    }

    private Optional<MonthOrYear> end(FormReader reader, Form form, String which, Text label) {
        String year = form.value(which + "-year").strip();
        String month = form.value(which + "-month").strip();
        if (year.isEmpty()) {
            if (!month.isEmpty() && !month.equals("0")) {
                reader.refuse(which + "-year", label, Text.of("Add the year."));
            }
            return Optional.empty();
        }
        int latest = clock.instant().atZone(ZoneOffset.UTC).getYear() + YEARS_AHEAD;
        Optional<MonthOrYear> end = MonthOrYear.of(number(year), number(month)).filter(found -> found.year() <= latest);
        if (end.isEmpty()) {
            reader.refuse(
                    which + "-year",
                    label,
                    Text.of(
                            "Write the year in four digits, from {0} to {1}.",
                            Integer.toString(MonthOrYear.MIN_YEAR), Integer.toString(latest)));
        }
        return end;
    }

    private static int number(String digits) {
        if (digits.isEmpty()) {
            return 0;
        }
        return digits.length() <= 4 && digits.chars().allMatch(c -> c >= '0' && c <= '9')
                ? Integer.parseInt(digits)
                : -1;
    }

    private static Form dated(Period period) {
        return Form.empty()
                .with("from-year", period.from().map(ItemForms::year).orElse(""))
                .with("from-month", period.from().map(ItemForms::month).orElse("0"))
                .with("to-year", period.to().map(ItemForms::year).orElse(""))
                .with("to-month", period.to().map(ItemForms::month).orElse("0"));
    }

    private static String year(MonthOrYear end) {
        return Integer.toString(end.year());
    }

    private static String month(MonthOrYear end) {
        return Integer.toString(end.month());
    }
}
