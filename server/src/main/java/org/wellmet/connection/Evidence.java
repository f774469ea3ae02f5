package org.wellmet.connection;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.wellmet.member.MemberId;

/// Knows what two members share. Features above this one implement it as beans, one class for each kind: profiles for
/// organisations, schools, topics and skills, introductions for who introduced them, groups for groups, events for
/// events.
public interface Evidence {
    /// The most that is asked of one bean for one pair.
    int MOST = 5;

    /// What the two share, strongest first, at most [#MOST]: only facts that *each of the two* may see of the
    /// other, for both will read them.
    List<CommonGround> commonGround(MemberId inviter, MemberId invitee);

    /// As [#commonGround], for one inviter and several others; whoever shares nothing is missing. One who can answer
    /// for many at once does so here.
    default Map<MemberId, List<CommonGround>> commonGrounds(MemberId inviter, Collection<MemberId> others) {
        Map<MemberId, List<CommonGround>> all = new LinkedHashMap<>();
        for (MemberId other : others) {
            List<CommonGround> common = commonGround(inviter, other);
            if (!common.isEmpty()) {
                all.put(other, common);
            }
        }
        return all;
    }

    /// What `viewer` could come to share with `member`, from facts the viewer may see: a group to join, a topic to
    /// take up. Strongest first, at most [#MOST].
    default List<Claim> openings(MemberId viewer, MemberId member) {
        return List.of();
    }

    /// Whether this kind shows that the two do know each other, so that an invitation on its ground uses up none of
    /// the inviter's allowance: a roster, a group, an event. What members write of themselves shows no such thing.
    default boolean isAcquaintance() {
        return false;
    }
}
