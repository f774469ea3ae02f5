package org.wellmet.connection;

import org.wellmet.web.Text;

/// What the server found of a claim when it was made.
public enum Check {
    /// It could not be checked; it may be true all the same.
    UNCHECKED,
    /// Both were at the place, but at different times or without saying when.
    APART,
    /// It is true as it stands.
    TRUE;

    /// Whether the server found anything.
    public boolean isChecked() {
        return this != UNCHECKED;
    }

    /// Said beside the claim.
    public Text said() {
        return switch (this) {
            case UNCHECKED -> Text.of("Unchecked");
            case APART -> Text.of("Checked: both were there, at different times or without saying when");
            case TRUE -> Text.of("Checked");
        };
    }
}
