package org.wellmet.update;

import java.util.List;
import java.util.Optional;

/// A page of updates, newest first.
///
/// @param older what to ask for to get the next page; empty at the end
public record UpdateList(List<ShownUpdate> updates, Optional<String> older) {
    public UpdateList {
        updates = List.copyOf(updates);
    }
}
