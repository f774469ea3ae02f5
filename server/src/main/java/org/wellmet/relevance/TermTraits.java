package org.wellmet.relevance;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.wellmet.member.MemberId;
import org.wellmet.profile.Profile;
import org.wellmet.profile.Section;
import org.wellmet.profile.Term;
import org.wellmet.web.Text;

/// Terms in common, such as skills: the rarer the more.
///
/// @param terms what a profile says
/// @param reasons why the match of two terms is a reason
record TermTraits(
        String name,
        Text label,
        double usualWeight,
        Section section,
        Function<Profile, Stream<Term>> terms,
        Function<Match, Text> reasons)
        implements TraitSource {
    @Override
    public Map<MemberId, Said> of(Map<MemberId, Profile> profiles) {
        return ProfileTraits.read(
                profiles,
                section,
                profile -> terms.apply(profile)
                        .map(term -> Trait.of(ProfileTraits.key(term), term.text()))
                        .toList());
    }

    @Override
    public boolean isByRarity() {
        return true;
    }

    @Override
    public Text reason(Match match) {
        return reasons.apply(match);
    }
}
