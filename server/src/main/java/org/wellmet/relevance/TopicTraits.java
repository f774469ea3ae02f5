package org.wellmet.relevance;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.wellmet.member.MemberId;
import org.wellmet.profile.Profile;
import org.wellmet.profile.Section;
import org.wellmet.profile.Skill;
import org.wellmet.web.Text;

/// Topics in common, the rarer the more.
@Component
final class TopicTraits implements TraitSource {
    @Override
    public String name() {
        return "topic";
    }

    @Override
    public Text label() {
        return Text.of("Topics in common");
    }

    @Override
    public Map<MemberId, Said> of(Map<MemberId, Profile> profiles) {
        return ProfileTraits.read(
                profiles,
                Section.SKILLS,
                profile -> profile.skills(Skill.Kind.TOPIC).stream()
                        .map(kept -> kept.item().name())
                        .map(term -> Trait.of(ProfileTraits.key(term), term.text()))
                        .toList());
    }

    @Override
    public Text reason(Match match) {
        String name = match.theirs().label();
        return match.isRare()
                ? Text.of("Few here care about it, you both do: {0}", name)
                : Text.of("Both care about {0}", name);
    }
}
