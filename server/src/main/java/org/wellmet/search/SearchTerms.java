package org.wellmet.search;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.wellmet.changelog.Change;
import org.wellmet.member.Member;
import org.wellmet.member.MemberId;
import org.wellmet.member.MemberStatus;
import org.wellmet.member.Members;
import org.wellmet.visibility.Audience;

/// What members can be found by: read from the tables, with the audience of each word.
///
/// Thread-safe.
@Component
final class SearchTerms {
    private final Members members;

    SearchTerms(Members members) {
        this.members = members;
    }

    /// Whether a document must be written anew after this change: that of the change's `memberId`.
    boolean concerns(Change change) {
        return change.kind().startsWith("member.") || change.kind().startsWith("profile.");
    }

    /// Up to `limit` ids above `after`, ascending, whatever the members' standing.
    List<MemberId> memberIdsAfter(long after, int limit) {
        return members.idsAfter(after, limit);
    }

    /// The terms of each active member among `ids`; one who may not be found is missing.
    Map<MemberId, List<Term>> of(Collection<MemberId> ids) {
        Map<MemberId, List<Term>> terms = new HashMap<>();
        for (Member member : members.all(ids).values()) {
            if (member.status() == MemberStatus.ACTIVE) {
                terms.put(member.id(), ofMember(member));
            }
        }
        return terms;
    }

    private static List<Term> ofMember(Member member) {
        List<Term> terms = new ArrayList<>();
        terms.add(new Term(Term.Kind.NAME, member.name(), Audience.MEMBERS));
        terms.add(new Term(Term.Kind.HANDLE, member.handle(), Audience.MEMBERS));
        terms.add(new Term(Term.Kind.HEADLINE, member.headline(), Audience.MEMBERS));
        return terms;
    }
}
