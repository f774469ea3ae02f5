package org.wellmet.account;

import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.database.Transactions;
import org.wellmet.member.MemberId;
import org.wellmet.member.MemberStatus;
import org.wellmet.member.Members;

/// How somebody becomes a member: they sign up, prove their address with the link from the mail *and* the
/// password they chose, and, where the network asks for it, are let in.
///
/// The password is asked again at the link so that a sign-up begun by a stranger with somebody else's address
/// ends nowhere: its owner, who follows the link, does not know the stranger's password.
///
/// Thread-safe.
@Component
final class SignUps {
    private final SignUpStore signUps;
    private final AccountStore accounts;
    private final Passwords passwords;
    private final JoinLinks links;
    private final NetworkSettings network;
    private final Members members;
    private final Letters letters;
    private final ObjectProvider<Arrival> arrivals;
    private final Transactions transactions;
    private final InstantSource clock;
    private final RandomGenerator random;

    SignUps(
            JdbcClient sql,
            Passwords passwords,
            JoinLinks links,
            NetworkSettings network,
            Members members,
            Letters letters,
            ObjectProvider<Arrival> arrivals,
            Transactions transactions,
            InstantSource clock,
            RandomGenerator random) {
        this.signUps = new SignUpStore(sql);
        this.accounts = new AccountStore(sql);
        this.passwords = passwords;
        this.links = links;
        this.network = network;
        this.members = members;
        this.letters = letters;
        this.arrivals = arrivals;
        this.transactions = transactions;
        this.clock = clock;
        this.random = random;
    }

    /// Who wants to join.
    record Wish(EmailAddress email, String name, String password, Optional<Long> joinLink, Optional<Secret> welcome) {
        /// Without the password, wherever it may be printed.
        @Override
        public String toString() {
            return "Wish";
        }
    }

    /// Who invites by the secret of a personal invitation.
    Optional<Arrival.Host> host(Secret welcome) {
        return arrivals.stream()
                .flatMap(one -> one.host(welcome.hash()).stream())
                .findFirst();
    }

    /// Whether the network's policy lets such a sign-up begin.
    boolean mayBegin(EmailAddress email, @Nullable Long joinLink) {
        NetworkSetting setting = network.current();
        return switch (setting.joinPolicy()) {
            case ANYONE, APPROVAL -> true;
            case LINK -> joinLink != null;
            case DOMAIN -> setting.domains().contains(email.domain());
        };
    }

    /// Mails a confirmation, or, to somebody who has an account, that somebody tried. The same work either way: also
    /// then a sign-up is kept, which has ended and opens nothing, until the next one sweeps it away.
    void begin(Wish wish, Words words) {
        String hash = passwords.hash(wish.password());
        Secret secret = Secret.random(random);
        transactions.run(() -> {
            signUps.sweep(clock.instant());
            boolean isHere = accounts.byEmail(wish.email()).isPresent();
            Duration life = isHere ? Duration.ZERO : Letters.CONFIRM_LIFE;
            signUps.insert(
                    secret,
                    new SignUpStore.SignUp(
                            wish.email(),
                            wish.name(),
                            hash,
                            wish.joinLink(),
                            wish.welcome().map(Secret::hash)),
                    clock.instant().plus(life));
            if (isHere) {
                letters.alreadyHere(wish.email(), words);
            } else {
                letters.confirm(wish.email(), secret, words);
            }
        });
    }

    /// Whether the link from the mail still opens.
    boolean isOpen(Secret secret) {
        return signUps.find(secret, clock.instant()).isPresent();
    }

    /// Ends the sign-up that the mail began.
    SignUpOutcome confirm(Secret secret, String password) {
        Optional<SignUpStore.SignUp> found = signUps.find(secret, clock.instant());
        if (found.isEmpty()) {
            return new SignUpOutcome.Gone();
        }
        SignUpStore.SignUp signUp = found.get();
        if (!passwords.matches(password, signUp.passwordHash())) {
            return new SignUpOutcome.WrongPassword();
        }
        if (!mayBegin(signUp.email(), signUp.joinLink().orElse(null))) {
            return new SignUpOutcome.Gone();
        }
        try {
            return transactions.call(() -> join(secret, signUp));
        } catch (LinkIsUsedUp | DuplicateKeyException _) { // rolled back: nothing was changed
            return new SignUpOutcome.Gone();
        }
    }

    private SignUpOutcome join(Secret secret, SignUpStore.SignUp signUp) {
        if (!signUps.take(secret, clock.instant())) {
            return new SignUpOutcome.Gone();
        }
        JoinPolicy policy = network.current().joinPolicy();
        boolean mustWait = policy == JoinPolicy.APPROVAL;
        MemberId member = members.register(signUp.name(), mustWait ? MemberStatus.WAITING : MemberStatus.ACTIVE, false);
        accounts.insert(member, signUp.email(), signUp.passwordHash(), clock.instant());
        signUp.welcome().ifPresent(welcome -> arrivals.forEach(one -> one.joined(member, signUp.email(), welcome)));
        // Behind the inviter's row, which whoever deletes the inviter holds before the links of theirs.
        if (policy == JoinPolicy.LINK && !links.use(signUp.joinLink().orElseThrow())) {
            throw new LinkIsUsedUp();
        }
        if (!mustWait) {
            arrivals.forEach(one -> one.takesPart(member));
        }
        return mustWait ? new SignUpOutcome.Waits() : new SignUpOutcome.Joined(member);
    }

    private static final class LinkIsUsedUp extends RuntimeException {
        LinkIsUsedUp() {
            super("the link is used up", null, false, false);
        }
    }
}
