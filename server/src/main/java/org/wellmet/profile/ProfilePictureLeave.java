package org.wellmet.profile;

import org.springframework.stereotype.Component;
import org.wellmet.member.MemberId;
import org.wellmet.member.Members;
import org.wellmet.picture.PictureLeave;
import org.wellmet.visibility.Viewer;
import org.wellmet.visibility.Visibility;

/// Shows a member's picture to whoever may know that the member is here, as long as it is their picture. Thread-safe.
@Component
final class ProfilePictureLeave implements PictureLeave {
    private final Members members;
    private final Visibility visibility;

    ProfilePictureLeave(Members members, Visibility visibility) {
        this.members = members;
        this.visibility = visibility;
    }

    @Override
    public boolean maySee(Viewer viewer, MemberId owner, long pictureId) {
        boolean isShown = members.find(owner)
                .flatMap(member -> member.pictureId())
                .filter(shown -> shown == pictureId)
                .isPresent();
        return isShown && visibility.maySee(viewer, owner);
    }
}
