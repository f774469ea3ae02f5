package org.wellmet.archive;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.wellmet.profile.Certificate;
import org.wellmet.profile.Education;
import org.wellmet.profile.Item;
import org.wellmet.profile.Link;
import org.wellmet.profile.MonthOrYear;
import org.wellmet.profile.Period;
import org.wellmet.profile.Position;
import org.wellmet.profile.Skill;
import org.wellmet.profile.SpokenLanguage;
import org.wellmet.profile.SpokenLanguage.Fluency;
import org.wellmet.profile.Term;
import org.wellmet.profile.WebAddress;
import org.wellmet.profile.Words;
import org.wellmet.vocabulary.Kind;
import org.wellmet.vocabulary.Vocabulary;

/// Makes entries of a profile out of a [Resume]. What is too long is cut; what says nothing is left out.
/// Where the one text that an entry needs is missing, its neighbour stands in: a school that is only named by
/// its degree is still a line.
///
/// A text that the vocabulary knows gets its id, as if its owner had chosen it from the list under the field.
///
/// Thread-safe.
@Component
final class ResumeItems {
    /// As long as the column.
    static final int MAX_HEADLINE = 120;

    private final Vocabulary vocabulary;

    ResumeItems(Vocabulary vocabulary) {
        this.vocabulary = vocabulary;
    }

    /// At most [org.wellmet.profile.Brought#MOST_ITEMS], each kind as many as a profile holds of it.
    List<Item> of(Resume resume) {
        List<Item> items = new ArrayList<>();
        add(items, resume.positions().stream().map(this::position).toList());
        add(items, resume.education().stream().map(this::education).toList());
        add(items, words(resume.skills(), Skill.Kind.SKILL));
        add(items, words(resume.topics(), Skill.Kind.TOPIC));
        add(items, resume.languages().stream().map(this::language).toList());
        add(items, resume.certificates().stream().map(ResumeItems::certificate).toList());
        add(items, resume.person().links().stream().map(ResumeItems::link).toList());
        return items;
    }

    private static void add(List<Item> items, List<Optional<Item>> found) {
        found.stream()
                .flatMap(Optional::stream)
                .limit(found.stream()
                        .flatMap(Optional::stream)
                        .findFirst()
                        .map(Item::mostPerMember)
                        .orElse(0))
                .forEach(items::add);
    }

    private Optional<Item> position(Resume.Position position) {
        boolean isNamed = !position.title().isEmpty();
        String title = isNamed ? position.title() : position.organisation();
        return said(title, Position.MAX_LENGTH)
                .map(text -> new Position(
                        term(Kind.OCCUPATION, text),
                        isNamed ? Texts.cut(position.organisation(), Position.MAX_LENGTH) : "",
                        term(Kind.CITY, Texts.cut(position.area(), Position.MAX_LENGTH)),
                        period(position.from().orElse(null), position.until().orElse(null)),
                        Texts.cut(position.description(), Position.MAX_DESCRIPTION_LENGTH)));
    }

    private Optional<Item> education(Resume.Education education) {
        String degree = joined(education.degree(), education.field());
        boolean isNamed = !education.school().isEmpty();
        return said(isNamed ? education.school() : degree, Education.MAX_LENGTH)
                .map(text -> new Education(
                        term(Kind.SCHOOL, text),
                        isNamed ? Texts.cut(degree, Education.MAX_LENGTH) : "",
                        period(education.from().orElse(null), education.until().orElse(null)),
                        Texts.cut(education.notes(), Education.MAX_DESCRIPTION_LENGTH)));
    }

    private List<Optional<Item>> words(List<String> words, Skill.Kind kind) {
        return words.stream()
                .map(word -> said(word, Skill.MAX_LENGTH).<Item>map(text -> new Skill(kind, term(Kind.SKILL, text))))
                .toList();
    }

    private Optional<Item> language(Resume.Language language) {
        return said(language.name(), SpokenLanguage.MAX_LENGTH)
                .map(text -> new SpokenLanguage(term(Kind.LANGUAGE, text), fluency(language.proficiency())));
    }

    private static Optional<Item> certificate(Resume.Certificate certificate) {
        return said(certificate.name(), Certificate.MAX_NAME_LENGTH)
                .map(text -> new Certificate(
                        text,
                        Texts.cut(certificate.authority(), Certificate.MAX_ISSUER_LENGTH),
                        "",
                        certificate.url().isEmpty() ? Optional.empty() : WebAddress.parse(certificate.url()),
                        period(
                                certificate.from().orElse(null),
                                certificate.until().orElse(null))));
    }

    private static Optional<Item> link(Resume.Link link) {
        return WebAddress.parse(link.url()).map(url -> new Link(url, Texts.cut(link.label(), Link.MAX_LABEL_LENGTH)));
    }

    /// Where a person lives or works.
    Term area(String text) {
        return term(Kind.CITY, Texts.cut(text, Words.MAX_AREA_LENGTH));
    }

    private Term term(Kind kind, String text) {
        return text.isEmpty() ? Term.NONE : new Term(text, vocabulary.idOf(kind, text, ""));
    }

    private static Optional<String> said(String text, int maxLength) {
        return Optional.of(Texts.cut(text.strip(), maxLength)).filter(Predicate.not(String::isBlank));
    }

    private static String joined(String one, String other) {
        return one.isEmpty() || other.isEmpty() ? one + other : one + ", " + other;
    }

    /// What ends before it begins has lost its end.
    private static Period period(@Nullable PartialDate from, @Nullable PartialDate until) {
        Optional<MonthOrYear> begin = Optional.ofNullable(from).flatMap(ResumeItems::month);
        Optional<MonthOrYear> end = Optional.ofNullable(until).flatMap(ResumeItems::month);
        return new Period(
                begin,
                end.filter(last -> begin.map(first -> first.mayPrecede(last)).orElse(true)));
    }

    private static Optional<MonthOrYear> month(PartialDate date) {
        return MonthOrYear.of(date.year(), date.month().orElse(0));
    }

    /// LinkedIn has five fixed phrases; a JSON Resume says what it likes.
    private static Fluency fluency(String proficiency) {
        String words = proficiency.toLowerCase(Locale.ROOT);
        if (words.contains("native") || words.contains("bilingual") || words.contains("mother")) {
            return Fluency.NATIVE;
        }
        if (words.contains("full") || words.contains("fluent")) {
            return Fluency.FULL;
        }
        if (words.contains("limited") || words.contains("intermediate")) {
            return Fluency.LIMITED;
        }
        if (words.contains("professional") || words.contains("advanced")) {
            return Fluency.WORKING;
        }
        return words.contains("elementary") || words.contains("beginner") || words.contains("basic")
                ? Fluency.ELEMENTARY
                : Fluency.NOT_SAID;
    }
}
