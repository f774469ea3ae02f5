package org.wellmet.profile;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.wellmet.member.Member;
import org.wellmet.visibility.Audience;
import org.wellmet.visibility.Standing;

/// A profile: whole, as its owner and projections read it, or narrowed to what somebody may see.
///
/// Immutable.
///
/// @param items in the order in which they were added
/// @param audiences where the owner chose otherwise than [Section#usualAudience]; empty in a narrowed profile
/// @param isIndexed whether search engines may list the public page
public record Profile(
        Member member, Words words, List<Kept<?>> items, Map<Section, Audience> audiences, boolean isIndexed) {
    private static final Comparator<Period> LATEST_FIRST = Comparator.comparingInt(
                    (Period period) -> period.isGoingOn() ? Integer.MAX_VALUE : end(period))
            .thenComparingInt(Profile::begin)
            .reversed();

    /// Copies the lists.
    public Profile {
        items = List.copyOf(items);
        audiences = Map.copyOf(audiences);
    }

    /// Who may see the section.
    public Audience audience(Section section) {
        return audiences.getOrDefault(section, section.usualAudience());
    }

    /// The same profile without what somebody who stands so to its owner may not see. What is hidden is empty, so that
    /// nobody can tell it from what was never said.
    public Profile seenBy(Standing standing) {
        if (standing == Standing.SELF) {
            return this;
        }
        Predicate<Section> isSeen = section -> audience(section).admits(standing);
        Words seen = Words.NONE;
        if (isSeen.test(Section.PERSON)) {
            seen = seen.withPerson(words.pronouns(), words.area());
        }
        if (isSeen.test(Section.ABOUT)) {
            seen = seen.withAbout(words.about());
        }
        if (isSeen.test(Section.GOALS)) {
            seen = seen.withGoals(words.looksFor(), words.offers());
        }
        List<Kept<?>> seenItems = items.stream()
                .filter(kept -> isSeen.test(kept.item().section()))
                .toList();
        return new Profile(member, seen, seenItems, Map.of(), isIndexed);
    }

    /// The positions, the latest first.
    public List<Kept<Position>> positions() {
        return items(Position.class).stream()
                .sorted(Comparator.comparing(kept -> kept.item().period(), LATEST_FIRST))
                .toList();
    }

    /// The education, the latest first.
    public List<Kept<Education>> education() {
        return items(Education.class).stream()
                .sorted(Comparator.comparing(kept -> kept.item().period(), LATEST_FIRST))
                .toList();
    }

    /// The skills, or the topics, in the order in which they were added.
    public List<Kept<Skill>> skills(Skill.Kind kind) {
        return items(Skill.class).stream()
                .filter(kept -> kept.item().kind() == kind)
                .toList();
    }

    /// The languages, the most fluent first.
    public List<Kept<SpokenLanguage>> languages() {
        return items(SpokenLanguage.class).stream()
                .sorted(Comparator.comparing(
                        (Kept<SpokenLanguage> kept) -> kept.item().fluency(), Comparator.reverseOrder()))
                .toList();
    }

    /// The certificates, the latest first.
    public List<Kept<Certificate>> certificates() {
        return items(Certificate.class).stream()
                .sorted(Comparator.comparingInt(
                                (Kept<Certificate> kept) -> begin(kept.item().period()))
                        .reversed())
                .toList();
    }

    /// The links, in the order in which they were added.
    public List<Kept<Link>> links() {
        return items(Link.class);
    }

    /// How many items the section has.
    public int count(Section section) {
        return (int)
                items.stream().filter(kept -> kept.item().section() == section).count();
    }

    /// Whether the section says nothing.
    public boolean isSilent(Section section) {
        return switch (section) {
            case PERSON -> words.pronouns().isEmpty() && words.area().isEmpty();
            case ABOUT -> words.about().isEmpty();
            case GOALS -> words.looksFor().isEmpty() && words.offers().isEmpty();
            case POSITIONS, EDUCATION, SKILLS, LANGUAGES, CERTIFICATES, LINKS -> count(section) == 0;
            case EMAIL -> false;
        };
    }

    /// The item of that id among those of one section; ids of different kinds may coincide.
    public Optional<Kept<?>> find(Section section, long id) {
        return items.stream()
                .filter(kept -> kept.id() == id && kept.item().section() == section)
                .findFirst();
    }

    private <T extends Item> List<Kept<T>> items(Class<T> type) {
        return items.stream()
                .filter(kept -> type.isInstance(kept.item()))
                .map(kept -> new Kept<T>(kept.id(), type.cast(kept.item())))
                .toList();
    }

    private static int begin(Period period) {
        return period.from().map(MonthOrYear::earliest).orElse(0);
    }

    private static int end(Period period) {
        return period.to().map(MonthOrYear::latest).orElse(0);
    }
}
