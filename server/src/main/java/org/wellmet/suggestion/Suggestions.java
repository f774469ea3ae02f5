package org.wellmet.suggestion;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.wellmet.connection.Acquaintance;
import org.wellmet.connection.Acquaintances;
import org.wellmet.connection.Door;
import org.wellmet.connection.Gate;
import org.wellmet.connection.Gates;
import org.wellmet.connection.Invitations;
import org.wellmet.connection.NamedMutuals;
import org.wellmet.database.Transactions;
import org.wellmet.member.MemberId;
import org.wellmet.relevance.Judgement;
import org.wellmet.suggestion.SlateDrawing.Drawn;
import org.wellmet.visibility.Viewer;

/// Whom a member might meet next, and what they said about it.
///
/// How a slate comes about stands in [SlateDrawing].
///
/// Thread-safe.
@Component
public final class Suggestions {
    /// How long a dismissal holds.
    public static final Duration MEMORY = Duration.ofDays(365);

    /// How long after it was sent somebody with an invitation between the two is not suggested, however it ended: as
    /// long as a decline may be final, which may come on an invitation's last day. So nobody learns of one by it.
    public static final Duration MEMORY_OF_INVITATIONS = Invitations.LIFE.plus(Invitations.PAUSE_AFTER_DECLINE);

    /// The most dismissals of one member that are kept; the oldest go first.
    static final int MOST_DISMISSALS = 2_000;

    private final SlateDrawing drawing;
    private final Acquaintances acquaintances;
    private final Gates gates;
    private final SuggestionStore store;
    private final Transactions transactions;
    private final InstantSource clock;

    Suggestions(
            SlateDrawing drawing,
            Acquaintances acquaintances,
            Gates gates,
            JdbcClient sql,
            Transactions transactions,
            InstantSource clock) {
        this.drawing = drawing;
        this.acquaintances = acquaintances;
        this.gates = gates;
        this.store = new SuggestionStore(sql);
        this.transactions = transactions;
        this.clock = clock;
    }

    /// The slate of a signed-in viewer, best first.
    public List<Suggestion> slate(Viewer viewer, Lens lens) {
        Drawn drawn = drawing.slate(viewer, model(), lens);
        List<MemberId> ids =
                drawn.slate().seats().stream().map(Suggestions::member).toList();
        Map<MemberId, Acquaintance> people = acquaintances.of(viewer, ids);
        Map<MemberId, NamedMutuals> mutuals = acquaintances.mutuals(viewer, ids);
        Set<MemberId> introduced = introduced(viewer, drawn, ids);
        List<Suggestion> shown = new ArrayList<>();
        for (Slate.Seat seat : drawn.slate().seats()) {
            MemberId id = member(seat);
            Acquaintance person = people.get(id);
            if (person != null) { // gone a moment ago
                Judgement judgement = drawn.judgement(id);
                shown.add(new Suggestion(
                        person,
                        shown.size() + 1,
                        seat,
                        judgement,
                        Why.of(judgement, lens),
                        mutuals.getOrDefault(id, NamedMutuals.NONE),
                        drawn.gate(id) == Gate.INTRODUCED && !introduced.contains(id)));
            }
        }
        return List.copyOf(shown);
    }

    private static MemberId member(Slate.Seat seat) {
        return new MemberId(seat.scored().prospect().key());
    }

    /// Those on the slate who want to be introduced, and to whom the viewer was: their gate is open to an invitation.
    /// One statement tells for whom that may be so; the gate itself is asked for these alone, who are few.
    private Set<MemberId> introduced(Viewer viewer, Drawn drawn, List<MemberId> ids) {
        List<MemberId> asking =
                ids.stream().filter(id -> drawn.gate(id) == Gate.INTRODUCED).toList();
        return store.everIntroduced(viewer.id(), asking).stream()
                .filter(id -> gates.doorsTo(viewer, id) instanceof Door.Open)
                .collect(Collectors.toUnmodifiableSet());
    }

    /// Suggests somebody no more to the viewer, for [#MEMORY]. The other is not told, and nothing of it can be seen.
    public void dismiss(MemberId member, MemberId other) {
        Instant now = clock.instant();
        transactions.run(() -> {
            store.dismiss(member, other, "DISMISSED", now);
            store.forgetOld(member, now.minus(MEMORY), MOST_DISMISSALS);
        });
    }

    /// Takes a dismissal back. False when there was none.
    public boolean restore(MemberId member, MemberId other) {
        return transactions.call(() -> store.restore(member, other));
    }

    /// Whether the member dismissed the other.
    public boolean isDismissed(MemberId member, MemberId other) {
        return store.isDismissed(member, other, clock.instant().minus(MEMORY));
    }

    /// Whether the member is suggested to others.
    public boolean isSuggested(MemberId member) {
        return store.isSuggested(member).orElse(true);
    }

    /// Suggests the member to others from the next slate on, which is what holds until they say otherwise.
    public void letBeSuggested(MemberId member) {
        transactions.run(() -> store.keepChoice(member, true));
    }

    /// Suggests the member to nobody from the next slate on.
    public void spare(MemberId member) {
        transactions.run(() -> store.keepChoice(member, false));
    }

    /// The model with what the operator set.
    public SuggestionModel model() {
        return new SuggestionModel(store.peak().orElse(SuggestionModel.USUAL_PEAK));
    }

    /// Says at how many mutual connections a bridge is best: `m*`. For operators.
    public void peakAt(int mutualCount) {
        transactions.run(() -> store.keepPeak(new SuggestionModel(mutualCount).peak()));
    }
}
