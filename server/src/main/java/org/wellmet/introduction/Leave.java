package org.wellmet.introduction;

import java.util.Collection;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.wellmet.connection.Claim;
import org.wellmet.connection.ClaimKind;
import org.wellmet.connection.Connections;
import org.wellmet.connection.Consents;
import org.wellmet.connection.Gate;
import org.wellmet.connection.Gates;
import org.wellmet.connection.Invitations;
import org.wellmet.connection.WhyNow;
import org.wellmet.member.Member;
import org.wellmet.member.MemberId;
import org.wellmet.member.Members;
import org.wellmet.visibility.Viewer;
import org.wellmet.visibility.Visibility;

/// What stands between the three: who sees whom, who is connected, whose gate is open.
///
/// Thread-safe.
@Component
record Leave(Visibility visibility, Connections connections, Gates gates, Invitations invitations, Members members) {
    boolean maySee(MemberId viewer, MemberId other) {
        return visibility.maySee(Viewer.of(viewer), other);
    }

    boolean maySeeAll(MemberId viewer, Collection<MemberId> others) {
        return visibility.visible(Viewer.of(viewer), others).containsAll(others);
    }

    boolean areConnected(MemberId a, MemberId b) {
        return connections.areConnected(a, b);
    }

    /// A closed gate, or a decline that must look like one.
    boolean isClosed(MemberId asker, MemberId target) {
        return gates.of(target) == Gate.CLOSED || invitations.isClosedByDecline(asker, target);
    }

    /// *Open means whole*.
    boolean isWhole(Introduction introduction) {
        return areConnected(introduction.asker(), introduction.connector())
                && areConnected(introduction.connector(), introduction.target())
                && !areConnected(introduction.asker(), introduction.target())
                && maySee(introduction.asker(), introduction.target());
    }

    /// What the two will talk on: an invitation with the words that the target has read.
    Consents.Opening opening(Introduction introduction) {
        Optional<Member> connector = members.find(introduction.connector());
        return new Consents.Opening(
                introduction.asker(),
                introduction.target(),
                new Claim(ClaimKind.INTRODUCED, connector.orElseThrow().name()),
                new WhyNow(introduction.toTarget().text()));
    }
}
