package org.wellmet.picture;

/// The two sizes in which every picture is kept.
public enum PictureSize {
    /// 256 pixels square, cut from the middle.
    AVATAR,
    /// At most 1,200 pixels either way, whole.
    LARGE
}
