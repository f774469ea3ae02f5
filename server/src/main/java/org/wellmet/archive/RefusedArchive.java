package org.wellmet.archive;

/// Carries a refusal out of the depths of a file to [LinkedInExport#read], which turns it into an outcome.
/// It leaves the package nowhere.
final class RefusedArchive extends RuntimeException {
    private final transient ArchiveRefusal refusal;

    RefusedArchive(ArchiveRefusal refusal) {
        super(refusal.getClass().getSimpleName(), null, false, false);
        this.refusal = refusal;
    }

    ArchiveRefusal refusal() {
        return refusal;
    }
}
