/// The social graph in memory.
@NullMarked
package org.wellmet.graph;

import org.jspecify.annotations.NullMarked;
