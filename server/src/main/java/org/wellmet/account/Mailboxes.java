package org.wellmet.account;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.member.MemberId;

/// Which members sign in with which mail addresses: for rules and mails, never to be shown. Whoever tells a
/// viewer anything that follows from it asks first whether the member shows the address to that viewer, and
/// tells nothing otherwise.
///
/// Thread-safe.
@Component
public final class Mailboxes {
    /// More than any list of contacts has.
    public static final int MOST_AT_ONCE = 50_000;

    private final AccountStore accounts;

    Mailboxes(JdbcClient sql) {
        this.accounts = new AccountStore(sql);
    }

    /// Where the member is written to; empty for whoever does not take part or has no account, as a demo's members.
    public Optional<Mailbox> of(MemberId member) {
        return accounts.mailbox(member);
    }

    /// The members behind those of the typed addresses that somebody signs in with, by what was typed.
    public Map<String, MemberId> owners(Collection<String> typed) {
        if (typed.size() > MOST_AT_ONCE) {
            throw new IllegalArgumentException("at most " + MOST_AT_ONCE + " addresses at once, got " + typed.size());
        }
        Map<String, String> normal = new HashMap<>();
        typed.forEach(address -> EmailAddress.parse(address).ifPresent(email -> normal.put(address, email.value())));
        Map<String, MemberId> owners = accounts.owners(normal.values());
        Map<String, MemberId> found = new HashMap<>();
        normal.forEach((address, email) -> {
            MemberId owner = owners.get(email);
            if (owner != null) {
                found.put(address, owner);
            }
        });
        return Map.copyOf(found);
    }
}
