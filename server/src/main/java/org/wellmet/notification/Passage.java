package org.wellmet.notification;

import org.wellmet.web.Text;

/// A paragraph of a mail.
sealed interface Passage {
    /// A sentence of ours.
    record Line(Text text) implements Passage {}

    /// What a member wrote, to stand as it was written and apart from what we say.
    record Quote(String words) implements Passage {}

    /// The path of a page of ours.
    record Link(String path) implements Passage {}
}
