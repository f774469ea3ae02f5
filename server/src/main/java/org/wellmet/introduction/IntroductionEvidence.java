package org.wellmet.introduction;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.connection.Claim;
import org.wellmet.connection.ClaimKind;
import org.wellmet.connection.CommonGround;
import org.wellmet.connection.Connections;
import org.wellmet.connection.Evidence;
import org.wellmet.member.Member;
import org.wellmet.member.MemberId;
import org.wellmet.member.Members;
import org.wellmet.visibility.Viewer;
import org.wellmet.visibility.Visibility;
import org.wellmet.web.Text;

/// Who introduced two members to each other: whoever passed an introduction on in the past year.
///
/// *Silence is silence*: it stands whatever the target answered, for an asker who lost it would know of a decline.
/// It falls where asker and connector part, and where one of the two may not see the connector.
///
/// Thread-safe.
@Component
final class IntroductionEvidence implements Evidence {
    private static final Duration COUNTS_FOR = Duration.ofDays(365);

    private final ForwardedStore store;
    private final Connections connections;
    private final Visibility visibility;
    private final Members members;
    private final InstantSource clock;

    IntroductionEvidence(
            JdbcClient sql, Connections connections, Visibility visibility, Members members, InstantSource clock) {
        this.store = new ForwardedStore(sql);
        this.connections = connections;
        this.visibility = visibility;
        this.members = members;
        this.clock = clock;
    }

    @Override
    public List<CommonGround> commonGround(MemberId inviter, MemberId invitee) {
        Instant since = clock.instant().minus(COUNTS_FOR);
        List<Introduction> stand = store.forwardedBetween(inviter, invitee, since, MOST).stream()
                .filter(one -> connections.areConnected(one.asker(), one.connector()))
                .toList();
        if (stand.isEmpty()) {
            return List.of();
        }
        Set<MemberId> connectors = stand.stream().map(Introduction::connector).collect(Collectors.toSet());
        Set<MemberId> seenByInviter = visibility.visible(Viewer.of(inviter), connectors);
        Set<MemberId> seenByInvitee = visibility.visible(Viewer.of(invitee), connectors);
        Map<MemberId, Member> people = members.all(connectors);
        return stand.stream()
                .filter(one -> seenByInviter.contains(one.connector()) && seenByInvitee.contains(one.connector()))
                .flatMap(one -> Optional.ofNullable(people.get(one.connector()))
                        .map(connector -> ground(connector, one.forwardedAt().orElseThrow()))
                        .stream())
                .toList();
    }

    /// Hardly any: only for them is the rest asked.
    @Override
    public Map<MemberId, List<CommonGround>> commonGrounds(MemberId inviter, Collection<MemberId> others) {
        Instant since = clock.instant().minus(COUNTS_FOR);
        return Evidence.super.commonGrounds(inviter, store.introduced(inviter, others, since));
    }

    private static CommonGround ground(Member connector, Instant at) {
        return new CommonGround(
                new Claim(ClaimKind.INTRODUCED, connector.name()), Text.of("Passed on through this network, {0}", at));
    }
}
