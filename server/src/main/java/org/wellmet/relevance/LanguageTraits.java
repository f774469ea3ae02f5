package org.wellmet.relevance;

import java.util.Map;
import org.springframework.stereotype.Component;
import org.wellmet.member.MemberId;
import org.wellmet.profile.Profile;
import org.wellmet.profile.Section;
import org.wellmet.web.Text;

/// Languages that both speak, the rarer here the more.
@Component
final class LanguageTraits implements TraitSource {
    @Override
    public String name() {
        return "language";
    }

    @Override
    public Text label() {
        return Text.of("Languages in common");
    }

    @Override
    public Map<MemberId, Said> of(Map<MemberId, Profile> profiles) {
        return ProfileTraits.read(
                profiles,
                Section.LANGUAGES,
                profile -> profile.languages().stream()
                        .map(kept -> kept.item().name())
                        .map(term -> Trait.of(ProfileTraits.key(term), term.text()))
                        .toList());
    }

    @Override
    public Text reason(Match match) {
        return Text.of("Both speak {0}", match.theirs().label());
    }
}
