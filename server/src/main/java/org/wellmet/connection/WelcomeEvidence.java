package org.wellmet.connection;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.member.MemberId;
import org.wellmet.member.Members;
import org.wellmet.web.Text;

/// That one of two came here by the other's personal invitation. Both know it. Thread-safe.
@Component
final class WelcomeEvidence implements Evidence {
    private final ArrivalStore store;
    private final Members members;

    WelcomeEvidence(JdbcClient sql, Members members) {
        this.store = new ArrivalStore(sql);
        this.members = members;
    }

    @Override
    public List<CommonGround> commonGround(MemberId inviter, MemberId invitee) {
        return host(inviter, invitee)
                .flatMap(members::find)
                .map(host -> List.of(new CommonGround(
                        new Claim(ClaimKind.WELCOMED, host.name()), Text.of("By a personal mail or link"))))
                .orElse(List.of());
    }

    /// Hardly any: only for them is the rest asked.
    @Override
    public Map<MemberId, List<CommonGround>> commonGrounds(MemberId inviter, Collection<MemberId> others) {
        return Evidence.super.commonGrounds(inviter, store.cameByOrBrought(inviter, others));
    }

    private Optional<MemberId> host(MemberId one, MemberId other) {
        if (store.cameBy(one, other)) {
            return Optional.of(one);
        }
        return store.cameBy(other, one) ? Optional.of(other) : Optional.empty();
    }
}
