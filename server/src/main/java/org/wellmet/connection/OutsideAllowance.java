package org.wellmet.connection;

import java.time.Duration;
import org.springframework.stereotype.Component;
import org.wellmet.account.EmailAddress;
import org.wellmet.limit.Limit;
import org.wellmet.limit.LimitKey;
import org.wellmet.limit.LimitOutcome;
import org.wellmet.limit.Limits;
import org.wellmet.member.MemberId;

/// How many mails go out to people who are not here: of one member, to one mailbox, of all members together.
///
/// What was taken for a mail that is refused then is given back. Thread-safe.
@Component
final class OutsideAllowance {
    static final Limit MAILS = new Limit(
            "connection.outside-mail", 10, Duration.ofDays(7), "a member's address book mailed in one evening");
    static final Limit TARGET = new Limit(
            "connection.outside-target", 3, Duration.ofDays(30), "a mailbox filled by many who know its owner");
    static final Limit EVERYBODY =
            new Limit("connection.outside-everybody", 300, Duration.ofDays(1), "this server as a mail cannon");

    private final Limits limits;

    OutsideAllowance(Limits limits) {
        this.limits = limits;
    }

    /// Takes one of the member's and one of everybody's, or none of either.
    LimitOutcome take(MemberId inviter) {
        LimitOutcome own = limits.take(MAILS, of(inviter));
        return switch (own) {
            case LimitOutcome.Exhausted _ -> own;
            case LimitOutcome.Allowed _ -> {
                LimitOutcome everybodys = limits.take(EVERYBODY, LimitKey.ofEverybody());
                if (everybodys instanceof LimitOutcome.Exhausted) {
                    limits.giveBack(MAILS, of(inviter));
                }
                yield everybodys;
            }
        };
    }

    void giveBack(MemberId inviter) {
        limits.giveBack(EVERYBODY, LimitKey.ofEverybody());
        limits.giveBack(MAILS, of(inviter));
    }

    /// Takes one of what the mailbox may get; false when there is none, which nobody is told.
    boolean take(EmailAddress mailbox) {
        return limits.take(TARGET, LimitKey.ofMail(mailbox.value())) instanceof LimitOutcome.Allowed;
    }

    void giveBack(EmailAddress mailbox) {
        limits.giveBack(TARGET, LimitKey.ofMail(mailbox.value()));
    }

    private static LimitKey of(MemberId inviter) {
        return LimitKey.ofMember(inviter.value());
    }
}
