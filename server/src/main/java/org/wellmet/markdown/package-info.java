/// What members write, turned into HTML that can harm nobody.
///
/// Text comes in as Markdown and stays stored as it was typed. [Markdown] reads it (CommonMark, with bare addresses
/// made links), reshapes the tree to what a member's text may be, and lets a sanitizer with a short list of allowed
/// elements have the last word, so that a mistake in one of the two is not yet a hole.
///
/// 1. No raw HTML, no images, no headings: what looks like them is shown as text.
/// 2. A link leads to http, https or mail and never hides where: a host that its text does not name stands beside it.
/// 3. Size and nesting are bounded, so that no text costs more than its length.
///
/// Mentions (`@ada`) become names with links only where the caller's [Mentions] know the handle.
@NullMarked
package org.wellmet.markdown;

import org.jspecify.annotations.NullMarked;
