package org.wellmet.update;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Audience;

/// An update as it is stored, with the counts that one viewer may see.
record UpdateRow(
        UpdateId id,
        MemberId author,
        String text,
        Audience audience,
        List<MemberId> mentions,
        Optional<ShownUpdate.Picture> picture,
        Instant postedAt,
        long usefulCount,
        boolean isUseful,
        long commentCount) {
    Spot spot() {
        return new Spot(postedAt, id.value());
    }
}
