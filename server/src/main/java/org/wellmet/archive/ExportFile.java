package org.wellmet.archive;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The files of LinkedIn's export that are read here. Each is known by the columns it cannot do without, so
/// that a column which LinkedIn adds or takes away next year does no harm.
enum ExportFile {
    CONNECTIONS("Connections", 50_000, "first name", "last name", "company", "position", "connected on"),
    PROFILE("Profile", 5, "first name", "last name", "headline", "summary", "websites"),
    POSITIONS("Positions", 500, "company name", "title", "description", "started on", "finished on"),
    EDUCATION("Education", 500, "school name", "start date", "end date", "degree name"),
    CERTIFICATES("Certifications", 1_000, "name", "authority", "started on", "finished on"),
    LANGUAGES("Languages", 500, "name", "proficiency"),
    EMAIL_ADDRESSES("Email Addresses", 500, "email address", "confirmed", "primary"),
    SKILLS("Skills", 2_000, "name"),
    PROFILE_SUMMARY("Profile Summary", 5, "profile summary");

    private final String title;
    private final int maxRows;

    @SuppressWarnings("ImmutableEnumChecker") // Set.of is immutable; its type does not say so
    private final Set<String> needed;

    ExportFile(String title, int maxRows, String... needed) {
        this.title = title;
        this.maxRows = maxRows;
        this.needed = Set.of(needed);
    }

    /// What LinkedIn calls it.
    String title() {
        return title;
    }

    /// LinkedIn's own cap on connections is 30,000; the others are far beyond what a person types.
    int maxRows() {
        return maxRows;
    }

    /// The file that has these columns, if it is one that is read.
    static Optional<ExportFile> having(List<String> columns) {
        for (ExportFile file : values()) {
            // A single column is too little to tell by, unless there is no other.
            boolean isEnough = file.needed.size() > 1 || columns.size() == 1;
            if (isEnough && Set.copyOf(columns).containsAll(file.needed)) {
                return Optional.of(file);
            }
        }
        return Optional.empty();
    }
}
