package org.wellmet.graph;

import java.util.List;

/// The best candidates and those asked for by name, highest score first, then by key. `isComplete` says that no mutual
/// connection was left
/// out for being too costly to read.
public record Candidates(LogPosition asOf, List<Candidate> best, boolean isComplete) {
    public Candidates {
        best = List.copyOf(best);
    }
}
