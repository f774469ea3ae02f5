package org.wellmet.member;

/// Identifies a member, everywhere and for ever: ids are never reused, not even after deletion.
public record MemberId(long value) {
    public MemberId {
        if (value <= 0) {
            throw new IllegalArgumentException("member id must be positive, got " + value);
        }
    }
}
