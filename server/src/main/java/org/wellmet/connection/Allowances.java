package org.wellmet.connection;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.temporal.TemporalAdjusters;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.account.Verification;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Viewer;

/// How many invitations a member may send in a week, and how many a member gets from strangers.
///
/// Requests of one inviter queue at the inviter's row, then those to one invitee at the invitee's, in this order, under
/// the pair lock: nobody waits for whom they keep waiting.
///
/// Thread-safe.
@Component
public final class Allowances {
    /// How many invitations of strangers, who share nothing with them, a member gets in a week. Whoever has had as many
    /// is closed to strangers until Monday, like those who chose so.
    public static final int MOST_FROM_STRANGERS = 15;

    private static final Duration RECORD = Duration.ofDays(365);

    private final AllowanceStore store;
    private final WaitingStore waiting;
    private final Verification verification;
    private final Grounds grounds;
    private final Connections connections;
    private final Ties.Means means;

    Allowances(JdbcClient sql, Verification verification, Grounds grounds, Connections connections, Ties.Means means) {
        this.store = new AllowanceStore(sql);
        this.waiting = new WaitingStore(sql);
        this.verification = verification;
        this.grounds = grounds;
        this.connections = connections;
        this.means = means;
    }

    /// What an invitation uses up.
    record Costs(boolean isCounted, boolean isFromStranger) {
        /// Nothing of anybody's.
        static final Costs NONE = new Costs(false, false);
    }

    /// The member's own allowance. For the member's eyes only.
    public Allowance of(MemberId member) {
        Instant now = means.clock().instant();
        return allowance(member, store.used(AllowanceStore.Meter.SENT, member, week(now)), now);
    }

    /// Whether the member has had as many invitations of strangers as one gets in a week. For rules, not to be shown.
    boolean isFull(MemberId invitee) {
        return store.used(
                        AllowanceStore.Meter.FROM_STRANGERS,
                        invitee,
                        week(means.clock().instant()))
                >= MOST_FROM_STRANGERS;
    }

    /// Those of the members who have had as many invitations of strangers as one gets in a week. For rules, not to be
    /// shown. One statement.
    public Set<MemberId> full(Collection<MemberId> members) {
        return members.isEmpty()
                ? Set.of()
                : store.full(members, week(means.clock().instant()), MOST_FROM_STRANGERS);
    }

    /// What an invitation between the two would use up. A stranger is who shares nothing that they may know of.
    Costs costs(MemberId inviter, MemberId invitee, SharedGround shared) {
        boolean isStranger = shared.isEmpty()
                && connections.mutuals(Viewer.of(inviter), invitee, 0).count() == 0;
        return new Costs(shared.ofAcquaintances().isEmpty(), isStranger);
    }

    /// Uses up what the invitation costs, in the caller's transaction, or says why not and changes nothing.
    Optional<SendInvitationOutcome> spend(MemberId inviter, MemberId invitee, Costs costs, Instant now) {
        LocalDate week = week(now);
        int used = store.hold(AllowanceStore.Meter.SENT, inviter, week);
        Allowance allowance = allowance(inviter, used, now);
        if (allowance.waiting() >= Allowance.MOST_WAITING) {
            return Optional.of(new SendInvitationOutcome.TooManyWait());
        }
        if (costs.isCounted() && allowance.left() == 0) {
            return Optional.of(new SendInvitationOutcome.QuotaReached(allowance.renewsAt()));
        }
        if (costs.isFromStranger()) {
            store.hold(AllowanceStore.Meter.FROM_STRANGERS, invitee, week);
            if (!store.spend(AllowanceStore.Meter.FROM_STRANGERS, invitee, MOST_FROM_STRANGERS)) {
                return Optional.of(new SendInvitationOutcome.BelowTheGate(List.of(grounds.way(inviter, invitee))));
            }
        }
        if (costs.isCounted() && !store.spend(AllowanceStore.Meter.SENT, inviter, allowance.total())) {
            throw new IllegalStateException("the row was held, and yet somebody else spent");
        }
        return Optional.empty();
    }

    private Allowance allowance(MemberId member, int used, Instant now) {
        AllowanceStore.Acceptance acceptance = store.acceptance(member, now, now.minus(RECORD));
        return new Allowance(
                verification.isVerified(member),
                acceptance.accepted(),
                acceptance.counted(),
                used,
                waiting.sentCount(member, now),
                week(now).plusWeeks(1).atStartOfDay().toInstant(ZoneOffset.UTC));
    }

    /// The Monday that its week began with.
    private static LocalDate week(Instant now) {
        return now.truncatedTo(ChronoUnit.DAYS)
                .atOffset(ZoneOffset.UTC)
                .toLocalDate()
                .with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
    }
}
