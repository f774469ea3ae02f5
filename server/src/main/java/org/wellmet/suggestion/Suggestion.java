package org.wellmet.suggestion;

import java.util.List;
import org.wellmet.connection.Acquaintance;
import org.wellmet.connection.NamedMutuals;
import org.wellmet.relevance.Judgement;
import org.wellmet.suggestion.Closures.Closure;

/// Somebody worth meeting, as the viewer may read it.
///
/// @param place on the slate, from 1
/// @param seat what the formula took and made, and what a connection would do to the viewer's circles
/// @param why the strongest reasons, the lens's own first
/// @param mutuals whom both know, as far as the viewer may know of it
/// @param isByIntroduction whether the way to them leads through a mutual connection: an invitation would not reach
///     them
public record Suggestion(
        Acquaintance person,
        int place,
        Slate.Seat seat,
        Judgement judgement,
        List<Why> why,
        NamedMutuals mutuals,
        boolean isByIntroduction) {
    /// Copies the list.
    public Suggestion {
        why = List.copyOf(why);
    }

    /// The strongest of the reasons that the lens looks for: what is said before anything else.
    public List<Why> whyByLens() {
        return why.stream().filter(Why::isOfLens).limit(1).toList();
    }

    /// The other reasons.
    public List<Why> whyBesides() {
        return why.subList(whyByLens().size(), why.size());
    }

    /// The numbers that the formula took.
    public Prospect prospect() {
        return seat.scored().prospect();
    }

    /// What the formula made of them.
    public double score() {
        return seat.scored().score();
    }

    /// What the two have in common.
    public Closure closure() {
        return seat.closure();
    }

    /// What a connection would do to the viewer's circles.
    public Effect effect() {
        return seat.effect();
    }

    /// Where to take the next step.
    public String address() {
        String handle = person.member().handle();
        return isByIntroduction ? "/members/" + handle + "/introduction" : "/invite/" + handle;
    }
}
