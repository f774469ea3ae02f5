package org.wellmet.update;

/// A first step, and whether the viewer has done it.
public record FirstStepShown(FirstStep step, boolean isDone) {}
