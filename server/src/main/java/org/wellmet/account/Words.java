package org.wellmet.account;

import org.wellmet.web.Text;

/// Says a text in one person's language; a page hands in its frame's.
@FunctionalInterface
public interface Words {
    /// The text in that language.
    String say(Text text);
}
