package org.wellmet.profile;

import java.util.ArrayList;
import java.util.List;
import org.wellmet.web.Text;

/// Something that a profile does not say yet, and what saying it would be good for. No percent, no score: a profile is
/// finished when its owner says so.
public record Hint(Text what, Text goodFor, String address) {
    private static final int MOST = 4;
    private static final int SKILLS_THAT_SAY_SOMETHING = 3;

    /// The first few that are missing, what helps most first.
    public static List<Hint> of(Profile profile) {
        List<Hint> hints = new ArrayList<>();
        addIf(
                hints,
                profile.member().headline().isEmpty(),
                Text.of("A headline"),
                Text.of("It stands beside your name wherever you are listed."),
                "/profile/edit/person");
        addIf(
                hints,
                profile.positions().isEmpty(),
                Text.of("A position"),
                Text.of("Colleagues of the same time find you, and how you know each other can be checked."),
                "/profile/edit/positions");
        addIf(
                hints,
                profile.words().looksFor().isEmpty() && profile.words().offers().isEmpty(),
                Text.of("What you look for and what you offer"),
                Text.of("Suggestions begin with them."),
                "/profile/edit/goals");
        addIf(
                hints,
                profile.skills(Skill.Kind.SKILL).size() < SKILLS_THAT_SAY_SOMETHING,
                Text.of("Three skills"),
                Text.of("A rare skill that two people share is the best reason to meet."),
                "/profile/edit/skills");
        addIf(
                hints,
                profile.words().area().isEmpty(),
                Text.of("Your area"),
                Text.of("Members near you find you, and you them."),
                "/profile/edit/person");
        addIf(
                hints,
                profile.education().isEmpty(),
                Text.of("A school"),
                Text.of("People who studied there with you find you."),
                "/profile/edit/education");
        addIf(
                hints,
                profile.member().pictureId().isEmpty(),
                Text.of("A picture"),
                Text.of("People recognise you from an office or an event."),
                "/profile/edit/picture");
        addIf(
                hints,
                profile.words().about().isEmpty(),
                Text.of("A few words about yourself"),
                Text.of("They say what a list of positions cannot."),
                "/profile/edit/about");
        return hints.stream().limit(MOST).toList();
    }

    private static void addIf(List<Hint> hints, boolean isMissing, Text what, Text goodFor, String address) {
        if (isMissing) {
            hints.add(new Hint(what, goodFor, address));
        }
    }
}
