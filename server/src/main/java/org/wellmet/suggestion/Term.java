package org.wellmet.suggestion;

/// One factor of a score, as it is printed: rounded before it is multiplied, so that whoever checks the product with
/// the printed numbers gets the printed score.
///
/// @param value with three figures
/// @param exponent by the lens
/// @param power the value to the exponent, with three figures
public record Term(Factor factor, double value, double exponent, double power) {
    private static final double THREE_FIGURES = 100;
    private static final double MOST_SCALE = 1e9;
    private static final double TEN = 10;

    /// The factor of that value with that weight.
    static Term of(Factor factor, double value, double exponent) {
        double printed = rounded(value);
        return new Term(factor, printed, exponent, rounded(exponent == 1 ? printed : Math.pow(printed, exponent)));
    }

    /// With three figures; down to six zeros behind the point.
    private static double rounded(double value) {
        double scale = THREE_FIGURES;
        for (double left = value; left < 1 && scale < MOST_SCALE; left *= TEN) {
            scale *= TEN;
        }
        return Math.rint(value * scale) / scale;
    }
}
