package org.wellmet.suggestion;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.wellmet.suggestion.Closures.Closure;
import org.wellmet.suggestion.Slate.Scored;

/// Chooses those who are judged in full, by what is known of hundreds: the best who could have a seat on a [Slate], and
/// enough for its balance.
///
/// Confined to one slate.
public final class Shortlist {
    /// So many are judged for the ten seats. bench/RESULTS.md says what more would bring.
    static final int ENOUGH = 20;

    /// At least so many of them open a new circle, if there are so many at all.
    static final int ENOUGH_OPENERS = 2 * Slate.LEAST_NEW_CIRCLES;

    /// At most so many of them close triangles.
    static final int ENOUGH_TRIANGLES = Slate.MOST_TRIANGLES + 1;

    private static final int SMALLEST_PIECE = 8;

    private final Map<Long, Closure> chosen = new HashMap<>();
    private int openers;
    private int triangles;

    private Shortlist() {}

    /// The chosen with their closures, by key. O(p log p), and closures for as many as it takes, mostly two dozen.
    ///
    /// @param prospects with what is known so far
    public static Map<Long, Closure> of(List<Prospect> prospects, SuggestionModel model, Lens lens, Closures closures) {
        Shortlist shortlist = new Shortlist();
        shortlist.choose(Slate.bestFirst(Slate.scored(prospects, model, lens)), closures);
        return shortlist.chosen;
    }

    private void choose(List<Scored> bestFirst, Closures closures) {
        for (int at = 0; at < bestFirst.size() && !isEnough(); ) {
            int pieceSize = Math.max(SMALLEST_PIECE, ENOUGH - chosen.size());
            List<Long> piece = new ArrayList<>(pieceSize);
            int trianglesLeft = ENOUGH_TRIANGLES - triangles;
            for (; at < bestFirst.size() && piece.size() < pieceSize; at++) {
                Scored scored = bestFirst.get(at);
                if (!surelyClosesTriangles(scored) || trianglesLeft-- > 0) {
                    piece.add(scored.prospect().key());
                }
            }
            take(piece, closures.of(piece));
        }
    }

    /// No mutual connection counts more than 1, so the damped number tells it without a look at them.
    private static boolean surelyClosesTriangles(Scored scored) {
        return scored.prospect().damped() > SuggestionModel.TRIANGLES - 1;
    }

    private boolean isEnough() {
        return chosen.size() >= ENOUGH && openers >= ENOUGH_OPENERS;
    }

    private void take(List<Long> piece, Map<Long, Closure> closures) {
        for (Long key : piece) {
            Closure closure = closures.get(key);
            if (closure != null && isWanted(closure.effect())) {
                chosen.put(key, closure);
                openers += closure.effect() == Effect.OPENS_CIRCLE ? 1 : 0;
                triangles += closure.effect() == Effect.CLOSES_TRIANGLES ? 1 : 0;
            }
        }
    }

    private boolean isWanted(Effect effect) {
        return switch (effect) {
            case OPENS_CIRCLE -> !isEnough();
            case WIDENS_CIRCLE -> chosen.size() < ENOUGH;
            case CLOSES_TRIANGLES -> chosen.size() < ENOUGH && triangles < ENOUGH_TRIANGLES;
        };
    }
}
