package org.wellmet.picture;

/// What became of an upload. Nothing is kept in any case: that is [Pictures#store].
public sealed interface ReadPictureOutcome {
    /// It is a picture and harmless.
    record Read(ReadPicture picture) implements ReadPictureOutcome {}

    /// It has more bytes than are taken.
    record TooManyBytes(int maxBytes) implements ReadPictureOutcome {}

    /// Its header promises more pixels than are taken; none was decoded.
    record TooManyPixels(int maxPixels) implements ReadPictureOutcome {}

    /// It is no JPEG, PNG or GIF, or a broken one.
    record NotAPicture() implements ReadPictureOutcome {}

    /// Too many pictures are being read at this moment.
    record Busy() implements ReadPictureOutcome {}
}
