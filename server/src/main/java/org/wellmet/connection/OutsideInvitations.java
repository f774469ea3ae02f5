package org.wellmet.connection;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.account.EmailAddress;
import org.wellmet.account.Secret;
import org.wellmet.account.Words;
import org.wellmet.database.Transactions;
import org.wellmet.member.MemberId;
import org.wellmet.member.Members;
import org.wellmet.settings.Settings;
import org.wellmet.web.Portion;

/// Invitations to people who are not here: one mail to one address, or a link to hand on.
///
/// One carries no right that its inviter lacks: it admits nobody, spares no proof and no approval. It lets an
/// invitation of its inviter wait for who joined by it. No answer depends on whether an address has an account.
///
/// Thread-safe.
@Component
public final class OutsideInvitations {
    /// How long one opens.
    public static final Duration LIFE = Duration.ofDays(30);

    /// The most who may come by one link.
    public static final int MOST_USES = 10;

    /// The longest word on whom one is for.
    public static final int NOTE_MAX_LENGTH = 120;

    /// The most links of one member that open at a time.
    public static final int MOST_LINKS = 10;

    /// How many one page lists.
    public static final int PAGE_SIZE = 20;

    private final OutsideStore store;
    private final OutsideRules rules;
    private final OutsideMails mails;
    private final Means means;

    /// What one is made with.
    @Component
    record Means(
            Members members,
            Transactions transactions,
            InstantSource clock,
            RandomGenerator random,
            Settings settings) {
        /// Lets a member's invitations be made one after the other; false when the member is here no more.
        /// Comes before any other row of theirs, which go with the member.
        boolean queue(MemberId inviter) {
            return members.queue(List.of(inviter));
        }

        Instant now() {
            return clock.instant();
        }

        /// Where the secret opens the door.
        String address(Secret secret) {
            return settings.publicAddress() + "/welcome/" + secret.text();
        }
    }

    OutsideInvitations(JdbcClient sql, OutsideRules rules, OutsideMails mails, Means means) {
        this.store = new OutsideStore(sql);
        this.rules = rules;
        this.mails = mails;
        this.means = means;
    }

    /// Whether mails go out by themselves; where none do, the operator and the inviter hand over what they say.
    public boolean isMailed() {
        return mails.goOut();
    }

    /// Whether the network admits anybody by its own rules whom a member could invite.
    public boolean isPossible() {
        return rules.admitAnybody();
    }

    /// Mails an invitation, exactly once, in the inviter's language. What is refused uses up nothing.
    public InviteOutsideOutcome mail(MemberId inviter, EmailAddress to, WhyNow why, Words words) {
        return mails.send(new OutsideMails.Wish(inviter, to, why, words));
    }

    /// Makes a link, whose address is shown once and kept nowhere.
    ///
    /// @param note whom it is for, for the inviter's own memory
    /// @param maxUses 1 to [#MOST_USES]
    public InviteOutsideOutcome link(MemberId inviter, String note, WhyNow why, int maxUses) {
        if (!rules.admitAnybody()) {
            return new InviteOutsideOutcome.NotAdmitted();
        }
        Secret secret = Secret.random(means.random());
        return means.transactions().call(() -> {
            Instant now = means.now();
            if (!means.queue(inviter)) {
                return new InviteOutsideOutcome.NotAdmitted();
            }
            store.sweep(inviter, now);
            if (store.openLinks(inviter, now) >= MOST_LINKS) {
                return new InviteOutsideOutcome.TooManyLinks();
            }
            store.insert(OutsideStore.Draft.link(inviter, secret, note, why, maxUses), now);
            return new InviteOutsideOutcome.Linked(means.address(secret));
        });
    }

    /// A page of the inviter's own, latest first.
    ///
    /// @param before the id of the last one on the page before; 0 for the first page
    public Portion<OutsideInvitation> of(MemberId inviter, long before) {
        return Portion.of(store.of(inviter, before > 0 ? before : Long.MAX_VALUE, PAGE_SIZE + 1), PAGE_SIZE);
    }

    /// Takes one back; false when the inviter has none such that opens.
    public boolean revoke(MemberId inviter, long id) {
        return means.transactions().call(() -> {
            store.hold(inviter, id); // a delivery holds it, too: it comes before, or not at all
            return store.revoke(inviter, id, means.now());
        });
    }

    /// Who invites by this secret, and why; empty when it opens no longer.
    Optional<OutsideStore.Open> find(Secret secret) {
        return store.open(secret.hash(), means.now());
    }
}
