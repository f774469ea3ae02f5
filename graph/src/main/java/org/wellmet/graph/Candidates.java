package org.wellmet.graph;

import java.util.List;

/// The best candidates and those asked for by name, highest score first, then by key. `isComplete` says that everybody
/// two steps away was looked at; when not, those who are answered come with whole sums and counts all the same.
public record Candidates(LogPosition asOf, List<Candidate> best, boolean isComplete) {
    public Candidates {
        best = List.copyOf(best);
    }
}
