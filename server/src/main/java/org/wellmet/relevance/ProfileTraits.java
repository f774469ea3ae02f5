package org.wellmet.relevance;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.wellmet.member.MemberId;
import org.wellmet.profile.MonthOrYear;
import org.wellmet.profile.Period;
import org.wellmet.profile.Profile;
import org.wellmet.profile.Section;
import org.wellmet.profile.Term;
import org.wellmet.vocabulary.Folding;

/// What kinds of traits that are said in profiles have in common.
final class ProfileTraits {
    private static final int MONTHS = 12;
    /// So much of the strength remains to those who were at a place at different times.
    private static final double APART = 0.3;
    /// After so many months together most of the strength is reached.
    private static final double LONG = 24;

    private ProfileTraits() {}

    static Map<MemberId, TraitSource.Said> read(
            Map<MemberId, Profile> profiles, Section section, Function<Profile, List<Trait>> traits) {
        Map<MemberId, TraitSource.Said> said = new HashMap<>();
        profiles.forEach((member, profile) ->
                said.put(member, new TraitSource.Said(profile.audience(section), traits.apply(profile))));
        return said;
    }

    static String key(Term term) {
        return term.id().orElseGet(() -> key(term.text()));
    }

    static String key(String text) {
        String folded = Folding.fold(text);
        return folded.isEmpty() ? text : folded;
    }

    /// A trait that lasted for a period.
    static Trait during(String key, String label, Period period) {
        return period.from()
                .map(from -> new Trait(
                        key,
                        label,
                        first(from),
                        period.to().map(ProfileTraits::last).orElse(Trait.GOING_ON)))
                .orElseGet(() -> Trait.of(key, label));
    }

    private static int first(MonthOrYear at) {
        return at.year() * MONTHS + Math.max(at.month(), 1);
    }

    private static int last(MonthOrYear at) {
        return at.year() * MONTHS + (at.month() == 0 ? MONTHS : at.month());
    }

    /// The year of a month counted from year 0.
    static String year(int month) {
        return Integer.toString((month - 1) / MONTHS);
    }

    /// Rarity, which is the smallness of the place, and more of it the longer the two were there together:
    /// `rarity (0.3 + 0.7 (1 - e^(-months / 24)))`.
    static double together(Match match) {
        return match.rarity() * (APART + (1 - APART) * -Math.expm1(-match.monthsTogether() / LONG));
    }
}
