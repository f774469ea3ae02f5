package org.wellmet.connection;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.account.Arrival;
import org.wellmet.account.EmailAddress;
import org.wellmet.account.Mailboxes;
import org.wellmet.account.Secret;
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
    private final Ties.Means means;

    Welcome(JdbcClient sql, Sending sending, Members members, Mailboxes mailboxes, Ties.Means means) {
        this.store = new OutsideStore(sql);
        this.arrivals = new ArrivalStore(sql);
        this.sending = sending;
        this.members = members;
        this.mailboxes = mailboxes;
        this.means = means;
    }

    @Override
    public Optional<Host> host(byte[] welcome) {
        return store.open(welcome, means.now())
                .flatMap(open -> members.find(open.inviter())
                        .map(inviter -> new Host(inviter.name(), open.email().map(EmailAddress::new))));
    }

    @Override
    public void joined(MemberId member, EmailAddress email, byte[] welcome) {
        Instant now = means.now();
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
            means.transactions().run(() -> deliver(inviters, member));
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

    /// A member who is here already follows one. What could lead to nothing uses up nothing.
    FollowOutcome follow(MemberId member, Secret secret) {
        return means.transactions()
                .call(() -> store.open(secret.hash(), means.now())
                        .filter(found -> !found.inviter().equals(member))
                        .filter(found -> isTheirs(found, member))
                        .map(found -> follow(member, found))
                        .orElseGet(FollowOutcome.Absent::new));
    }

    /// The pair is held before the use is spent, so that nothing comes between the two.
    private FollowOutcome follow(MemberId member, OutsideStore.Open open) {
        if (!members.keep(List.of(open.inviter(), member))) {
            return new FollowOutcome.Absent();
        }
        store.hold(open.inviter(), open.id());
        if (arrivals.hasArrived(open, member)) {
            return new FollowOutcome.Absent();
        }
        means.hold(open.inviter(), member);
        return obstacle(member, open).orElseGet(() -> {
            if (!bind(open, member, means.now())) {
                return new FollowOutcome.Absent();
            }
            ArrivalStore.Due due = new ArrivalStore.Due(open.inviter(), open.id(), open.whyNow());
            if (isSettled(due, member)) {
                arrivals.delivered(due, member);
            }
            return new FollowOutcome.Followed();
        });
    }

    /// What following would be refused with, if anything.
    Optional<FollowOutcome> obstacle(MemberId member, OutsideStore.Open open) {
        return sending.refusal(open.inviter(), member, means.now()).map(refused -> switch (refused) {
            case SendInvitationOutcome.AlreadyConnected _ -> new FollowOutcome.AlreadyConnected();
            case SendInvitationOutcome.AlreadyInvited(Invitation invitation) ->
                invitation.status() == InvitationStatus.DECLINED
                        ? new FollowOutcome.Declined()
                        : new FollowOutcome.AlreadyInvited();
            case SendInvitationOutcome.TooSoon _, SendInvitationOutcome.NotOpen _ -> new FollowOutcome.TooSoon();
            case SendInvitationOutcome.Sent _,
                    SendInvitationOutcome.Connected _,
                    SendInvitationOutcome.BelowTheGate _,
                    SendInvitationOutcome.QuotaReached _,
                    SendInvitationOutcome.TooManyWait _,
                    SendInvitationOutcome.Oneself _,
                    SendInvitationOutcome.Absent _ -> new FollowOutcome.Absent();
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
