/// Reaches into the server's package of this name, to measure its judging without a database.
@NullMarked
package org.wellmet.relevance;

import org.jspecify.annotations.NullMarked;
