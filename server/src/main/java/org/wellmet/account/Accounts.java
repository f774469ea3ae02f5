package org.wellmet.account;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.database.Transactions;
import org.wellmet.member.MemberId;
import org.wellmet.member.Members;
import org.wellmet.web.Look;

/// What keeps an account its owner's: the password, the address, and how both are changed.
///
/// A changed password or address ends sessions and pending proofs in the transaction that changes it.
/// Passwords are hashed outside of transactions: a hash takes longer than most transactions live.
///
/// Thread-safe.
@Component
final class Accounts {
    private final AccountStore accounts;
    private final ProofStore proofs;
    private final Passwords passwords;
    private final Sessions sessions;
    private final Members members;
    private final Letters letters;
    private final Errands errands;
    private final Transactions transactions;
    private final InstantSource clock;
    private final RandomGenerator random;

    Accounts(
            JdbcClient sql,
            Passwords passwords,
            Sessions sessions,
            Members members,
            Letters letters,
            Errands errands,
            Transactions transactions,
            InstantSource clock,
            RandomGenerator random) {
        this.accounts = new AccountStore(sql);
        this.proofs = new ProofStore(sql);
        this.passwords = passwords;
        this.sessions = sessions;
        this.members = members;
        this.letters = letters;
        this.errands = errands;
        this.transactions = transactions;
        this.clock = clock;
        this.random = random;
    }

    /// Whose address and password these are. Takes as long for an address that nobody has.
    SignInOutcome check(EmailAddress email, String password) {
        Optional<AccountStore.Account> found = accounts.byEmail(email);
        if (found.isEmpty()) {
            passwords.matchNobody(password);
            return new SignInOutcome.Unknown();
        }
        AccountStore.Account account = found.get();
        if (!passwords.matches(password, account.passwordHash())) {
            return new SignInOutcome.Unknown();
        }
        return switch (account.status()) {
            case ACTIVE -> new SignInOutcome.Known(account.member());
            case WAITING -> new SignInOutcome.Waiting();
            case SUSPENDED -> new SignInOutcome.Suspended();
        };
    }

    /// Takes as long as [#check], for what was typed and is no address.
    void checkNobody() {
        passwords.matchNobody("of nobody"); // an empty one would not be hashed at all
    }

    /// The address that the member signs in with; empty for a demo's members, who have none.
    Optional<EmailAddress> email(MemberId member) {
        return accounts.find(member).map(AccountStore.Account::email);
    }

    /// Notes how the member has the pages at sign-in, for mails to those who never chose.
    void signedIn(MemberId member, Look look) {
        transactions.run(() -> accounts.setManner(member, look));
    }

    /// Whether this is the member's password.
    boolean isPassword(MemberId member, String password) {
        Optional<AccountStore.Account> found = accounts.find(member);
        return found.isPresent() && passwords.matches(password, found.get().passwordHash());
    }

    /// Sets another password, whose owner has just proved the old one, and ends all sessions but the one that asks.
    void changePassword(MemberId member, @Nullable SessionKey asking, String password, Words words) {
        String hash = passwords.hash(password);
        transactions.run(() -> {
            endOthers(member, asking);
            setPassword(member, hash, words);
        });
    }

    /// Mails a link to a new password, if somebody has that address: looked up after the answer, which cannot tell.
    void requestReset(EmailAddress email, Words words) {
        errands.take(() -> sendReset(email, words));
    }

    private void sendReset(EmailAddress email, Words words) {
        transactions.run(() -> accounts.byEmail(email).ifPresent(account -> {
            proofs.sweep(clock.instant());
            MemberSecret secret = MemberSecret.random(account.member(), random);
            proofs.saveReset(secret, clock.instant().plus(Letters.RESET_LIFE));
            letters.reset(email, secret, words);
        }));
    }

    /// Whether the link from the mail still opens.
    boolean mayReset(MemberSecret secret) {
        return proofs.isValid(ProofStore.Purpose.RESET, secret, clock.instant());
    }

    /// Whose link it is, by name and address, for checking what they choose.
    Set<String> personal(MemberId member) {
        return accounts.find(member)
                .map(account -> Set.of(account.name(), account.email().local()))
                .orElse(Set.of());
    }

    /// Sets the password by the proof from the mail, once, and ends all sessions; false when the proof is worth
    /// nothing.
    boolean reset(MemberSecret secret, String password, Words words) {
        String hash = passwords.hash(password);
        return transactions.call(() -> {
            members.queue(List.of(secret.member()));
            boolean isProved = proofs.take(ProofStore.Purpose.RESET, secret, clock.instant())
                    .isPresent();
            if (isProved) {
                sessions.endAll(secret.member());
                setPassword(secret.member(), hash, words);
            }
            return isProved;
        });
    }

    /// Mails a proof to the address that the member wants to sign in with; to its owner, if it has one, a word that
    /// somebody tried. The same work either way: the proof that is kept then was mailed to nobody.
    void requestEmail(MemberId member, EmailAddress email, Words words) {
        transactions.run(() -> {
            boolean isTaken = accounts.byEmail(email).isPresent();
            MemberSecret secret = MemberSecret.random(member, random);
            proofs.saveEmail(secret, email, clock.instant().plus(Letters.ADDRESS_LIFE));
            if (isTaken) {
                letters.alreadyHere(email, words);
            } else {
                letters.proveAddress(email, secret, words);
            }
        });
    }

    /// Whether the link from the mail still opens.
    boolean mayChangeEmail(MemberSecret secret) {
        return proofs.isValid(ProofStore.Purpose.EMAIL, secret, clock.instant());
    }

    /// Changes the address by the proof from the mail, once, and ends all sessions but the one that asks, if
    /// it is the member's; false when the proof is worth nothing, or somebody else has come to have the
    /// address.
    boolean changeEmail(MemberSecret secret, @Nullable SessionKey asking, Words words) {
        try {
            return transactions.call(() -> {
                members.queue(List.of(secret.member()));
                Optional<EmailAddress> email = proofs.take(ProofStore.Purpose.EMAIL, secret, clock.instant())
                        .map(EmailAddress::new);
                email.ifPresent(proved -> {
                    Optional<AccountStore.Account> before = accounts.find(secret.member());
                    endOthers(secret.member(), asking);
                    accounts.setEmail(secret.member(), proved);
                    proofs.forget(secret.member());
                    before.ifPresent(account -> letters.addressChanged(account.email(), words)); // *counts last*
                });
                return email.isPresent();
            });
        } catch (DuplicateKeyException _) { // taken since the proof was mailed
            return false;
        }
    }

    /// Deletes the member and all that is theirs; false for the only operator, without whom nobody could let anyone in.
    boolean delete(MemberId member, Words words) {
        boolean isOperator = members.find(member).orElseThrow().isOperator();
        return transactions.call(() -> {
            if (isOperator && accounts.lockOperators().equals(List.of(member))) {
                return false;
            }
            members.queue(List.of(member));
            Optional<AccountStore.Account> account = accounts.find(member);
            sessions.endAll(member);
            members.delete(member);
            account.ifPresent(gone -> letters.deleted(gone.email(), words)); // *counts last*
            return true;
        });
    }

    private void endOthers(MemberId member, @Nullable SessionKey asking) {
        if (asking != null && asking.member().equals(member)) {
            sessions.endOthers(asking);
        } else {
            sessions.endAll(member);
        }
    }

    private void setPassword(MemberId member, String hash, Words words) {
        accounts.setPassword(member, hash, clock.instant());
        proofs.forget(member);
        accounts.find(member).ifPresent(account -> letters.passwordChanged(account.email(), words));
    }
}
