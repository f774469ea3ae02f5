package org.wellmet.connection;

import java.util.List;
import org.wellmet.member.MemberId;

/// Knows what two members share. Features above this one implement it as beans: profiles for organisations, schools,
/// topics and skills, groups for groups, events for events.
public interface Evidence {
    /// The most that is asked of one bean for one pair.
    int MOST = 5;

    /// What the two share, strongest first, at most [#MOST]: only facts that *each of the two* may see of the
    /// other, for both will read them.
    List<CommonGround> commonGround(MemberId inviter, MemberId invitee);
}
