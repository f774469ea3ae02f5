package org.wellmet.connection;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Viewer;
import org.wellmet.web.Portion;

/// The invitations that wait for a member or by them, page by page, with the people.
///
/// Those that wait for the member stand by relevance, the irrelevant at the end; by time where nothing judges them.
/// Whom the viewer may not see is left out, and with them their invitation. Thread-safe.
@Component
public final class Inbox {
    private static final Comparator<Waiting> BY_RELEVANCE = Comparator.comparing(Waiting::isIrrelevant)
            .thenComparing(Comparator.comparingDouble(Inbox::probability).reversed());

    private final Invitations invitations;
    private final Acquaintances acquaintances;
    private final Exchanges exchanges;
    private final ObjectProvider<InviterRelevance> relevance;

    Inbox(
            Invitations invitations,
            Acquaintances acquaintances,
            Exchanges exchanges,
            ObjectProvider<InviterRelevance> relevance) {
        this.invitations = invitations;
        this.acquaintances = acquaintances;
        this.exchanges = exchanges;
        this.relevance = relevance;
    }

    /// A page of a list.
    ///
    /// @param isFolded whether the irrelevant is folded away: where something stands above it, as a list that
    /// shows nobody helps nobody
    /// @param next what to ask for to get the next page, or empty
    record Page(List<Waiting> waiting, boolean isFolded, String next) {
        Page {
            waiting = List.copyOf(waiting);
        }

        /// Whether it lies folded away on this page.
        boolean isFoldedAway(Waiting one) {
            return isFolded && one.isIrrelevant();
        }

        /// Those in sight.
        List<Waiting> relevant() {
            return waiting.stream().filter(one -> !isFoldedAway(one)).toList();
        }

        /// Those that are folded away.
        List<Waiting> irrelevant() {
            return waiting.stream().filter(this::isFoldedAway).toList();
        }
    }

    /// Those of the viewer's invitations that lie folded away, by id: whoever tells of invitations keeps
    /// silent on them.
    public Set<Long> foldedAway(Viewer viewer) {
        List<Waiting> sorted = sorted(viewer);
        return new Page(sorted, isFolded(sorted), "")
                .irrelevant().stream().map(one -> one.invitation().id()).collect(Collectors.toSet());
    }

    /// @param after how many to leave out, as [Page#next] says
    Page received(Viewer viewer, String after) {
        List<Waiting> sorted = sorted(viewer);
        int from = Math.min(start(after), sorted.size());
        int to = Math.min(from + Invitations.PAGE_SIZE, sorted.size());
        List<Waiting> page = named(viewer, sorted.subList(from, to));
        return new Page(page, isFolded(sorted), to < sorted.size() ? Integer.toString(to) : "");
    }

    /// Whether a page of that box could have told of this as its next.
    static boolean isPlace(String box, String after) {
        return switch (box) {
            case "sent" -> Cursors.read(after).isPresent();
            case "declined" -> false; // it is one page
            default -> after.matches("[0-9]{1,4}");
        };
    }

    private static boolean isFolded(List<Waiting> sorted) {
        return sorted.stream().anyMatch(one -> !one.isIrrelevant());
    }

    private List<Waiting> sorted(Viewer viewer) {
        List<Invitation> found = invitations.received(viewer.id());
        List<MemberId> inviters = found.stream().map(Invitation::inviter).toList();
        Map<MemberId, Acquaintance> people = acquaintances.of(viewer, inviters);
        Map<MemberId, InviterRelevance.Judged> judged = judged(viewer, List.copyOf(people.keySet()));
        Map<Long, Integer> counts = exchanges.counts(found, viewer.id());
        return found.stream()
                .flatMap(one -> Optional.ofNullable(people.get(one.inviter()))
                        .map(person -> waiting(one, person, judged.get(one.inviter()), counts))
                        .stream())
                .sorted(BY_RELEVANCE)
                .toList();
    }

    Page sent(Viewer viewer, String after) {
        Portion<Invitation> page = invitations.sentPage(viewer.id(), after);
        List<Invitation> found = page.shown();
        return new Page(
                withPeople(viewer, found, Invitation::invitee),
                false,
                page.isMore() ? found.getLast().cursor() : "");
    }

    /// What the viewer declined and may still take back: one page, the latest first.
    Page declined(Viewer viewer) {
        return new Page(withPeople(viewer, invitations.declined(viewer.id()), Invitation::inviter), false, "");
    }

    private List<Waiting> withPeople(Viewer viewer, List<Invitation> found, Function<Invitation, MemberId> other) {
        Map<MemberId, Acquaintance> people =
                acquaintances.of(viewer, found.stream().map(other).toList());
        Map<Long, Integer> counts = exchanges.counts(found, viewer.id());
        return found.stream()
                .flatMap(
                        one -> Optional.ofNullable(people.get(other.apply(one)))
                                .map(person -> waiting(one, person, null, counts))
                                .stream())
                .toList();
    }

    /// Only those of the page in sight: a question about hundreds would read as many names.
    private List<Waiting> named(Viewer viewer, List<Waiting> page) {
        Map<MemberId, NamedMutuals> mutuals = acquaintances.mutuals(
                viewer, page.stream().map(one -> one.other().member().id()).toList());
        return page.stream()
                .map(one ->
                        one.through(mutuals.getOrDefault(one.other().member().id(), NamedMutuals.NONE)))
                .toList();
    }

    private Map<MemberId, InviterRelevance.Judged> judged(Viewer viewer, List<MemberId> inviters) {
        InviterRelevance judge = relevance.getIfAvailable();
        return judge == null || inviters.isEmpty() ? Map.of() : judge.of(viewer, inviters);
    }

    private static Waiting waiting(
            Invitation invitation,
            Acquaintance person,
            InviterRelevance.@Nullable Judged judged,
            Map<Long, Integer> counts) {
        return new Waiting(
                invitation,
                person,
                Optional.ofNullable(judged),
                NamedMutuals.NONE,
                counts.getOrDefault(invitation.id(), 0));
    }

    private static double probability(Waiting one) {
        return one.judged().map(InviterRelevance.Judged::probability).orElse(0.0);
    }

    private static int start(String after) {
        return after.matches("[0-9]{1,4}") ? Integer.parseInt(after) : 0;
    }
}
