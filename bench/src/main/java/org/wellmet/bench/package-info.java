/// Measurements.
@NullMarked
package org.wellmet.bench;

import org.jspecify.annotations.NullMarked;
