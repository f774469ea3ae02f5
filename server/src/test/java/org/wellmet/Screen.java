package org.wellmet;

import com.microsoft.playwright.options.ColorScheme;

/// The windows in which each page is looked at.
public enum Screen {
    WIDE_LIGHT(1280, 900, ColorScheme.LIGHT),
    WIDE_DARK(1280, 900, ColorScheme.DARK),
    NARROW_LIGHT(390, 844, ColorScheme.LIGHT),
    NARROW_DARK(390, 844, ColorScheme.DARK);

    private final int width;
    private final int height;
    private final ColorScheme scheme;

    Screen(int width, int height, ColorScheme scheme) {
        this.width = width;
        this.height = height;
        this.scheme = scheme;
    }

    public int width() {
        return width;
    }

    public int height() {
        return height;
    }

    public ColorScheme scheme() {
        return scheme;
    }
}
