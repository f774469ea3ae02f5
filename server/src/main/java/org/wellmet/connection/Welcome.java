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
    private final ArrivalStore arrivals;
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
        this.arrivals = new ArrivalStore(sql);
        this.sending = sending;
        this.members = members;
        this.mailboxes = mailboxes;
        this.transactions = transactions;
        this.clock = clock;
    }

    @Override
    public Optional<Host> host(byte[] welcome) {
        return store.open(welcome, clock.instant())
                .flatMap(open -> members.find(open.inviter())
                        .map(inviter -> new Host(inviter.name(), open.email().map(EmailAddress::new))));
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
        List<MemberId> inviters = arrivals.owing(member);
        if (!inviters.isEmpty()) {
            transactions.run(() -> deliver(inviters, member));
        }
    }

    private void deliver(List<MemberId> inviters, MemberId member) {
        List<MemberId> kept = new ArrayList<>(inviters);
        kept.add(member);
        members.keep(kept); // who is gone by now owes nothing
        for (ArrivalStore.Due due : arrivals.due(member, inviters)) {
            if (isSettled(due, member)) {
                arrivals.delivered(due, member);
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
        if (!members.keep(List.of(open.inviter(), member))) {
            return false;
        }
        store.hold(open.inviter(), open.id());
        return !arrivals.hasArrived(open, member) && store.use(open, now) && arrivals.arrive(open, member, now);
    }

    /// False when it may be sent later: all that stands against it is that too many of the inviter's wait.
    private boolean isSettled(ArrivalStore.Due due, MemberId member) {
        Member inviter = members.find(due.inviter()).orElseThrow(); // kept
        Claim claim = new Claim(ClaimKind.WELCOMED, inviter.name());
        SendInvitationOutcome outcome = sending.sendPaid(inviter.id(), member, claim, new WhyNow(due.whyNow()));
        return !(outcome instanceof SendInvitationOutcome.TooManyWait);
    }
}
