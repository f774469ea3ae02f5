/// The words that members choose from while they type: cities, occupations, schools, skills and languages.
///
/// A *term* has an id that outlives its spelling (a city's number, an occupation's code, a school's web domain) and one
/// or more names. Free text is always allowed: whoever keeps what a member typed keeps the term's id beside it where
/// one was chosen, so that different spellings can be brought together later.
///
/// Start reading at [Vocabulary]. The lists ship with the server as compact files and are read into memory when a kind
/// is first asked for; [TermIndex] says how they lie there and what they cost. Sources and licences stand on the
/// attribution page, which has to stay.
@NullMarked
package org.wellmet.vocabulary;

import org.jspecify.annotations.NullMarked;
