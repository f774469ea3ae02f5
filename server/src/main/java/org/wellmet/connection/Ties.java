package org.wellmet.connection;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.changelog.ChangeLog;
import org.wellmet.database.PairLock;
import org.wellmet.database.Transactions;
import org.wellmet.member.MemberId;
import org.wellmet.member.Members;
import org.wellmet.visibility.Blocks;
import org.wellmet.visibility.Viewer;
import org.wellmet.visibility.Visibility;

/// Ends what stands between two members: a connection quietly, or everything by a block.
///
/// Thread-safe; each verb is one transaction under the pair lock.
@Component
public final class Ties {
    private final ConnectionStore connections;
    private final InvitationStore invitations;
    private final Blocks blocks;
    private final Visibility visibility;
    private final Means means;

    /// What every verb on a pair needs.
    @Component
    record Means(
            Transactions transactions, PairLock pairLock, ChangeLog changeLog, InstantSource clock, Members members) {
        /// Waits until this transaction alone may change what stands between the two. A deletion of one of
        /// them waits until the verb is done, or the verb until the deletion is: never for each other.
        void hold(MemberId a, MemberId b) {
            pairLock.hold(a.value(), b.value());
            members.keep(List.of(a, b));
        }

        /// The invitation as it stands with its pair held: read to know the pair, and once more when it is held.
        Optional<Invitation> held(Supplier<Optional<Invitation>> read) {
            Optional<Invitation> found = read.get();
            found.ifPresent(invitation -> hold(invitation.inviter(), invitation.invitee()));
            return found.isEmpty() ? found : read.get();
        }

        /// The time as the database keeps it, so that what is written equals what is read.
        Instant now() {
            return clock.instant().truncatedTo(ChronoUnit.MICROS);
        }
    }

    Ties(JdbcClient sql, Blocks blocks, Visibility visibility, Means means) {
        this.connections = new ConnectionStore(sql);
        this.invitations = new InvitationStore(sql);
        this.blocks = blocks;
        this.visibility = visibility;
        this.means = means;
    }

    /// Ends the connection. The other side is not told.
    public RemoveConnectionOutcome remove(MemberId member, MemberId other) {
        if (member.equals(other)) {
            return new RemoveConnectionOutcome.NotConnected();
        }
        return means.transactions().call(() -> {
            means.hold(member, other);
            return disconnect(member, other)
                    ? new RemoveConnectionOutcome.Removed()
                    : new RemoveConnectionOutcome.NotConnected();
        });
    }

    /// Separates the two everywhere: ends their connection, voids an invitation between them, lays the block.
    public BlockOutcome block(MemberId member, MemberId other) {
        if (member.equals(other)) {
            return new BlockOutcome.Absent();
        }
        return means.transactions().call(() -> {
            means.hold(member, other);
            if (blocks.isLaid(member, other)) {
                return new BlockOutcome.AlreadyBlocked();
            }
            if (!visibility.maySee(Viewer.of(member), other)) {
                return new BlockOutcome.Absent();
            }
            disconnect(member, other);
            Instant now = means.now();
            invitations.voidPending(member, other, now);
            invitations.forgetDeclined(member, other, now);
            blocks.lay(member, other);
            return new BlockOutcome.Blocked();
        });
    }

    /// Lifts the block that the member laid. What it ended does not come back.
    public UnblockOutcome unblock(MemberId member, MemberId other) {
        if (member.equals(other)) {
            return new UnblockOutcome.NotBlocked();
        }
        return means.transactions().call(() -> {
            means.hold(member, other);
            return blocks.lift(member, other) ? new UnblockOutcome.Lifted() : new UnblockOutcome.NotBlocked();
        });
    }

    /// Connects the two, in the caller's transaction and under its pair lock. False when they were connected already.
    boolean connect(MemberId member, MemberId other, Instant at) {
        boolean isNew = connections.connect(member, other, at);
        if (isNew) {
            means.changeLog().append(Connections.MADE, member.value(), other.value(), 0);
        }
        return isNew;
    }

    private boolean disconnect(MemberId member, MemberId other) {
        boolean stood = connections.disconnect(member, other);
        if (stood) {
            means.changeLog().append(Connections.ENDED, member.value(), other.value(), 0);
        }
        return stood;
    }
}
