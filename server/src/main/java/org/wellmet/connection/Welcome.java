package org.wellmet.connection;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.account.Arrival;
import org.wellmet.account.EmailAddress;
import org.wellmet.account.Mailboxes;
import org.wellmet.account.Secret;
import org.wellmet.database.Transactions;
import org.wellmet.member.Member;
import org.wellmet.member.MemberId;
import org.wellmet.member.Members;

/// What happens to those who follow a personal invitation: an invitation of its inviter waits for them, as soon as they
/// take part and as far as their gate lets it.
///
/// A mail's secret works for its address alone, a link's for as many as it was made for. Thread-safe.
@Component
final class Welcome implements Arrival {
    private final OutsideStore store;
    private final Sending sending;
    private final Members members;
    private final Mailboxes mailboxes;
    private final Transactions transactions;
    private final InstantSource clock;

    Welcome(
            JdbcClient sql,
            Sending sending,
            Members members,
            Mailboxes mailboxes,
            Transactions transactions,
            InstantSource clock) {
        this.store = new OutsideStore(sql);
        this.sending = sending;
        this.members = members;
        this.mailboxes = mailboxes;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public void joined(MemberId member, EmailAddress email, byte[] welcome) {
        Instant now = clock.instant();
        store.open(welcome, now)
                .filter(open -> open.email()
                        .filter(bound -> !bound.equals(email.value()))
                        .isEmpty())
                .ifPresent(open -> bind(open, member, now));
    }

    @Override
    public void takesPart(MemberId member) {
        for (OutsideStore.Due due : store.deliver(member)) {
            members.find(due.inviter()).ifPresent(inviter -> deliver(inviter, member, due));
        }
    }

    /// A member who is here already follows one; false, and nothing changed, when it is not for them.
    boolean follow(MemberId member, Secret secret) {
        return transactions.call(() -> {
            Instant now = clock.instant();
            Optional<OutsideStore.Open> open = store.open(secret.hash(), now)
                    .filter(found -> !found.inviter().equals(member))
                    .filter(found -> isTheirs(found, member));
            boolean isBound = open.filter(found -> bind(found, member, now)).isPresent();
            if (isBound) {
                takesPart(member);
            }
            return isBound;
        });
    }

    private boolean isTheirs(OutsideStore.Open open, MemberId member) {
        return open.email()
                .map(email -> member.equals(mailboxes.owners(List.of(email)).get(email)))
                .orElse(true);
    }

    /// Of many at once exactly as many are bound as may come: the row of the invitation is where they queue.
    private boolean bind(OutsideStore.Open open, MemberId member, Instant now) {
        store.hold(open);
        return !store.hasArrived(open, member) && store.use(open, now) && store.arrive(open, member, now);
    }

    private void deliver(Member inviter, MemberId member, OutsideStore.Due due) {
        sending.sendPaid(inviter.id(), member, new Claim(ClaimKind.WELCOMED, inviter.name()), new WhyNow(due.whyNow()));
    }
}
