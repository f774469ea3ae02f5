/// Wellmet, an open professional network.
@NullMarked
package org.wellmet;

import org.jspecify.annotations.NullMarked;
