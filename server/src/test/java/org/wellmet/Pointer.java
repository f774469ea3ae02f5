package org.wellmet;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;

/// Somebody with a mouse, who touches the keyboard only to type text.
record Pointer(Page page) implements Hands {
    @Override
    public void press(Locator control) {
        control.click();
    }

    @Override
    public void type(Locator field, String text) {
        field.click();
        page.keyboard().type(text);
    }

    @Override
    public void choose(Locator button) {
        button.check();
    }

    @Override
    public void untick(Locator box) {
        box.uncheck();
    }

    @Override
    public void choosesNext(Locator select) {
        // The list that opens belongs to the system and cannot be reached from here.
        select.click();
        page.keyboard().press("Escape");
        Object next = select.evaluate("list => list.options[list.selectedIndex + 1].value");
        select.selectOption(String.valueOf(next));
    }

    @Override
    public void take(Locator field, String offer) {
        page.locator("[role=option]", new Page.LocatorOptions().setHasText(offer))
                .click();
    }

    @Override
    public void choose(Locator field, Path file) {
        page.waitForFileChooser(field::click).setFiles(file);
    }
}
