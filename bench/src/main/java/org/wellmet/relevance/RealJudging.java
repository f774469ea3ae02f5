package org.wellmet.relevance;

import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.LongFunction;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.wellmet.graph.BondQuestion;
import org.wellmet.graph.SocialGraph;
import org.wellmet.graph.VisibilityRule;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Audience;
import org.wellmet.visibility.Standing;

/// The server's own judging, over traits and a graph that exist in memory only: cards, ties, signals, weights,
/// contributions and reasons are those of [Relevance]; what it asks of the database (leave and blocks) is answered at
/// once, with leave for all and no blocks.
///
/// It puts together by force what Spring puts together in a server. In this package to reach its inside.
public final class RealJudging {
    /// How many of each may be looked at.
    public static final int MOST_LISTED = BondQuestion.MAX_LISTED;

    private static final int PIECE = 10_000;
    private static final int THIS_MONTH = 2026 * 12 + 11;

    private final TraitIndex index;
    private final SocialGraph graph;
    private final WeightBook weights;

    /// @param said what each member says, by the name of the kind of trait
    public RealJudging(SocialGraph graph, long lastKey, LongFunction<Map<String, List<Trait>>> said)
            throws ReflectiveOperationException {
        JdbcClient nothing = (JdbcClient) answeringNothing(JdbcClient.class);
        ProfileKinds kinds = new ProfileKinds();
        List<TraitSource> sources =
                List.of(made(AreaTraits.class), kinds.organisations(), kinds.schools(), kinds.skills(), kinds.topics());
        this.index = made(TraitIndex.class, sources);
        set(index, "current", cards(index.sources(), lastKey, said));
        this.weights = made(WeightBook.class, index, nothing);
        this.graph = graph;
    }

    private static TraitCards cards(
            List<TraitSource> sources, long lastKey, LongFunction<Map<String, List<Trait>>> said) {
        TraitCards cards = new TraitCards(sources);
        for (long from = 1; from <= lastKey; from += PIECE) {
            Set<MemberId> ids = new HashSet<>();
            List<Map<MemberId, TraitSource.Said>> each = new ArrayList<>();
            sources.forEach(_ -> each.add(new HashMap<>()));
            for (long key = from; key < Math.min(from + PIECE, lastKey + 1); key++) {
                MemberId id = new MemberId(key);
                ids.add(id);
                Map<String, List<Trait>> own = said.apply(key);
                for (int kind = 0; kind < sources.size(); kind++) {
                    List<Trait> traits = own.getOrDefault(sources.get(kind).name(), List.of());
                    each.get(kind).put(id, new TraitSource.Said(Audience.MEMBERS, traits));
                }
            }
            cards.write(new TraitCards.Said(ids, ids, each));
        }
        return cards;
    }

    /// As [Relevance#outlooks], with all of the others in sight.
    public List<Outlook> outlooks(long viewer, Collection<Long> keys) {
        return look(viewer, keys, looking -> judging().outlooks(looking.from(looking.others())));
    }

    /// As [Relevance#judge], with all of the others in sight.
    public List<Judgement> judge(long viewer, Collection<Long> keys, int listed) {
        return look(viewer, keys, looking -> judging().judge(looking.at(looking.others(), listed)));
    }

    private Judging judging() {
        return new Judging(index.sources(), weights.inForce());
    }

    private <T> T look(long viewer, Collection<Long> keys, Function<Looking, T> question) {
        Map<MemberId, Standing> standings = new HashMap<>();
        keys.forEach(key -> standings.put(new MemberId(key), Standing.MEMBER));
        VisibilityRule rule = VisibilityRule.seenBy(viewer);
        return index.read(() ->
                question.apply(new Looking(index, graph, rule, new MemberId(viewer), standings, false, THIS_MONTH)));
    }

    // ---- by force

    /// Made by its only constructor, of those of these things that fit each place; the other places are left empty.
    @SuppressWarnings("unchecked")
    private static <T> T made(Class<T> type, Object... things) throws ReflectiveOperationException {
        Constructor<?> constructor = type.getDeclaredConstructors()[0];
        constructor.setAccessible(true);
        Class<?>[] places = constructor.getParameterTypes();
        @Nullable Object[] filled = new @Nullable Object[places.length];
        for (int i = 0; i < places.length; i++) {
            for (Object thing : things) {
                filled[i] = filled[i] == null && places[i].isInstance(thing) ? thing : filled[i];
            }
        }
        return (T) constructor.newInstance(filled);
    }

    private static void set(Object owner, String name, Object value) throws ReflectiveOperationException {
        Field field = owner.getClass().getDeclaredField(name);
        field.setAccessible(true);
        field.set(owner, value);
    }

    /// A database client that finds nothing.
    private static Object answeringNothing(Class<?> type) {
        return Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (_, method, _) -> {
            Class<?> answer = method.getReturnType();
            if (answer == List.class) {
                return List.of();
            }
            if (answer == Set.class) {
                return Set.of();
            }
            return answer == Optional.class ? Optional.empty() : answeringNothing(answer);
        });
    }
}
