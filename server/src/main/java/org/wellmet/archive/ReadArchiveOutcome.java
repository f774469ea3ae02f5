package org.wellmet.archive;

/// What became of reading an archive.
public sealed interface ReadArchiveOutcome {
    /// It was read.
    record Read(LinkedInArchive archive) implements ReadArchiveOutcome {}

    /// It was not, and nothing was kept.
    record Refused(ArchiveRefusal refusal) implements ReadArchiveOutcome {}
}
