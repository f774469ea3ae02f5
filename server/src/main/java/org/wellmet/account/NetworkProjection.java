package org.wellmet.account;

import java.util.List;
import org.springframework.stereotype.Component;
import org.wellmet.changelog.Change;
import org.wellmet.changelog.Projection;

/// Keeps [NetworkSettings] in step with the other nodes. Confined to the tail's thread.
@Component
final class NetworkProjection implements Projection {
    private final NetworkSettings settings;

    NetworkProjection(NetworkSettings settings) {
        this.settings = settings;
    }

    @Override
    public String name() {
        return "network settings";
    }

    @Override
    public void rebuild() {
        settings.readAgain();
    }

    @Override
    public void apply(List<Change> changes) {
        if (changes.stream().anyMatch(change -> change.kind().equals(NetworkSettings.CHANGED))) {
            settings.readAgain();
        }
    }
}
