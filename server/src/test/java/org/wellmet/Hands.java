package org.wellmet;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;

/// How somebody uses a page: with a mouse, or with a keyboard alone.
interface Hands {
    /// Presses a link, a button or the title of a menu.
    void press(Locator control);

    /// Types into an empty field.
    void type(Locator field, String text);

    /// Chooses a radio button, or ticks a box.
    void choose(Locator button);

    /// Takes the tick out of a box.
    void untick(Locator box);

    /// Chooses the option after the one that is chosen.
    void choosesNext(Locator select);

    /// Chooses among the offers under a field, once they are there.
    void take(Locator field, String offer);

    /// Chooses a file from one's own machine.
    void choose(Locator field, Path file);

    /// These hands at that page.
    static Hands at(Page page, boolean isByKeyboard) {
        return isByKeyboard ? new Keys(page) : new Pointer(page);
    }
}
