package org.wellmet.connection;

import java.time.Instant;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.account.EmailAddress;
import org.wellmet.account.Secret;
import org.wellmet.account.Words;
import org.wellmet.limit.LimitOutcome;
import org.wellmet.mail.QueueMailOutcome;
import org.wellmet.member.MemberId;

/// Mails invitations to addresses, one to each of one inviter's, and none twice.
///
/// The mail is written in the transaction of the invitation: there is not one without the other. Whether the
/// address may be mailed to is asked either way and changes nothing in what is done, so that no answer's time
/// tells.
///
/// Thread-safe.
@Component
final class OutsideMails {
    private final OutsideStore store;
    private final OutsideRules rules;
    private final OutsideAllowance allowance;
    private final OutsidePost post;
    private final OutsideInvitations.Means means;

    OutsideMails(
            JdbcClient sql,
            OutsideRules rules,
            OutsideAllowance allowance,
            OutsidePost post,
            OutsideInvitations.Means means) {
        this.store = new OutsideStore(sql);
        this.rules = rules;
        this.allowance = allowance;
        this.post = post;
        this.means = means;
    }

    /// Who wishes to mail what to whom.
    ///
    /// @param words the inviter's language
    record Wish(MemberId inviter, EmailAddress to, WhyNow why, Words words) {}

    /// Whether they go out by themselves.
    boolean goOut() {
        return post.goesOut();
    }

    InviteOutsideOutcome send(Wish wish) {
        if (!rules.admit(wish.to())) {
            return new InviteOutsideOutcome.NotAdmitted();
        }
        if (store.hasMailed(wish.inviter(), wish.to().value(), means.now())) {
            return new InviteOutsideOutcome.MailedBefore();
        }
        return switch (allowance.take(wish.inviter())) {
            case LimitOutcome.Exhausted(Instant retryAt) -> new InviteOutsideOutcome.TooMany(retryAt);
            case LimitOutcome.Allowed _ -> sendPaid(wish);
        };
    }

    private InviteOutsideOutcome sendPaid(Wish wish) {
        boolean isRoom = allowance.take(wish.to());
        // Of a transaction that throws both stay taken: see the essay of `limit`.
        InviteOutsideOutcome outcome = means.transactions().call(() -> mailed(wish, isRoom));
        if (outcome.isRefusal()) {
            allowance.giveBack(wish.inviter());
            if (isRoom) {
                allowance.giveBack(wish.to());
            }
        }
        return outcome;
    }

    /// The inviter's row is held first, as by whoever deletes them, and the outbox's counts come last.
    private InviteOutsideOutcome mailed(Wish wish, boolean isRoom) {
        Instant now = means.now();
        if (!means.queue(wish.inviter())) {
            return new InviteOutsideOutcome.NotAdmitted();
        }
        store.sweep(wish.inviter(), now);
        if (store.hasMailed(wish.inviter(), wish.to().value(), now)) {
            return new InviteOutsideOutcome.MailedBefore();
        }
        boolean isKept = isRoom && !rules.areSeparated(wish.inviter(), wish.to());
        Secret secret = Secret.random(means.random());
        String link = means.address(secret);
        if (means.transactions().keepIf(_ -> isKept, () -> post.queue(wish, link))
                instanceof QueueMailOutcome.LimitReached(Instant retryAt)) {
            return new InviteOutsideOutcome.TooMany(retryAt); // the server's share of the hour, whoever is mailed
        }
        boolean isNew = store.insert(
                OutsideStore.Draft.mail(wish.inviter(), secret, wish.to().value(), wish.why()), now);
        assert isNew : "asked for under the inviter's lock";
        return goOut() ? new InviteOutsideOutcome.Mailed() : new InviteOutsideOutcome.Laid(link);
    }
}
