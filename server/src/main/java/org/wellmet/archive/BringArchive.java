package org.wellmet.archive;

import org.springframework.stereotype.Component;
import org.wellmet.update.FirstStep;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Text;

/// The step that fills a profile and shows whom one knows here, before anybody else has done anything.
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
        return Text.of("Bring your LinkedIn archive");
    }

    @Override
    public Text explanation() {
        return Text.of("See who is here already and what your network looks like. You choose what joins your profile;"
                + " your connections become contacts that only you see.");
    }

    @Override
    public Text action() {
        return Text.of("Bring the archive");
    }

    @Override
    public String address() {
        return ArchivePages.HOME;
    }

    @Override
    public boolean isDone(Viewer viewer) {
        return contacts.summary(viewer).isPresent();
    }
}
