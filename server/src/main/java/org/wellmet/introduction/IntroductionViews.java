package org.wellmet.introduction;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.connection.Acquaintance;
import org.wellmet.connection.Acquaintances;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Viewer;
import org.wellmet.visibility.Visibility;
import org.wellmet.web.Portion;

/// Introductions as each of the three may see them: one, the lists, and what became of them.
///
/// Thread-safe.
@Component
public final class IntroductionViews {
    /// Introductions on one page of a list.
    public static final int PAGE_SIZE = 20;

    /// Those that wait for an answer are counted up to here.
    public static final int MOST_COUNTED_WAITING = 200;

    private final IntroductionStore store;
    private final IntroductionListStore lists;
    private final Acquaintances acquaintances;
    private final Visibility visibility;
    private final InstantSource clock;

    IntroductionViews(JdbcClient sql, Acquaintances acquaintances, Visibility visibility, InstantSource clock) {
        this.store = new IntroductionStore(sql);
        this.lists = new IntroductionListStore(sql);
        this.acquaintances = acquaintances;
        this.visibility = visibility;
        this.clock = clock;
    }

    /// The introduction as this member may see it.
    public Optional<Shown> see(Viewer viewer, long id) {
        return Optional.ofNullable(all(viewer, List.of(id)).get(id));
    }

    /// Those of up to [Visibility#MOST_AT_ONCE] introductions of which the viewer may see anything.
    public Map<Long, Shown> all(Viewer viewer, Collection<Long> ids) {
        return ids.isEmpty()
                ? Map.of()
                : shown(viewer, store.of(viewer.id(), ids)).stream()
                        .collect(Collectors.toMap(Shown::id, Function.identity()));
    }

    /// A page of those that wait for the viewer's answer, latest first.
    ///
    /// @param before [Listed#next] of the page before; 0 for the first
    public Listed waiting(Viewer viewer, long before) {
        return listed(viewer, lists.waitingFor(viewer.id(), clock.instant(), start(before), PAGE_SIZE + 1));
    }

    /// How many the pages of [#waiting] show, up to [#MOST_COUNTED_WAITING]: as many, by the same leave, without the
    /// people and their texts. Two statements; one where nothing waits.
    public int waitingCount(Viewer viewer) {
        List<Set<MemberId>> threes = lists.whoWaitsFor(viewer.id(), clock.instant(), MOST_COUNTED_WAITING);
        Set<MemberId> seen =
                visibility.visible(viewer, threes.stream().flatMap(Set::stream).collect(Collectors.toSet()));
        return (int) threes.stream().filter(seen::containsAll).count();
    }

    /// A page of a list.
    ///
    /// @param next the id after which the next page begins, or 0 at the end
    public record Listed(List<Shown> introductions, long next) {
        public Listed {
            introductions = List.copyOf(introductions);
        }
    }

    /// A page of those that the viewer asked for, latest first.
    ///
    /// @param before [Listed#next] of the page before; 0 for the first
    public Listed asked(Viewer viewer, long before) {
        return listed(viewer, lists.askedBy(viewer.id(), start(before), PAGE_SIZE + 1));
    }

    /// A page of those that the viewer was asked to pass on and that wait for it no more.
    public Listed answered(Viewer viewer, long before) {
        return listed(viewer, lists.answeredBy(viewer.id(), clock.instant(), start(before), PAGE_SIZE + 1));
    }

    /// How often it came to something for the viewer in that role. Whom they may not see any more is not
    /// counted either, so that a number tells no more than the lists: a block looks like a deleted account.
    public Tally tally(Viewer viewer, Role role) {
        return lists.tally(viewer.id(), role);
    }

    private Listed listed(Viewer viewer, List<Introduction> found) {
        Portion<Introduction> page = Portion.of(found, PAGE_SIZE);
        return new Listed(
                shown(viewer, page.shown()),
                page.isMore() ? page.shown().getLast().id() : 0);
    }

    /// The one place where what is stored becomes what is seen.
    private List<Shown> shown(Viewer viewer, List<Introduction> found) {
        Instant now = clock.instant();
        Set<MemberId> concerned = new HashSet<>();
        found.forEach(introduction -> concerned.addAll(introduction.three()));
        Map<MemberId, Acquaintance> people = new HashMap<>(acquaintances.of(viewer, concerned));
        List<Shown> shown = new ArrayList<>();
        for (Introduction introduction : found) {
            Role role = introduction.roleOf(viewer.id()).orElseThrow();
            Acquaintance asker = people.get(introduction.asker());
            Acquaintance connector = people.get(introduction.connector());
            Acquaintance target = people.get(introduction.target());
            if (asker != null && connector != null && target != null) {
                Step.of(introduction, role, now)
                        .map(step -> Shown.of(introduction, role, step, new Shown.Three(asker, connector, target)))
                        .ifPresent(shown::add);
            }
        }
        return List.copyOf(shown);
    }

    private static long start(long before) {
        return before > 0 ? before : Long.MAX_VALUE;
    }
}
