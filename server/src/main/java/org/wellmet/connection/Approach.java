package org.wellmet.connection;

import java.util.List;
import java.util.Optional;

/// What a viewer finds who would come nearer to a member: what stands against inviting them, as far as the viewer may
/// know, and what the two share.
///
/// @param obstacle what sending an invitation would be answered, other than by sending it
/// @param common strongest first
public record Approach(Optional<SendInvitationOutcome> obstacle, List<CommonGround> common) {
    /// Copies the list.
    public Approach {
        common = List.copyOf(common);
    }
}
