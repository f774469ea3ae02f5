package org.wellmet.picture;

/// The bytes of one size of a picture and what they are. Immutable by agreement: nobody writes to the array.
final class StoredPicture {
    private final String type;
    private final byte[] bytes;

    StoredPicture(String type, byte[] bytes) {
        this.type = type;
        this.bytes = bytes;
    }

    String type() {
        return type;
    }

    byte[] bytes() {
        return bytes;
    }
}
