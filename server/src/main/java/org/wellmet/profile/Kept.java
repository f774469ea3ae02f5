package org.wellmet.profile;

/// An item that is part of a profile, with the id by which its owner changes it.
public record Kept<T extends Item>(long id, T item) {}
