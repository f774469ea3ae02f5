package org.wellmet.archive;

import java.util.Optional;
import java.util.OptionalInt;
import org.wellmet.profile.Certificate;
import org.wellmet.profile.Education;
import org.wellmet.profile.Kept;
import org.wellmet.profile.MonthOrYear;
import org.wellmet.profile.Position;
import org.wellmet.profile.Profile;
import org.wellmet.profile.Skill;
import org.wellmet.profile.SpokenLanguage;
import org.wellmet.profile.SpokenLanguage.Fluency;

/// Makes a [Resume] of a profile, to be taken out. Goals and pronouns have no place in one.
final class ProfileResume {
    private ProfileResume() {}

    static Resume of(Profile profile) {
        return new Resume(
                new Resume.Person(
                        profile.member().name(),
                        profile.member().headline(),
                        profile.words().about(),
                        profile.words().area().text(),
                        Optional.empty(),
                        profile.links().stream()
                                .map(Kept::item)
                                .map(link ->
                                        new Resume.Link(link.label(), link.url().value()))
                                .toList()),
                profile.positions().stream()
                        .map(Kept::item)
                        .map(ProfileResume::position)
                        .toList(),
                profile.education().stream()
                        .map(Kept::item)
                        .map(ProfileResume::education)
                        .toList(),
                profile.skills(Skill.Kind.SKILL).stream()
                        .map(kept -> kept.item().name().text())
                        .toList(),
                profile.skills(Skill.Kind.TOPIC).stream()
                        .map(kept -> kept.item().name().text())
                        .toList(),
                profile.languages().stream()
                        .map(Kept::item)
                        .map(ProfileResume::language)
                        .toList(),
                profile.certificates().stream()
                        .map(Kept::item)
                        .map(ProfileResume::certificate)
                        .toList());
    }

    private static Resume.Position position(Position position) {
        return new Resume.Position(
                position.organisation(),
                position.title().text(),
                position.description(),
                position.area().text(),
                position.period().from().map(ProfileResume::date),
                position.period().to().map(ProfileResume::date));
    }

    private static Resume.Education education(Education education) {
        return new Resume.Education(
                education.school().text(),
                education.degree(),
                "",
                education.description(),
                education.period().from().map(ProfileResume::date),
                education.period().to().map(ProfileResume::date));
    }

    private static Resume.Language language(SpokenLanguage language) {
        return new Resume.Language(language.name().text(), words(language.fluency()));
    }

    private static Resume.Certificate certificate(Certificate certificate) {
        return new Resume.Certificate(
                certificate.name(),
                certificate.issuer(),
                certificate.url().map(url -> url.value()).orElse(""),
                certificate.period().from().map(ProfileResume::date),
                certificate.period().to().map(ProfileResume::date));
    }

    private static PartialDate date(MonthOrYear when) {
        return new PartialDate(
                when.year(),
                when.month() == 0 ? OptionalInt.empty() : OptionalInt.of(when.month()),
                OptionalInt.empty());
    }

    /// LinkedIn's phrases: other programs know them, and so does [ResumeItems].
    private static String words(Fluency fluency) {
        return switch (fluency) {
            case NOT_SAID -> "";
            case ELEMENTARY -> "Elementary proficiency";
            case LIMITED -> "Limited working proficiency";
            case WORKING -> "Professional working proficiency";
            case FULL -> "Full professional proficiency";
            case NATIVE -> "Native or bilingual proficiency";
        };
    }
}
