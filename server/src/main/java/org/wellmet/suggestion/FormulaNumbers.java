package org.wellmet.suggestion;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.text.NumberFormat;
import java.util.Locale;
import org.wellmet.web.Language;

/// Writes the numbers of a formula with three figures, in the viewer's language. Immutable.
public record FormulaNumbers(Language language) {
    private static final MathContext THREE_FIGURES = new MathContext(3, RoundingMode.HALF_UP);
    private static final int MOST_DECIMALS = 6;

    /// The number as it is printed.
    public String of(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).round(THREE_FIGURES);
        NumberFormat format = NumberFormat.getNumberInstance(Locale.forLanguageTag(language.code()));
        format.setMaximumFractionDigits(MOST_DECIMALS);
        return format.format(rounded);
    }

    /// The degree from which on a mutual connection counts nothing.
    public int mostDegree() {
        return ProspectSearch.MOST_MUTUAL_DEGREE;
    }
}
