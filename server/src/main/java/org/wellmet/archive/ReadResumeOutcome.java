package org.wellmet.archive;

import java.util.List;

/// What became of reading a JSON Resume. Only the first case leaves anything behind.
public sealed interface ReadResumeOutcome {
    /// It was read.
    record Read(Resume resume) implements ReadResumeOutcome {}

    /// It is longer than any curriculum.
    record TooLong(int limitKilobytes) implements ReadResumeOutcome {}

    /// It is not JSON.
    record NotJson() implements ReadResumeOutcome {}

    /// It is JSON, and breaks the schema in these places.
    record NotAResume(List<String> places) implements ReadResumeOutcome {
        public NotAResume {
            places = List.copyOf(places);
        }
    }
}
