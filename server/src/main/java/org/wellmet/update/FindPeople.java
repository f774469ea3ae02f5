package org.wellmet.update;

import org.springframework.stereotype.Component;
import org.wellmet.connection.Connections;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Text;

/// The step without which a feed stays empty.
@Component
final class FindPeople implements FirstStep {
    private final Connections connections;

    FindPeople(Connections connections) {
        this.connections = connections;
    }

    @Override
    public int order() {
        return 90;
    }

    @Override
    public Text title() {
        return Text.of("Find people you know");
    }

    @Override
    public Text explanation() {
        return Text.of("Search by name, organisation, school or city, and invite those you know. What they share then"
                + " appears here.");
    }

    @Override
    public Text action() {
        return Text.of("Search for people");
    }

    @Override
    public String address() {
        return "/search";
    }

    @Override
    public boolean isDone(Viewer viewer) {
        return !connections.list(viewer.id(), "", "").isEmpty();
    }
}
