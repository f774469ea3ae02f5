package org.wellmet.connection;

import java.util.List;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.NotHere;
import org.wellmet.web.OpenTo;

/// Blocks as JSON: what [BlockPages] shows and does.
@RestController
@OpenTo(OpenTo.Who.MEMBERS)
@RequestMapping("/api/blocks")
final class BlockApi {
    private final Ties ties;
    private final Blocked blocked;

    BlockApi(Ties ties, Blocked blocked) {
        this.ties = ties;
        this.blocked = blocked;
    }

    /// Somebody blocked.
    record BlockedWire(String handle, String name) {}

    /// Whom the viewer blocked, the latest first; `isCut` where there may be more than are listed.
    record ListWire(List<BlockedWire> blocked, boolean isCut) {}

    @GetMapping
    ListWire list(Viewer viewer) {
        Blocked.Listed listed = blocked.by(viewer);
        return new ListWire(
                listed.members().stream()
                        .map(member -> new BlockedWire(member.handle(), member.name()))
                        .toList(),
                listed.isCut());
    }

    /// Blocks; blocking again changes nothing and is no error.
    @PostMapping("/{handle}")
    ResponseEntity<Void> block(Viewer viewer, @PathVariable String handle) {
        return switch (ties.block(viewer.id(), blocked.named(handle).id())) {
            case BlockOutcome.Blocked _, BlockOutcome.AlreadyBlocked _ ->
                ResponseEntity.noContent().build();
            case BlockOutcome.Absent _ -> throw new NotHere();
        };
    }

    @DeleteMapping("/{handle}")
    ResponseEntity<Void> lift(Viewer viewer, @PathVariable String handle) {
        return switch (ties.unblock(viewer.id(), blocked.named(handle).id())) {
            case UnblockOutcome.Lifted _ -> ResponseEntity.noContent().build();
            case UnblockOutcome.NotBlocked _ -> throw new NotHere();
        };
    }
}
