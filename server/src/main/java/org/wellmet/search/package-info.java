/// Finding members by name, headline, skill, organisation, school and area; accents and typing errors
/// forgiven, the nearest in the network first.
///
/// The [PeopleIndex] is a Lucene index that follows the change log like the graph does. It gives ids and
/// nothing else: rows come from PostgreSQL, and leave from `Visibility`, on every search.
///
/// **What may be found.** A term is indexed under the audience of the section it stands in, and a search
/// looks only into the fields that the viewer belongs to: terms for members always, terms for connections
/// only in the documents of the viewer's own connections, terms for the owner alone never. So a search cannot
/// find what the profile would not show. A changed audience rewrites the document, and a block is asked of
/// PostgreSQL at the moment of reading.
@NullMarked
package org.wellmet.search;

import org.jspecify.annotations.NullMarked;
