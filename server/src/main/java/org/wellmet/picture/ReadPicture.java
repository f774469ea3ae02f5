package org.wellmet.picture;

/// A picture made harmless and not yet kept. Immutable by agreement: nobody writes to the arrays.
public final class ReadPicture {
    private final String type;
    private final int width;
    private final int height;
    private final byte[] large;
    private final byte[] avatar;

    ReadPicture(String type, int width, int height, byte[] large, byte[] avatar) {
        this.type = type;
        this.width = width;
        this.height = height;
        this.large = large;
        this.avatar = avatar;
    }

    String type() {
        return type;
    }

    /// In pixels, of the large size.
    public int width() {
        return width;
    }

    /// In pixels, of the large size.
    public int height() {
        return height;
    }

    byte[] large() {
        return large;
    }

    byte[] avatar() {
        return avatar;
    }
}
