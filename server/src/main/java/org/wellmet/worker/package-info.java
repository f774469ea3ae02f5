/// Work in the background that belongs to no request: [Rounds], on a thread of their own, for as long as the
/// server runs.
///
/// It knows no feature. A feature makes its rounds a bean, so that they begin and end with the server.
@NullMarked
package org.wellmet.worker;

import org.jspecify.annotations.NullMarked;
