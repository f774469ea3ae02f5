package org.wellmet.archive;

import org.springframework.stereotype.Component;
import org.wellmet.update.FirstStep;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Text;

/// The step that saves a newcomer from typing what they have typed elsewhere.
@Component
final class BringArchive implements FirstStep {
    private final Contacts contacts;

    BringArchive(Contacts contacts) {
        this.contacts = contacts;
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public Text title() {
        return Text.of("Bring your archive");
    }

    @Override
    public Text explanation() {
        return Text.of(
                "LinkedIn gives you your own data as a file. It fills your profile with what you tick, and shows you"
                        + " who of your contacts is here. Nobody is invited by it.");
    }

    @Override
    public Text action() {
        return Text.of("Choose the file");
    }

    @Override
    public String address() {
        return "/archive";
    }

    @Override
    public boolean isDone(Viewer viewer) {
        return contacts.summary(viewer).isPresent();
    }
}
