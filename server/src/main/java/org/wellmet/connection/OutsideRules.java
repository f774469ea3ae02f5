package org.wellmet.connection;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;
import org.wellmet.account.EmailAddress;
import org.wellmet.account.JoinPolicy;
import org.wellmet.account.Mailboxes;
import org.wellmet.account.NetworkSetting;
import org.wellmet.account.NetworkSettings;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Blocks;

/// Whom a member may invite who is not here: whom the network admits by rules of its own, and whom no block
/// keeps away.
///
/// Thread-safe.
@Component
final class OutsideRules {
    private final NetworkSettings network;
    private final Mailboxes mailboxes;
    private final Blocks blocks;

    OutsideRules(NetworkSettings network, Mailboxes mailboxes, Blocks blocks) {
        this.network = network;
        this.mailboxes = mailboxes;
        this.blocks = blocks;
    }

    /// Whether anybody is admitted without a link of an operator's.
    boolean admitAnybody() {
        return network.current().joinPolicy() != JoinPolicy.LINK;
    }

    /// Whether whoever has this address is admitted.
    boolean admit(EmailAddress address) {
        NetworkSetting setting = network.current();
        return switch (setting.joinPolicy()) {
            case ANYONE, APPROVAL -> true;
            case DOMAIN -> setting.domains().contains(address.domain());
            case LINK -> false;
        };
    }

    /// Whether a block lies between the member and who has the address. The same is asked where nobody has
    /// it, so that the time does not tell.
    boolean areSeparated(MemberId member, EmailAddress address) {
        Set<MemberId> separated = blocks.separatedFrom(member);
        return Optional.ofNullable(mailboxes.owners(List.of(address.value())).get(address.value()))
                .filter(separated::contains)
                .isPresent();
    }
}
