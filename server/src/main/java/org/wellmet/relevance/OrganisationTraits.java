package org.wellmet.relevance;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.wellmet.member.MemberId;
import org.wellmet.profile.Profile;
import org.wellmet.profile.Section;
import org.wellmet.web.Text;

/// Organisations at which both worked: the longer at the same time and the smaller, the more.
@Component
final class OrganisationTraits implements TraitSource {
    @Override
    public String name() {
        return "organisation";
    }

    @Override
    public Text label() {
        return Text.of("Organisations in common");
    }

    @Override
    public double usualWeight() {
        return 0.5;
    }

    @Override
    public Map<MemberId, Said> of(Map<MemberId, Profile> profiles) {
        return ProfileTraits.read(
                profiles,
                Section.POSITIONS,
                profile -> profile.positions().stream()
                        .map(kept -> kept.item())
                        .filter(position -> !position.organisation().isBlank())
                        .map(position -> ProfileTraits.during(
                                ProfileTraits.key(position.organisation()), position.organisation(), position.period()))
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
            return Text.of("Both worked at {0}", name);
        }
        String first = ProfileTraits.year(match.firstMonth());
        String last = ProfileTraits.year(match.lastMonth());
        return first.equals(last)
                ? Text.of("Both worked at {0} in {1}", name, first)
                : Text.of("Both worked at {0}, {1} to {2}", name, first, last);
    }
}
