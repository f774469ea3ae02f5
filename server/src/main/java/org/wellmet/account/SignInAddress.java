package org.wellmet.account;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.member.MemberId;

/// The mail address that a member signs in with, for features that show it to those to whom the member lets it be
/// shown. Whoever asks has asked for leave before. Thread-safe.
@Component
public final class SignInAddress {
    private final AccountStore accounts;

    SignInAddress(JdbcClient sql) {
        this.accounts = new AccountStore(sql);
    }

    /// The member's address; empty for a demo's members, who have none.
    public Optional<EmailAddress> of(MemberId member) {
        return accounts.find(member).map(AccountStore.Account::email);
    }
}
