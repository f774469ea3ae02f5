package org.wellmet.suggestion;

import static org.assertj.core.api.Assertions.assertThat;
import static org.wellmet.suggestion.Effect.CLOSES_TRIANGLES;
import static org.wellmet.suggestion.Effect.OPENS_CIRCLE;
import static org.wellmet.suggestion.Effect.WIDENS_CIRCLE;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.wellmet.suggestion.Closures.Closure;

/// Who is judged in full: the best, and enough of each kind for the balance.
class ShortlistTest {
    private final List<Prospect> prospects = new ArrayList<>();
    private final Map<Long, Effect> effects = new HashMap<>();
    private final List<Long> asked = new ArrayList<>();

    private void add(Effect effect, int count, double relevance) {
        for (int i = 0; i < count; i++) {
            add(effect, relevance - i * 0.001);
        }
    }

    private void add(Effect effect, double relevance) {
        long key = prospects.size() + 1L;
        prospects.add(new Prospect(key, 1, relevance, Likeness.NONE, 1));
        effects.put(key, effect);
    }

    private Map<Long, Closure> closures(Collection<Long> keys) {
        Map<Long, Closure> closures = new HashMap<>();
        for (Long key : keys) {
            asked.add(key);
            Effect effect = effects.get(key);
            if (effect != null) {
                closures.put(key, new Closure(effect == CLOSES_TRIANGLES ? 3 : 1, effect));
            }
        }
        return closures;
    }

    private Map<Long, Closure> shortlist() {
        return Shortlist.of(prospects, new SuggestionModel(10), Lens.BALANCED, this::closures);
    }

    private long count(Effect effect) {
        return shortlist().values().stream()
                .filter(closure -> closure.effect() == effect)
                .count();
    }

    @Test
    void theBestAreChosenAndNoMoreAreAskedForThanItTakes() {
        add(OPENS_CIRCLE, 200, 0.9);

        assertThat(shortlist().keySet()).hasSize(Shortlist.ENOUGH).allMatch(key -> key <= Shortlist.ENOUGH);
        assertThat(asked).hasSize(Shortlist.ENOUGH);
    }

    @Test
    void thereAreEnoughForTheBalanceHoweverFarDownTheyStand() {
        add(CLOSES_TRIANGLES, 100, 0.9);
        add(WIDENS_CIRCLE, 100, 0.6);
        add(OPENS_CIRCLE, 50, 0.2);

        assertThat(count(CLOSES_TRIANGLES)).isEqualTo(Shortlist.ENOUGH_TRIANGLES);
        assertThat(count(WIDENS_CIRCLE)).isEqualTo(Shortlist.ENOUGH - Shortlist.ENOUGH_TRIANGLES);
        assertThat(count(OPENS_CIRCLE)).isEqualTo(Shortlist.ENOUGH_OPENERS);
    }

    /// More than two after damping cannot be less than three.
    @Test
    void whoIsSureToCloseTrianglesIsNotLookedAtOnceThereAreEnoughOfThem() {
        for (int i = 0; i < 250; i++) {
            long key = prospects.size() + 1L;
            prospects.add(new Prospect(key, 2.1, 0.9, Likeness.NONE, 1));
            effects.put(key, CLOSES_TRIANGLES);
        }
        add(OPENS_CIRCLE, 1, 0.1);

        assertThat(shortlist()).hasSize(Shortlist.ENOUGH_TRIANGLES + 1).containsKey(251L);
        assertThat(asked).hasSize(Shortlist.ENOUGH_TRIANGLES + 1);
    }

    @Test
    void whoIsNotThereAnyMoreIsNotChosen() {
        add(OPENS_CIRCLE, 30, 0.9);
        effects.remove(1L);

        assertThat(shortlist()).hasSize(Shortlist.ENOUGH).doesNotContainKey(1L);
    }

    /// Judged again by the same numbers, the shortlist makes the slate that all of them make.
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void whoHasASeatAmongAllHasOneAmongTheChosen(long seed) {
        Random random = new Random(seed);
        SuggestionModel model = new SuggestionModel(10);
        for (int round = 0; round < 50; round++) {
            prospects.clear();
            effects.clear();
            int size = random.nextInt(120);
            double lean = random.nextDouble();
            for (int i = 0; i < size; i++) {
                Effect effect = random.nextDouble() < lean ? CLOSES_TRIANGLES : Effect.values()[random.nextInt(3)];
                add(effect, random.nextInt(1_000) / 1_000.0);
            }
            Map<Long, Closure> chosen = shortlist();

            Slate ofAll = Slate.of(prospects, model, Lens.BALANCED, closures(effects.keySet()));
            Slate ofChosen = Slate.of(
                    prospects.stream()
                            .filter(prospect -> chosen.containsKey(prospect.key()))
                            .toList(),
                    model,
                    Lens.BALANCED,
                    chosen);

            assertThat(ofChosen).isEqualTo(ofAll);
        }
    }
}
