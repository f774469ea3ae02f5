package org.wellmet.connection;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
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
/// take part, whatever their gate lets in otherwise. Where as many of the inviter's wait as may, it comes at a later
/// sign-in.
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
        List<MemberId> inviters = store.owing(member);
        if (!inviters.isEmpty()) {
            transactions.run(() -> deliver(inviters, member));
        }
    }

    private void deliver(List<MemberId> inviters, MemberId member) {
        List<MemberId> kept = new ArrayList<>(inviters);
        kept.add(member);
        store.keep(kept);
        for (OutsideStore.Due due : store.due(member, inviters)) {
            if (isSettled(due, member)) {
                store.delivered(due, member);
            }
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
        store.keep(List.of(open.inviter(), member));
        store.hold(open.inviter(), open.id());
        return !store.hasArrived(open, member) && store.use(open, now) && store.arrive(open, member, now);
    }

    /// False when it may be sent later: all that stands against it is that too many of the inviter's wait.
    private boolean isSettled(OutsideStore.Due due, MemberId member) {
        Member inviter = members.find(due.inviter()).orElseThrow(); // kept
        Claim claim = new Claim(ClaimKind.WELCOMED, inviter.name());
        SendInvitationOutcome outcome = sending.sendPaid(inviter.id(), member, claim, new WhyNow(due.whyNow()));
        return !(outcome instanceof SendInvitationOutcome.TooManyWait);
    }
}
