package org.wellmet.update;

/// Names an update, everywhere and for ever.
public record UpdateId(long value) {
    public UpdateId {
        if (value <= 0) {
            throw new IllegalArgumentException("update id must be positive, got " + value);
        }
    }

    /// Where it can be read.
    public String address() {
        return "/updates/" + value;
    }
}
