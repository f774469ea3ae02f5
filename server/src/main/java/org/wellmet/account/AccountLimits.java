package org.wellmet.account;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.wellmet.limit.ClientAddresses;
import org.wellmet.limit.Limit;
import org.wellmet.limit.LimitKey;
import org.wellmet.limit.LimitOutcome;
import org.wellmet.limit.Limits;
import org.wellmet.member.MemberId;

/// How often passwords may be tried and mails be asked for. Every route to one action takes from the same limit.
///
/// Whether a limit is used up never depends on whether an address has an account: it is counted for the
/// address that was typed. Thread-safe.
@Component
final class AccountLimits {
    private static final Limit SIGN_IN_PLACE = new Limit(
            "account.sign-in-place",
            60,
            Duration.ofMinutes(15),
            "guessing from one place; an office shares one address");
    private static final Limit SIGN_IN_MAIL =
            new Limit("account.sign-in-mail", 20, Duration.ofMinutes(15), "guessing one account from many places");
    private static final Limit SIGN_UP_PLACE = new Limit(
            "account.sign-up-place", 20, Duration.ofHours(1), "accounts by the dozen; a class joins together");
    private static final Limit MAIL_TARGET = new Limit(
            "account.mail-target", 4, Duration.ofHours(1), "a mailbox filled by somebody who is not its owner");
    private static final Limit MAIL_EVERYBODY =
            new Limit("account.mail-everybody", 500, Duration.ofHours(1), "this server as a mail cannon");
    private static final Limit PASSWORD_AGAIN = new Limit(
            "account.password-again", 10, Duration.ofMinutes(15), "guessing the password at an unlocked screen");
    private static final Limit SET_UP_CODE = new Limit(
            "account.set-up-code", 10, Duration.ofMinutes(10), "guessing the code of a server not yet set up");

    private final Limits limits;
    private final ClientAddresses addresses;
    private final InstantSource clock;

    AccountLimits(Limits limits, ClientAddresses addresses, InstantSource clock) {
        this.limits = limits;
        this.addresses = addresses;
        this.clock = clock;
    }

    /// How long to wait before the next sign-in, if one must.
    Optional<Duration> signIn(HttpServletRequest request, String typedAddress) {
        return take(List.of(
                new Take(SIGN_IN_PLACE, addresses.keyOf(request)),
                new Take(SIGN_IN_MAIL, LimitKey.ofMail(typedAddress))));
    }

    /// The same for a mail to somebody who has not proved to be its owner.
    Optional<Duration> mail(HttpServletRequest request, EmailAddress target) {
        return take(List.of(
                new Take(SIGN_UP_PLACE, addresses.keyOf(request)),
                new Take(MAIL_TARGET, LimitKey.ofMail(target.value())),
                new Take(MAIL_EVERYBODY, LimitKey.ofEverybody())));
    }

    /// The same for a password typed at a link from a mail.
    Optional<Duration> proof(HttpServletRequest request) {
        return take(List.of(new Take(SIGN_IN_PLACE, addresses.keyOf(request))));
    }

    /// The same for the password of somebody who is signed in.
    Optional<Duration> passwordAgain(MemberId member) {
        return take(List.of(new Take(PASSWORD_AGAIN, LimitKey.ofMember(member.value()))));
    }

    /// The same for the code of the set-up.
    Optional<Duration> setUpCode() {
        return take(List.of(new Take(SET_UP_CODE, LimitKey.ofEverybody())));
    }

    private Optional<Duration> take(List<Take> takes) {
        for (Take take : takes) {
            if (limits.take(take.limit(), take.key()) instanceof LimitOutcome.Exhausted exhausted) {
                return Optional.of(
                        Duration.between(clock.instant(), exhausted.retryAt()).plusSeconds(1));
            }
        }
        return Optional.empty();
    }

    private record Take(Limit limit, LimitKey key) {}
}
