package org.wellmet.relevance;

import java.util.stream.Stream;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.wellmet.profile.LanguageName;
import org.wellmet.profile.Profile;
import org.wellmet.profile.Section;
import org.wellmet.profile.Skill;
import org.wellmet.profile.Term;
import org.wellmet.web.Text;

/// The kinds of traits that stand in profiles as terms or as stays; area and goals are classes of their own.
@Configuration(proxyBeanMethods = false)
class ProfileKinds {
    private static final double OF_SKILLS = 1;
    private static final double OF_ORGANISATIONS = 1.5;
    private static final double OF_SCHOOLS = 1.2;

    @Bean
    TraitSource skills() {
        return new TermTraits(
                "skill",
                Text.of("Skills in common"),
                OF_SKILLS,
                Section.SKILLS,
                profile -> terms(profile, Skill.Kind.SKILL),
                match -> match.isRare()
                        ? Text.of(
                                "Few here know it, you both do: {0}",
                                match.theirs().label())
                        : Text.of("Both know {0}", match.theirs().label()));
    }

    @Bean
    TraitSource topics() {
        return new TermTraits(
                "topic",
                Text.of("Topics in common"),
                OF_SKILLS,
                Section.SKILLS,
                profile -> terms(profile, Skill.Kind.TOPIC),
                match -> match.isRare()
                        ? Text.of(
                                "Few here care about it, you both do: {0}",
                                match.theirs().label())
                        : Text.of("Both care about {0}", match.theirs().label()));
    }

    @Bean
    TraitSource languages() {
        return new TermTraits(
                "language",
                Text.of("Languages in common"),
                FixedWeights.USUAL,
                Section.LANGUAGES,
                profile -> profile.languages().stream().map(kept -> kept.item().name()),
                match -> Text.of(
                        "Both speak {0}", new LanguageName(match.theirs().label())));
    }

    private static Stream<Term> terms(Profile profile, Skill.Kind kind) {
        return profile.skills(kind).stream().map(kept -> kept.item().name());
    }

    @Bean
    TraitSource organisations() {
        return new StayTraits(
                "organisation",
                Text.of("Organisations in common"),
                OF_ORGANISATIONS,
                Section.POSITIONS,
                profile -> profile.positions().stream()
                        .map(kept -> kept.item())
                        .filter(position -> !position.organisation().isBlank())
                        .map(position -> ProfileTraits.during(
                                ProfileTraits.key(position.organisation()),
                                position.organisation(),
                                position.period())),
                new Worked());
    }

    @Bean
    TraitSource schools() {
        return new StayTraits(
                "school",
                Text.of("Schools in common"),
                OF_SCHOOLS,
                Section.EDUCATION,
                profile -> profile.education().stream()
                        .map(kept -> kept.item())
                        .map(item -> ProfileTraits.during(
                                ProfileTraits.key(item.school()), item.school().text(), item.period())),
                new Studied());
    }

    private record Worked() implements StayTraits.Reasons {
        @Override
        public Text sometime(String name) {
            return Text.of("Both worked at {0}", name);
        }

        @Override
        public Text inYear(String name, String year) {
            return Text.of("Both worked at {0} in {1}", name, year);
        }

        @Override
        public Text inYears(String name, String first, String last) {
            return Text.of("Both worked at {0}, {1} to {2}", name, first, last);
        }
    }

    private record Studied() implements StayTraits.Reasons {
        @Override
        public Text sometime(String name) {
            return Text.of("Both studied at {0}", name);
        }

        @Override
        public Text inYear(String name, String year) {
            return Text.of("Both studied at {0} in {1}", name, year);
        }

        @Override
        public Text inYears(String name, String first, String last) {
            return Text.of("Both studied at {0}, {1} to {2}", name, first, last);
        }
    }
}
