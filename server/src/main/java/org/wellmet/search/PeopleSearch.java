package org.wellmet.search;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.wellmet.connection.Acquaintance;
import org.wellmet.connection.Acquaintances;
import org.wellmet.connection.Connections;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Viewer;

/// Searching for people.
///
/// **Order.** Those who match about as well as the best ([#ABOUT_AS_WELL]) come first, the nearest in the
/// network before those further away; then everyone else in the same way. So a name typed in full wins over a
/// likeness nearby, and among six Graces the one you know comes first.
///
/// Thread-safe.
@Component
public final class PeopleSearch {
    /// The longest text that is searched for.
    public static final int TEXT_MAX_LENGTH = 200;

    /// How many people one search knows of; who is not among them needs more words.
    public static final int MOST_FOUND = 200;

    static final int PAGE_SIZE = 20;

    private static final int SUGGESTED = 6;
    private static final double ABOUT_AS_WELL = 0.6;
    private static final int BEYOND_THIRD = 4;

    private static final Comparator<Candidate> ORDER = Comparator.comparing(
                    (Candidate candidate) -> !candidate.isAmongTheBest())
            .thenComparingInt(Candidate::distance)
            .thenComparing(Comparator.comparingDouble(Candidate::score).reversed())
            .thenComparingLong(Candidate::key);

    private final PeopleIndex index;
    private final Acquaintances acquaintances;
    private final Connections connections;

    PeopleSearch(PeopleIndex index, Acquaintances acquaintances, Connections connections) {
        this.index = index;
        this.acquaintances = acquaintances;
        this.connections = connections;
    }

    /// One page of the people whom the viewer may see and who match every word. Pages count from 1.
    public Found search(Viewer viewer, String typed, int page) {
        List<Acquaintance> all = ranked(viewer, typed);
        int from = Math.min((page - 1) * PAGE_SIZE, all.size());
        int to = Math.min(from + PAGE_SIZE, all.size());
        return new Found(all.subList(from, to), all.size(), page, to < all.size());
    }

    /// The first few, while the viewer is still typing.
    public List<Acquaintance> suggest(Viewer viewer, String typed) {
        return ranked(viewer, typed).stream().limit(SUGGESTED).toList();
    }

    private List<Acquaintance> ranked(Viewer viewer, String typed) {
        List<String> words = PeopleQuery.words(typed);
        if (words.isEmpty()) {
            return List.of();
        }
        List<PeopleIndex.Hit> hits = index.search(words, connectionKeys(viewer), MOST_FOUND);
        double best = hits.isEmpty() ? 0 : hits.getFirst().score();
        Map<MemberId, Acquaintance> seen = acquaintances.of(
                viewer, hits.stream().map(PeopleIndex.Hit::member).toList());
        return hits.stream()
                .flatMap(hit -> Optional.ofNullable(seen.get(hit.member())).stream()
                        .map(person -> new Candidate(person, hit.score(), hit.score() >= ABOUT_AS_WELL * best)))
                .sorted(ORDER)
                .map(Candidate::person)
                .toList();
    }

    private Set<Long> connectionKeys(Viewer viewer) {
        return connections.all(viewer.id()).stream().map(MemberId::value).collect(Collectors.toUnmodifiableSet());
    }

    /// Somebody found, and what decides their place.
    private record Candidate(Acquaintance person, double score, boolean isAmongTheBest) {
        int distance() {
            return person.steps() == 0 ? BEYOND_THIRD : person.steps();
        }

        long key() {
            return person.member().id().value();
        }
    }

    /// A page of results.
    ///
    /// @param count how many were found in all, of those whom the viewer may see; never more than [#MOST_FOUND]
    public record Found(List<Acquaintance> people, int count, int page, boolean hasNext) {
        public Found {
            people = List.copyOf(people);
        }

        /// Whether more may match than are counted.
        public boolean isCut() {
            return count >= MOST_FOUND;
        }
    }
}
