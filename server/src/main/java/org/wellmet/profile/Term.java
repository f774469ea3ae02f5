package org.wellmet.profile;

import java.util.Optional;
import org.wellmet.vocabulary.Folding;

/// A text as the member wrote it, and the vocabulary's id of what it means, where one is known.
public record Term(String text, Optional<String> id) {
    private static final int MAX_ID_LENGTH = 100;

    /// Nothing said.
    public static final Term NONE = new Term("", Optional.empty());

    /// An id needs a text.
    public Term {
        if (id.isPresent() && (text.isEmpty() || id.get().length() > MAX_ID_LENGTH)) {
            throw new IllegalArgumentException("a term's id is short and stands beside a text, got " + id.get());
        }
    }

    /// Free text.
    public static Term of(String text) {
        return new Term(text, Optional.empty());
    }

    /// Whether nothing is said.
    public boolean isEmpty() {
        return text.isEmpty();
    }

    /// What two spellings of the same text have in common.
    String sameness() {
        return sameness(text);
    }

    /// As [#sameness()], for a bare text. A text of signs alone is itself.
    static String sameness(String text) {
        String folded = Folding.fold(text);
        return folded.isEmpty() ? text : folded;
    }
}
