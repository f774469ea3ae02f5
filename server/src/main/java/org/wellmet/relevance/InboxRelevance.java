package org.wellmet.relevance;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.wellmet.connection.InviterRelevance;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Viewer;

/// Orders the inbox: how relevant each inviter is to the invitee. Thread-safe.
@Component
final class InboxRelevance implements InviterRelevance {
    private final Relevance relevance;

    InboxRelevance(Relevance relevance) {
        this.relevance = relevance;
    }

    @Override
    public Map<MemberId, Judged> of(Viewer viewer, Collection<MemberId> others) {
        Map<MemberId, Judged> judged = new LinkedHashMap<>();
        relevance
                .judge(viewer, others)
                .forEach(judgement -> judged.put(
                        judgement.member(),
                        new Judged(
                                judgement.probability(),
                                judgement.reasons().stream().map(Reason::text).toList())));
        return judged;
    }
}
