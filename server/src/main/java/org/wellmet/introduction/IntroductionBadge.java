package org.wellmet.introduction;

import jakarta.servlet.http.HttpServletRequest;
import org.wellmet.visibility.Viewer;
import org.wellmet.visibility.Viewers;
import org.wellmet.web.Badge;

/// How many introductions wait for the viewer, as connector or as target, beside the place that leads to them
/// and beside the one of the frame that leads there. Counted once per request. Thread-safe.
record IntroductionBadge(String place, IntroductionViews views) implements Badge {
    private static final String COUNTED = IntroductionBadge.class.getName();

    @Override
    public long count(HttpServletRequest request) {
        if (request.getAttribute(COUNTED) instanceof Integer counted) {
            return counted;
        }
        int count = Viewers.current()
                .member()
                .map(member -> views.waitingCount(Viewer.of(member)))
                .orElse(0);
        request.setAttribute(COUNTED, count);
        return count;
    }
}
