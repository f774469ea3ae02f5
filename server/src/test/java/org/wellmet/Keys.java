package org.wellmet;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.nio.file.Path;

/// Somebody with a keyboard alone: Tab, Enter, Space, the arrows and text. Where they arrive, the focus must show and
/// nothing may lie over it.
record Keys(Page page) implements Hands {
    private static final int MOST_STOPS = 150;

    /// Empty where the focus is here and seen; "elsewhere"; or what is wrong with it.
    private static final String FOCUS = """
            it => {
              const active = document.activeElement;
              if (it !== active) {
                return it.type === 'radio' && active.type === 'radio' && active.name === it.name ? 'in its group' : 'elsewhere';
              }
              if (!it.matches(':focus-visible')) return 'the focus does not show';
              const style = getComputedStyle(it);
              if (style.outlineStyle === 'none' || parseFloat(style.outlineWidth) < 2) return 'no ring of focus';
              const box = it.getBoundingClientRect();
              const top = document.elementFromPoint(box.x + box.width / 2, box.y + box.height / 2);
              if (!top) return 'outside of the window';
              return top === it || it.contains(top) || top.contains(it) ? '' : 'hidden under ' + top.outerHTML;
            }""";

    @Override
    public void press(Locator control) {
        reach(control);
        page.keyboard().press("Enter");
    }

    @Override
    public void type(Locator field, String text) {
        reach(field);
        page.keyboard().type(text);
    }

    @Override
    public void choose(Locator button) {
        reach(button);
        if (!button.isChecked()) {
            page.keyboard().press("Space");
        }
        assertThat(button.isChecked()).isTrue();
    }

    @Override
    public void untick(Locator box) {
        reach(box);
        page.keyboard().press("Space");
        assertThat(box.isChecked()).isFalse();
    }

    @Override
    public void choosesNext(Locator select) {
        reach(select);
        page.keyboard().press("ArrowDown");
    }

    @Override
    public void take(Locator field, String offer) {
        page.locator("[role=option]", new Page.LocatorOptions().setHasText(offer))
                .waitFor();
        Locator pointed = page.locator("[role=option][aria-selected=true]");
        for (int i = 0; i < MOST_STOPS; i++) {
            page.keyboard().press("ArrowDown");
            if (pointed.count() > 0 && pointed.textContent().contains(offer)) {
                page.keyboard().press("Enter");
                return;
            }
        }
        throw new AssertionError("the arrows do not reach the offer of " + offer);
    }

    @Override
    public void choose(Locator field, Path file) {
        page.onFileChooser(chosen -> {}); // before the keys: its own subscription may come after the Enter
        reach(field);
        page.waitForFileChooser(() -> page.keyboard().press("Enter")).setFiles(file);
    }

    private void reach(Locator target) {
        target.waitFor();
        for (int i = 0; i < MOST_STOPS; i++) {
            String focus = String.valueOf(target.evaluate(FOCUS));
            switch (focus) {
                case "elsewhere" -> page.keyboard().press("Tab");
                case "in its group" -> page.keyboard().press("ArrowDown");
                default -> {
                    assertThat(focus).as("%s at %s", target, page.url()).isEmpty();
                    return;
                }
            }
        }
        throw new AssertionError("the Tab key does not reach " + target + " at " + page.url());
    }
}
