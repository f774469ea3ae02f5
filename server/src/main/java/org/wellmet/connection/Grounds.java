package org.wellmet.connection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.wellmet.member.MemberId;

/// What the server knows two members to share: the answers of all [Evidence]. Thread-safe.
@Component
public final class Grounds {
    private final ObjectProvider<Evidence> evidence;

    Grounds(ObjectProvider<Evidence> evidence) {
        this.evidence = evidence;
    }

    /// What both may read of what they share.
    public List<CommonGround> between(MemberId inviter, MemberId invitee) {
        return shared(inviter, invitee).all();
    }

    /// The same for several; who shares nothing is missing. How many statements it takes does not grow with
    /// them, except with those who were introduced or brought here.
    public Map<MemberId, List<CommonGround>> between(MemberId inviter, Collection<MemberId> others) {
        Map<MemberId, List<CommonGround>> all = new HashMap<>();
        if (!others.isEmpty()) {
            evidence.orderedStream()
                    .forEach(source -> source.commonGrounds(inviter, others)
                            .forEach((other, found) -> all.computeIfAbsent(other, _ -> new ArrayList<>())
                                    .addAll(found)));
        }
        return all;
    }

    /// What both may read of what they share, asked for when it is first needed.
    SharedGround shared(MemberId inviter, MemberId invitee) {
        return new SharedGround(() -> evidence.orderedStream()
                .flatMap(source -> of(source, inviter, invitee).stream()
                        .map(ground -> new SharedGround.Found(ground, source.isAcquaintance())))
                .toList());
    }

    /// What the viewer could come to share with the member.
    List<Claim> openings(MemberId viewer, MemberId member) {
        return evidence.orderedStream()
                .flatMap(source -> source.openings(viewer, member).stream().limit(Evidence.MOST))
                .limit(Evidence.MOST)
                .toList();
    }

    /// The way to a gate that asks for common ground.
    Door.Way way(MemberId viewer, MemberId member) {
        return new Door.Way.CommonGround(openings(viewer, member));
    }

    private static List<CommonGround> of(Evidence source, MemberId inviter, MemberId invitee) {
        return source.commonGround(inviter, invitee).stream()
                .limit(Evidence.MOST)
                .toList();
    }
}
