package org.wellmet.relevance;

import java.util.List;

/// What two members say alike, or what goes together, by kind of trait.
///
/// Immutable by agreement: the array is handed over.
///
/// @param kinds their names, as [TraitSource#name]
/// @param logOdds what each kind adds to the judgement, in units of log-odds
@SuppressWarnings("ArrayRecordComponent") // hundreds for one slate, compared by nobody
public record Sharing(List<String> kinds, double[] logOdds) {
    /// Of one kind; 0 where there is no such kind.
    public double of(String kind) {
        for (int i = 0; i < logOdds.length; i++) {
            if (kinds.get(i).equals(kind)) {
                return logOdds[i];
            }
        }
        return 0;
    }

    /// Of all kinds together.
    public double sum() {
        double sum = 0;
        for (double each : logOdds) {
            sum += each;
        }
        return sum;
    }
}
