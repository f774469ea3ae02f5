package org.wellmet.update;

import java.util.Comparator;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.wellmet.connection.Connections;
import org.wellmet.visibility.Viewer;

/// What the home page proposes to those whose network or feed is still empty. Thread-safe.
@Component
final class FirstSteps {
    private final ObjectProvider<FirstStep> steps;
    private final Connections connections;

    FirstSteps(ObjectProvider<FirstStep> steps, Connections connections) {
        this.steps = steps;
        this.connections = connections;
    }

    /// The steps that the features offer, in their order; none for a member with connections and something to read.
    List<FirstStepShown> of(Viewer viewer, boolean isFeedEmpty) {
        if (!isFeedEmpty && connections.count(viewer, viewer.id()) > 0) {
            return List.of();
        }
        return steps.stream()
                .sorted(Comparator.comparingInt(FirstStep::order))
                .map(step -> new FirstStepShown(step, step.isDone(viewer)))
                .toList();
    }
}
