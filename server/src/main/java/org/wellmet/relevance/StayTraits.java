package org.wellmet.relevance;

import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.wellmet.member.MemberId;
import org.wellmet.profile.Profile;
import org.wellmet.profile.Section;
import org.wellmet.web.Text;

/// Places at which both spent time, such as organisations: the longer at the same time and the smaller, the more.
///
/// @param stays what a profile says, with its time
record StayTraits(
        String name,
        Text label,
        double usualWeight,
        Section section,
        Function<Profile, Stream<Trait>> stays,
        Reasons reasons)
        implements TraitSource {
    /// How to say where and when the two were together.
    interface Reasons {
        Text sometime(String name);

        Text inYear(String name, String year);

        Text inYears(String name, String first, String last);
    }

    @Override
    public Map<MemberId, Said> of(Map<MemberId, Profile> profiles) {
        return ProfileTraits.read(
                profiles, section, profile -> stays.apply(profile).toList());
    }

    @Override
    public double strength(Match match) {
        return ProfileTraits.together(match);
    }

    @Override
    public Text reason(Match match) {
        String name = match.theirs().label();
        if (match.monthsTogether() == 0) {
            return reasons.sometime(name);
        }
        String first = ProfileTraits.year(match.firstMonth());
        String last = ProfileTraits.year(match.lastMonth());
        return first.equals(last) ? reasons.inYear(name, first) : reasons.inYears(name, first, last);
    }
}
