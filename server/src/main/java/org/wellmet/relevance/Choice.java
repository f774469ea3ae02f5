package org.wellmet.relevance;

/// What one viewer had before them, for fitting: the signals of each of the others, with whom of them they are
/// tied, and for how many of the others each stands.
///
/// Immutable by agreement: the arrays are handed over.
@SuppressWarnings("ArrayRecordComponent") // millions of numbers, compared by nobody
record Choice(double[][] vectors, boolean[] isTied, double[] importance) {
    int tiedCount() {
        int count = 0;
        for (boolean tied : isTied) {
            count += tied ? 1 : 0;
        }
        return count;
    }
}
