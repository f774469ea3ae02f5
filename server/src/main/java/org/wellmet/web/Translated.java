package org.wellmet.web;

/// A name that stands in a sentence's hole and is another one in each language of the pages: "Arabic", "arabe".
public interface Translated {
    /// The name as it stands inside a sentence of that language.
    String in(Language reader);
}
