package org.wellmet.picture;

import org.wellmet.member.MemberId;
import org.wellmet.visibility.Viewer;

/// Says whether a viewer may see a picture where a feature shows it. One yes among all features is enough; no answer is
/// a no.
public interface PictureLeave {
    /// Whether this feature shows the picture to the viewer. False for pictures that are not the feature's.
    boolean maySee(Viewer viewer, MemberId owner, long pictureId);
}
