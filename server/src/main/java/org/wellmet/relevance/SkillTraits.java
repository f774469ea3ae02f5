package org.wellmet.relevance;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.wellmet.member.MemberId;
import org.wellmet.profile.Profile;
import org.wellmet.profile.Section;
import org.wellmet.profile.Skill;
import org.wellmet.web.Text;

/// Skills in common, the rarer the more.
@Component
final class SkillTraits implements TraitSource {
    @Override
    public String name() {
        return "skill";
    }

    @Override
    public Text label() {
        return Text.of("Skills in common");
    }

    @Override
    public Map<MemberId, Said> of(Map<MemberId, Profile> profiles) {
        return ProfileTraits.read(
                profiles,
                Section.SKILLS,
                profile -> profile.skills(Skill.Kind.SKILL).stream()
                        .map(kept -> kept.item().name())
                        .map(term -> Trait.of(ProfileTraits.key(term), term.text()))
                        .toList());
    }

    @Override
    public Text reason(Match match) {
        String name = match.theirs().label();
        return match.isRare() ? Text.of("Few here know it, you both do: {0}", name) : Text.of("Both know {0}", name);
    }
}
