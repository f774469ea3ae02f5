package org.wellmet.profile;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.wellmet.connection.Connections;
import org.wellmet.connection.Invitations;
import org.wellmet.connection.Mutuals;
import org.wellmet.member.Member;
import org.wellmet.member.MemberId;
import org.wellmet.member.Members;
import org.wellmet.visibility.Viewer;
import org.wellmet.visibility.Visibility;

/// Asks the connections what stands between a viewer and a member. Everything in the answer may be seen by the viewer.
///
/// Thread-safe.
@Component
final class Asides {
    private static final int MUTUALS_SHOWN = 4;

    private final Connections connections;
    private final Invitations invitations;
    private final Members members;
    private final Visibility visibility;

    Asides(Connections connections, Invitations invitations, Members members, Visibility visibility) {
        this.connections = connections;
        this.invitations = invitations;
        this.members = members;
        this.visibility = visibility;
    }

    Aside of(Viewer viewer, MemberId member) {
        if (!viewer.isSignedIn() || viewer.is(member)) {
            return Aside.NONE;
        }
        int steps = connections.steps(viewer, List.of(member)).getOrDefault(member, 0);
        List<MemberId> path = connections.path(viewer, member).orElse(List.of());
        Mutuals mutuals = connections.mutuals(viewer, member, MUTUALS_SHOWN);
        return new Aside(
                tie(viewer.id(), member),
                steps,
                steps == 1 ? List.of() : people(viewer, path),
                mutuals.count(),
                people(viewer, mutuals.first()),
                invitations.commonGround(viewer.id(), member));
    }

    private Aside.Tie tie(MemberId viewer, MemberId member) {
        if (connections.areConnected(viewer, member)) {
            return Aside.Tie.CONNECTED;
        }
        if (invitations.waiting(member, viewer).isPresent()) {
            return Aside.Tie.AWAITED;
        }
        return invitations.waitingForInviter(viewer, member).isPresent() ? Aside.Tie.INVITED : Aside.Tie.OPEN;
    }

    /// All of them in their order, or nobody when one of them is not to be seen.
    private List<Member> people(Viewer viewer, List<MemberId> ids) {
        Map<MemberId, Member> people = members.all(visibility.visible(viewer, ids));
        List<Member> found =
                ids.stream().map(people::get).filter(Objects::nonNull).toList();
        return found.size() == ids.size() ? found : List.of();
    }
}
