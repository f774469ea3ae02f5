package org.wellmet.relevance;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.wellmet.member.MemberId;
import org.wellmet.profile.Profile;
import org.wellmet.profile.Section;
import org.wellmet.web.Text;

/// Schools at which both studied: the longer at the same time and the smaller, the more.
@Component
final class SchoolTraits implements TraitSource {
    @Override
    public String name() {
        return "school";
    }

    @Override
    public Text label() {
        return Text.of("Schools in common");
    }

    @Override
    public double usualWeight() {
        return 0.4;
    }

    @Override
    public Map<MemberId, Said> of(Map<MemberId, Profile> profiles) {
        return ProfileTraits.read(
                profiles,
                Section.EDUCATION,
                profile -> profile.education().stream()
                        .map(kept -> kept.item())
                        .map(item -> ProfileTraits.during(
                                ProfileTraits.key(item.school()), item.school().text(), item.period()))
                        .toList());
    }

    @Override
    public double strength(Match match) {
        return ProfileTraits.together(match);
    }

    @Override
    public Text reason(Match match) {
        String name = match.theirs().label();
        if (match.monthsTogether() == 0) {
            return Text.of("Both studied at {0}", name);
        }
        String first = ProfileTraits.year(match.firstMonth());
        String last = ProfileTraits.year(match.lastMonth());
        return first.equals(last)
                ? Text.of("Both studied at {0} in {1}", name, first)
                : Text.of("Both studied at {0}, {1} to {2}", name, first, last);
    }
}
