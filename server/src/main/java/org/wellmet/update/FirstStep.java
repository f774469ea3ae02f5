package org.wellmet.update;

import org.wellmet.visibility.Viewer;
import org.wellmet.web.Text;

/// One step that makes the place useful to a member whose feed is still empty. Features declare theirs as beans, so
/// that the home page offers nothing that is not there.
public interface FirstStep {
    /// The place among the steps, lowest first.
    int order();

    /// What to do, as a heading.
    Text title();

    /// What it is good for, in a sentence or two.
    Text explanation();

    /// The words of the link.
    Text action();

    /// Where the link leads.
    String address();

    /// Whether the member has done it.
    boolean isDone(Viewer viewer);
}
