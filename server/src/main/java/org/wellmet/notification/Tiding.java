package org.wellmet.notification;

import java.util.List;
import org.wellmet.web.Text;

/// One thing that a mail tells. Immutable.
///
/// @param what the whole of it in one sentence
/// @param passages what follows
record Tiding(MailKind kind, Text what, List<Passage> passages) {
    Tiding {
        passages = List.copyOf(passages);
    }
}
