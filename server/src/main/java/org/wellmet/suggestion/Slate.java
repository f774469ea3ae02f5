package org.wellmet.suggestion;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.wellmet.suggestion.Closures.Closure;

/// The ten that are shown, best first: the best sum of scores among all choices that keep the balance.
///
/// 1. At most [#SIZE].
/// 2. At most [#MOST_TRIANGLES] close triangles, always: where everybody knows everybody, a shorter slate is the
///    honest one.
/// 3. At least [#LEAST_NEW_CIRCLES] open a new circle; all of those there are, when there are fewer.
/// 4. Nobody whose score is 0.
///
/// Immutable.
public record Slate(List<Seat> seats) {
    /// How many are suggested at once.
    public static final int SIZE = 10;

    /// At least so many open a new circle.
    public static final int LEAST_NEW_CIRCLES = 3;

    /// At most so many close triangles.
    public static final int MOST_TRIANGLES = 5;

    /// Written out: hundreds are sorted for every slate.
    private static final Comparator<Scored> BEST_FIRST = (a, b) -> a.score() == b.score()
            ? Long.compare(a.prospect().key(), b.prospect().key())
            : Double.compare(b.score(), a.score());

    private static final Comparator<Seat> BEST_SEAT_FIRST = Comparator.comparing(Seat::scored, BEST_FIRST);

    /// A prospect and its score.
    public record Scored(Prospect prospect, double score) {}

    /// One of the ten.
    public record Seat(Scored scored, Closure closure) {
        Effect effect() {
            return closure.effect();
        }
    }

    /// Copies the list.
    public Slate {
        seats = List.copyOf(seats);
    }

    /// Picks from the prospects. O(p log p).
    ///
    /// @param closures of the prospects, by key; who has none is not there any more
    public static Slate of(List<Prospect> prospects, SuggestionModel model, Lens lens, Map<Long, Closure> closures) {
        return balanced(scored(prospects, model, lens), closures);
    }

    static List<Scored> scored(List<Prospect> prospects, SuggestionModel model, Lens lens) {
        List<Scored> scored = new ArrayList<>(prospects.size());
        for (Prospect prospect : prospects) {
            scored.add(new Scored(prospect, model.score(prospect, lens)));
        }
        return scored;
    }

    static List<Scored> bestFirst(List<Scored> all) {
        List<Scored> sorted = new ArrayList<>(all);
        sorted.removeIf(scored -> scored.score() <= 0);
        sorted.sort(BEST_FIRST);
        return sorted;
    }

    static Slate balanced(List<Scored> all, Map<Long, Closure> closures) {
        Picking picking = new Picking();
        for (Scored scored : bestFirst(all)) {
            Closure closure = closures.get(scored.prospect().key());
            if (closure != null && !picking.isSure()) {
                picking.take(new Seat(scored, closure));
            }
        }
        return new Slate(picking.seats());
    }

    /// Takes prospects, best first. Those who open a new circle have their seats first; the other seats go by score,
    /// but for the triangles that are too many. A seat of the first kind taken by a lower score is what the balance
    /// costs, and nothing cheaper keeps it. Confined to one slate.
    private static final class Picking {
        private final List<Seat> openers = new ArrayList<>();
        private final List<Seat> others = new ArrayList<>();
        private int triangles;

        void take(Seat seat) {
            switch (seat.effect()) {
                case OPENS_CIRCLE -> openers.add(seat);
                case WIDENS_CIRCLE -> others.add(seat);
                case CLOSES_TRIANGLES -> {
                    if (triangles < MOST_TRIANGLES) {
                        others.add(seat);
                        triangles++;
                    }
                }
            }
        }

        /// Whether nobody with a lower score can get a seat.
        boolean isSure() {
            return openers.size() >= LEAST_NEW_CIRCLES && openers.size() + others.size() >= SIZE;
        }

        List<Seat> seats() {
            int reserved = Math.min(LEAST_NEW_CIRCLES, openers.size());
            List<Seat> seats = new ArrayList<>(openers.subList(0, reserved));
            List<Seat> rest = new ArrayList<>(openers.subList(reserved, openers.size()));
            rest.addAll(others);
            rest.sort(BEST_SEAT_FIRST);
            seats.addAll(rest.subList(0, Math.min(rest.size(), SIZE - reserved)));
            seats.sort(BEST_SEAT_FIRST);
            return seats;
        }
    }
}
