package org.wellmet.relevance;

import java.text.NumberFormat;
import java.util.Locale;
import org.wellmet.web.Language;

/// Writes weights with two decimals, in the viewer's language. Immutable.
public record Decimals(Language language) {
    private static final int DECIMALS = 2;

    /// The number as it is printed.
    public String of(double value) {
        NumberFormat format = NumberFormat.getNumberInstance(Locale.forLanguageTag(language.code()));
        format.setMinimumFractionDigits(DECIMALS);
        format.setMaximumFractionDigits(DECIMALS);
        return format.format(value + 0.0); // no minus before a nought
    }
}
