package org.wellmet.suggestion;

import java.util.List;
import org.wellmet.connection.Acquaintance;
import org.wellmet.relevance.Judgement;
import org.wellmet.suggestion.Closures.Closure;
import org.wellmet.web.Text;

/// Somebody worth meeting, as the viewer may read it.
///
/// @param place on the slate, from 1
/// @param closure what the two have in common, and what a connection would do to the viewer's circles
/// @param isByIntroduction whether the way to them leads through a mutual connection
public record Suggestion(
        Acquaintance person,
        int place,
        Prospect prospect,
        Closure closure,
        double score,
        Judgement judgement,
        boolean isByIntroduction) {
    /// Why: the strongest first.
    public List<Text> reasons() {
        return judgement.reasons().stream().map(reason -> reason.text()).toList();
    }

    /// What a connection would do to the viewer's circles.
    public Effect effect() {
        return closure.effect();
    }

    /// Where to take the next step.
    public String address() {
        String handle = person.member().handle();
        return isByIntroduction ? "/members/" + handle + "/introduction" : "/invite/" + handle;
    }
}
