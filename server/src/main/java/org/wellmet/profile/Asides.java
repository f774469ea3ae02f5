package org.wellmet.profile;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.wellmet.connection.Approach;
import org.wellmet.connection.Connections;
import org.wellmet.connection.Invitations;
import org.wellmet.connection.Mutuals;
import org.wellmet.connection.PrivateNote;
import org.wellmet.connection.PrivateNotes;
import org.wellmet.connection.Refusals;
import org.wellmet.connection.SendInvitationOutcome;
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
    private final PrivateNotes notes;
    private final Members members;
    private final Visibility visibility;

    Asides(
            Connections connections,
            Invitations invitations,
            PrivateNotes notes,
            Members members,
            Visibility visibility) {
        this.connections = connections;
        this.invitations = invitations;
        this.notes = notes;
        this.members = members;
        this.visibility = visibility;
    }

    Aside of(Viewer viewer, Member shown) {
        MemberId member = shown.id();
        if (!viewer.isSignedIn() || viewer.is(member)) {
            return Aside.NONE;
        }
        Approach approach = invitations.approach(viewer.id(), member);
        int steps = connections.steps(viewer, List.of(member)).getOrDefault(member, 0);
        List<MemberId> path = connections.path(viewer, member).orElse(List.of());
        Mutuals mutuals = connections.mutuals(viewer, member, MUTUALS_SHOWN);
        return new Aside(
                tie(viewer.id(), shown, approach),
                steps,
                steps == 1 ? List.of() : people(viewer, path),
                mutuals.count(),
                people(viewer, mutuals.first()),
                approach.common());
    }

    private Tie tie(MemberId viewer, Member member, Approach approach) {
        if (approach.obstacle().isEmpty()) {
            return invitations.waiting(member.id(), viewer).isPresent() ? new Tie.Awaited() : new Tie.Open();
        }
        SendInvitationOutcome obstacle = approach.obstacle().get();
        return switch (obstacle) {
            case SendInvitationOutcome.AlreadyConnected _ ->
                new Tie.Connected(notes.find(viewer, member.id()).orElse(PrivateNote.NONE));
            case SendInvitationOutcome.AlreadyInvited _ -> new Tie.Invited();
            case SendInvitationOutcome.BelowTheGate _,
                    SendInvitationOutcome.NotOpen _,
                    SendInvitationOutcome.TooSoon _ ->
                Refusals.of(obstacle, member.name())
                        .<Tie>map(problem ->
                                new Tie.Shut(problem.detail(), obstacle instanceof SendInvitationOutcome.BelowTheGate))
                        .orElseGet(Tie.None::new);
            case SendInvitationOutcome.Absent _,
                    SendInvitationOutcome.Oneself _,
                    SendInvitationOutcome.QuotaReached _,
                    SendInvitationOutcome.TooManyWait _,
                    SendInvitationOutcome.Sent _,
                    SendInvitationOutcome.Connected _ -> new Tie.None();
        };
    }

    /// All of them in their order, or nobody when one of them is not to be seen.
    private List<Member> people(Viewer viewer, List<MemberId> ids) {
        Map<MemberId, Member> people = members.all(visibility.visible(viewer, ids));
        List<Member> found =
                ids.stream().map(people::get).filter(Objects::nonNull).toList();
        return found.size() == ids.size() ? found : List.of();
    }
}
