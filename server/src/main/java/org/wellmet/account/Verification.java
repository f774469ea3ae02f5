package org.wellmet.account;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.member.MemberId;

/// Whether somebody vouches for a member: their proved mail address lies under one of the network's domains, or an
/// operator let them in who had waited for it.
///
/// Thread-safe.
@Component
public final class Verification {
    private final VerificationStore store;
    private final NetworkSettings network;

    Verification(JdbcClient sql, NetworkSettings network) {
        this.store = new VerificationStore(sql);
        this.network = network;
    }

    /// Whether somebody vouches for the member.
    public boolean isVerified(MemberId member) {
        return store.find(member)
                .filter(account -> account.isLetIn()
                        || network.current().domains().contains(account.email().domain()))
                .isPresent();
    }
}
