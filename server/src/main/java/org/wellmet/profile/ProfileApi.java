package org.wellmet.profile;

import java.util.List;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import org.wellmet.member.Handle;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.NotHere;
import org.wellmet.web.OpenTo;

/// A profile as JSON. What the viewer may not see is empty, as if it had never been said.
@RestController
@OpenTo(OpenTo.Who.ANYONE)
final class ProfileApi {
    private final Profiles profiles;

    ProfileApi(Profiles profiles) {
        this.profiles = profiles;
    }

    /// A text and, where known, what it means in the vocabulary.
    record TermAnswer(String text, Optional<String> id) {
        static TermAnswer of(Term term) {
            return new TermAnswer(term.text(), term.id());
        }
    }

    /// A profile on the wire.
    record Answer(
            long id,
            String handle,
            String name,
            String headline,
            String pronouns,
            TermAnswer area,
            String about,
            String looksFor,
            String offers,
            List<PositionAnswer> positions,
            List<EducationAnswer> education,
            List<TermAnswer> skills,
            List<TermAnswer> topics,
            List<LanguageAnswer> languages,
            List<CertificateAnswer> certificates,
            List<LinkAnswer> links) {
        static Answer of(Profile profile) {
            Words words = profile.words();
            return new Answer(
                    profile.member().id().value(),
                    profile.member().handle(),
                    profile.member().name(),
                    profile.member().headline(),
                    words.pronouns(),
                    TermAnswer.of(words.area()),
                    words.about(),
                    words.looksFor(),
                    words.offers(),
                    profile.positions().stream()
                            .map(kept -> PositionAnswer.of(kept.item()))
                            .toList(),
                    profile.education().stream()
                            .map(kept -> EducationAnswer.of(kept.item()))
                            .toList(),
                    names(profile, Skill.Kind.SKILL),
                    names(profile, Skill.Kind.TOPIC),
                    profile.languages().stream()
                            .map(kept -> LanguageAnswer.of(kept.item()))
                            .toList(),
                    profile.certificates().stream()
                            .map(kept -> CertificateAnswer.of(kept.item()))
                            .toList(),
                    profile.links().stream()
                            .map(kept -> LinkAnswer.of(kept.item()))
                            .toList());
        }

        private static List<TermAnswer> names(Profile profile, Skill.Kind kind) {
            return profile.skills(kind).stream()
                    .map(kept -> TermAnswer.of(kept.item().name()))
                    .toList();
        }
    }

    /// A position on the wire; `from` and `to` as `2020-01` or `2020`.
    record PositionAnswer(
            TermAnswer title,
            String organisation,
            TermAnswer area,
            Optional<String> from,
            Optional<String> to,
            String description) {
        static PositionAnswer of(Position position) {
            return new PositionAnswer(
                    TermAnswer.of(position.title()),
                    position.organisation(),
                    TermAnswer.of(position.area()),
                    position.period().from().map(MonthOrYear::iso),
                    position.period().to().map(MonthOrYear::iso),
                    position.description());
        }
    }

    /// An education on the wire.
    record EducationAnswer(
            TermAnswer school, String degree, Optional<String> from, Optional<String> to, String description) {
        static EducationAnswer of(Education education) {
            return new EducationAnswer(
                    TermAnswer.of(education.school()),
                    education.degree(),
                    education.period().from().map(MonthOrYear::iso),
                    education.period().to().map(MonthOrYear::iso),
                    education.description());
        }
    }

    /// A language on the wire.
    record LanguageAnswer(TermAnswer name, String fluency) {
        static LanguageAnswer of(SpokenLanguage language) {
            return new LanguageAnswer(
                    TermAnswer.of(language.name()), language.fluency().word());
        }
    }

    /// A certificate on the wire.
    record CertificateAnswer(
            String name,
            String issuer,
            String number,
            Optional<String> url,
            Optional<String> issued,
            Optional<String> expires) {
        static CertificateAnswer of(Certificate certificate) {
            return new CertificateAnswer(
                    certificate.name(),
                    certificate.issuer(),
                    certificate.number(),
                    certificate.url().map(WebAddress::value),
                    certificate.period().from().map(MonthOrYear::iso),
                    certificate.period().to().map(MonthOrYear::iso));
        }
    }

    /// A link on the wire.
    record LinkAnswer(String url, String label) {
        static LinkAnswer of(Link link) {
            return new LinkAnswer(link.url().value(), link.label());
        }
    }

    @GetMapping("/api/members/{handle}")
    ResponseEntity<Answer> profile(@PathVariable String handle, Viewer viewer) {
        Profile profile = Handle.parse(handle)
                .flatMap(parsed -> profiles.see(viewer, parsed))
                .orElseThrow(NotHere::new);
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .header("X-Robots-Tag", "noindex")
                .body(Answer.of(profile));
    }
}
