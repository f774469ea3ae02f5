package org.wellmet.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/// One of the first steps that a home without connections proposes. Features declare theirs as beans of type [Offer].
public record Step(Text title, Text why, boolean isDone, Optional<Action> action) {
    /// Where the step is taken.
    public record Action(String address, Text label) {}

    /// A step that is taken on another page.
    public static Step to(Text title, Text why, boolean isDone, String address, Text label) {
        return new Step(title, why, isDone, Optional.of(new Action(address, label)));
    }

    /// Proposes a step to whoever looks.
    public interface Offer {
        /// Which comes first.
        int order();

        /// The step as it stands for this member.
        Step step(HttpServletRequest request);
    }
}
