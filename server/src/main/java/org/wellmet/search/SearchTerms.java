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
import org.wellmet.profile.Education;
import org.wellmet.profile.Position;
import org.wellmet.profile.Profile;
import org.wellmet.profile.Profiles;
import org.wellmet.profile.Section;
import org.wellmet.profile.Skill;
import org.wellmet.visibility.Audience;

/// What members can be found by: read from the tables, with the audience of the section that each word stands in.
///
/// Thread-safe.
@Component
final class SearchTerms {
    private final Members members;
    private final Profiles profiles;

    SearchTerms(Members members, Profiles profiles) {
        this.members = members;
        this.profiles = profiles;
    }

    /// Whether a document must be written anew after this change: that of the change's `memberId`.
    boolean concerns(Change change) {
        return change.kind().startsWith("member.") || change.kind().equals(Profiles.CHANGED);
    }

    /// Up to `limit` ids above `after`, ascending, whatever the members' standing.
    List<MemberId> memberIdsAfter(long after, int limit) {
        return members.idsAfter(after, limit);
    }

    /// The terms of each active member among `ids`; one who may not be found is missing.
    Map<MemberId, List<Term>> of(Collection<MemberId> ids) {
        Map<MemberId, List<Term>> terms = new HashMap<>();
        profiles.whole(ids).forEach((id, profile) -> {
            if (profile.member().status() == MemberStatus.ACTIVE) {
                terms.put(id, of(profile));
            }
        });
        return terms;
    }

    private static List<Term> of(Profile profile) {
        Member member = profile.member();
        List<Term> terms = new ArrayList<>();
        terms.add(new Term(Term.Kind.NAME, member.name(), Audience.MEMBERS));
        terms.add(new Term(Term.Kind.HANDLE, member.handle(), Audience.MEMBERS));
        terms.add(new Term(Term.Kind.HEADLINE, member.headline(), Audience.MEMBERS));
        terms.add(new Term(Term.Kind.AREA, profile.words().area().text(), profile.audience(Section.PERSON)));
        profile.positions().forEach(kept -> addPosition(terms, kept.item(), profile.audience(Section.POSITIONS)));
        profile.education().forEach(kept -> addEducation(terms, kept.item(), profile.audience(Section.EDUCATION)));
        for (Skill.Kind kind : Skill.Kind.values()) {
            profile.skills(kind)
                    .forEach(kept -> terms.add(
                            new Term(Term.Kind.SKILL, kept.item().name().text(), profile.audience(Section.SKILLS))));
        }
        return terms;
    }

    private static void addPosition(List<Term> terms, Position position, Audience audience) {
        terms.add(new Term(Term.Kind.HEADLINE, position.title().text(), audience));
        terms.add(new Term(Term.Kind.ORGANISATION, position.organisation(), audience));
    }

    private static void addEducation(List<Term> terms, Education education, Audience audience) {
        terms.add(new Term(Term.Kind.SCHOOL, education.school().text(), audience));
        terms.add(new Term(Term.Kind.SCHOOL, education.degree(), audience));
    }
}
