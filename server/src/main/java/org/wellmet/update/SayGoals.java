package org.wellmet.update;

import org.springframework.stereotype.Component;
import org.wellmet.profile.Profiles;
import org.wellmet.profile.Words;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Text;

/// The step that tells others why to meet.
@Component
final class SayGoals implements FirstStep {
    private final Profiles profiles;

    SayGoals(Profiles profiles) {
        this.profiles = profiles;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Text title() {
        return Text.of("Say what you look for and what you offer");
    }

    @Override
    public Text explanation() {
        return Text.of("One line each. Who can help, or needs what you know, finds you by them.");
    }

    @Override
    public Text action() {
        return Text.of("Write both lines");
    }

    @Override
    public String address() {
        return "/profile/edit/goals";
    }

    @Override
    public boolean isDone(Viewer viewer) {
        Words words = profiles.own(viewer.id()).words();
        return !words.looksFor().isEmpty() || !words.offers().isEmpty();
    }
}
