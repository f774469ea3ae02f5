package org.wellmet.connection;

import java.time.Instant;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.member.MemberId;

/// Brings two members together who both said elsewhere that they wish it: one asked, the other answered.
///
/// Thread-safe. Each verb runs in the caller's transaction, which holds the pair lock of the two.
@Component
public final class Consents {
    private final Ties ties;
    private final InvitationStore invitations;
    private final Exchanges exchanges;

    Consents(Ties ties, Exchanges exchanges, JdbcClient sql) {
        this.ties = ties;
        this.exchanges = exchanges;
        this.invitations = new InvitationStore(sql);
    }

    /// Connects the two; an invitation that waits between them has nothing left to ask for and ends. False when they
    /// were connected already.
    public boolean connect(MemberId accepter, MemberId asker, Instant at) {
        boolean isNew = ties.connect(accepter, asker, at);
        if (isNew) {
            invitations.supersede(accepter, asker, at);
        }
        return isNew;
    }

    /// What the asker had asked elsewhere, as an invitation would say it. The claim is checked: the server saw it.
    public record Opening(MemberId asker, MemberId answerer, Claim claim, WhyNow whyNow) {}

    /// The answerer writes before deciding: on the invitation that waits between the two, or else on one of the
    /// asker's that begins here and costs them nothing. Says which; empty, with nothing changed, where the answerer
    /// has said as much as one may on the one that waits.
    public Optional<Long> talk(Opening opening, String text, Instant at) {
        long id = waiting(opening.asker(), opening.answerer(), at)
                .or(() -> waiting(opening.answerer(), opening.asker(), at))
                .map(Invitation::id)
                .orElseGet(() -> begun(opening, at));
        return exchanges.say(opening.answerer(), id, text) instanceof SayOutcome.Said
                ? Optional.of(id)
                : Optional.empty();
    }

    private Optional<Invitation> waiting(MemberId inviter, MemberId invitee, Instant at) {
        return invitations.latest(inviter, invitee).filter(latest -> latest.statusAt(at) == InvitationStatus.PENDING);
    }

    private long begun(Opening opening, Instant at) {
        invitations.expire(opening.asker(), opening.answerer(), at);
        invitations.forgetDeclined(opening.asker(), opening.answerer(), at);
        return invitations.insert(Invitation.draft(
                opening.asker(), opening.answerer(), opening.claim(), Check.TRUE, opening.whyNow(), at));
    }
}
