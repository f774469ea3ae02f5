package org.wellmet.suggestion;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Audience;

/// Suggestions tell nothing of a list that is hidden.
class SuggestionCanaryTest extends SuggestionTest {
    /// The canary: whatever an observer reads of suggestions is the same bytes with the hidden ties and without them.
    @ParameterizedTest
    @EnumSource(names = {"ME", "CONNECTIONS"})
    void aHiddenListCannotBeReconstructed(Audience audience) {
        MemberId shy = aMember("Shy Canary");
        MemberId open = aMember("Open Friend");
        MemberId far = aMember("Far Friend");
        connected(me, open);
        connected(open, far);
        if (audience == Audience.ME) {
            connected(me, shy); // also from those who are connected to the one who hides
        }
        connections.showList(shy, audience);
        String without = everythingThatIsSaid(me, far, other);
        connected(shy, far);
        connected(shy, other);
        connected(shy, between);
        assertThat(everythingThatIsSaid(me, far, other)).isEqualTo(without);
        connections.showList(shy, Audience.MEMBERS);
        assertThat(everythingThatIsSaid(me, far, other))
                .as("the control: shown, it does count")
                .isNotEqualTo(without);
    }

    private String everythingThatIsSaid(MemberId viewer, MemberId... about) {
        StringBuilder said = new StringBuilder();
        for (Lens lens : Lens.values()) {
            said.append(
                    visitor(viewer).get("/api/suggestions?lens=" + lens.code()).body());
            said.append(withoutToken(visitor(viewer).get("/suggestions?lens=" + lens.code())));
            for (MemberId member : about) {
                said.append(withoutToken(
                        visitor(viewer).get("/suggestions/formula?lens=" + lens.code() + "&member=" + handle(member))));
            }
        }
        said.append(visitor(viewer)
                .with("HX-Request", "true")
                .get("/suggestions/card")
                .body());
        return said.toString();
    }
}
