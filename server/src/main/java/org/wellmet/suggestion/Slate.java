package org.wellmet.suggestion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The ten that are shown, best first: the best sum of scores among all choices that keep the balance.
///
/// 1. At most [#SIZE].
/// 2. At most [#MOST_TRIANGLES] close triangles, always: where everybody knows everybody, a shorter slate is the honest
/// one.
/// 3. At least [#LEAST_NEW_CIRCLES] open a new circle; all of those there are, when there are fewer.
/// 4. Nobody whose score is 0.
///
/// Immutable.
public record Slate(List<Ranked> ranked) {
    /// How many are suggested at once.
    public static final int SIZE = 10;

    /// At least so many open a new circle.
    public static final int LEAST_NEW_CIRCLES = 3;

    /// At most so many close triangles.
    public static final int MOST_TRIANGLES = 5;

    private static final Comparator<Ranked> BEST_FIRST = Comparator.comparingDouble(Ranked::score)
            .reversed()
            .thenComparingLong(ranked -> ranked.prospect().key());

    /// A prospect and its score.
    public record Ranked(Prospect prospect, double score) {}

    /// Copies the list.
    public Slate {
        ranked = List.copyOf(ranked);
    }

    /// Picks from the prospects. O(p log p).
    public static Slate of(List<Prospect> prospects, SuggestionModel model, Lens lens) {
        return balanced(prospects.stream()
                .map(prospect -> new Ranked(prospect, model.score(prospect, lens)))
                .toList());
    }

    /// Those who open a new circle have their seats first; the other seats go by score, but for the triangles that
    /// are too many. A seat of the first kind taken by a lower score is what the balance costs, and nothing cheaper
    /// keeps it.
    static Slate balanced(List<Ranked> all) {
        List<Ranked> sorted = all.stream()
                .filter(ranked -> ranked.score() > 0)
                .sorted(BEST_FIRST)
                .toList();
        List<Ranked> picked = new ArrayList<>(sorted.stream()
                .filter(ranked -> ranked.prospect().effect() == Effect.OPENS_CIRCLE)
                .limit(LEAST_NEW_CIRCLES)
                .toList());
        int triangles = 0;
        for (Ranked ranked : sorted) {
            boolean closes = ranked.prospect().effect() == Effect.CLOSES_TRIANGLES;
            if (picked.size() == SIZE) {
                break;
            }
            if (picked.contains(ranked) || (closes && triangles == MOST_TRIANGLES)) {
                continue;
            }
            picked.add(ranked);
            triangles += closes ? 1 : 0;
        }
        picked.sort(BEST_FIRST);
        return new Slate(picked);
    }
}
