package org.wellmet.connection;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.wellmet.member.Handle;
import org.wellmet.member.Member;
import org.wellmet.member.MemberId;
import org.wellmet.member.Members;
import org.wellmet.visibility.Blocks;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.NotHere;

/// Whom a viewer blocked, for the page and for JSON. Thread-safe.
@Component
final class Blocked {
    private final Blocks blocks;
    private final Members members;

    Blocked(Blocks blocks, Members members) {
        this.blocks = blocks;
        this.members = members;
    }

    /// The latest first, as many as are listed.
    ///
    /// @param isCut whether there may be more
    record Listed(List<Member> members, boolean isCut) {
        Listed {
            members = List.copyOf(members);
        }
    }

    /// Two statements.
    Listed by(Viewer viewer) {
        List<MemberId> ids = blocks.blockedBy(viewer.id());
        Map<MemberId, Member> found = members.all(ids);
        return new Listed(
                ids.stream().filter(found::containsKey).map(found::get).toList(), ids.size() == Blocks.LIST_LIMIT);
    }

    /// Somebody by handle, whether or not the viewer may see them: a block and its end must reach those, too. What
    /// becomes of it betrays nothing ([BlockOutcome.Absent]).
    Member named(String handle) {
        return Handle.parse(handle).flatMap(members::findByHandle).orElseThrow(NotHere::new);
    }
}
