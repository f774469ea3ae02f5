/// Leave to see, in one place.
///
/// A [Viewer] asks; [Visibility] answers how they stand to a member ([Standing]), and an [Audience] says
/// which standings it admits. Every read path, page or JSON, list, count, stream or mail, asks here; a test
/// of the architecture keeps pages from stores, so there is no way around.
///
/// Invariants:
///
/// 1. *Absent and forbidden are one*: a member who is blocked either way, waiting, suspended or deleted has
///    the standing `NONE`, and so has an id that never was. Callers answer both with the same bytes.
/// 2. *The truth at the moment of reading*: answers come from PostgreSQL in one statement and are never cached.
/// 3. *Blocks act both ways*, on everything.
///
/// Visibility reads the tables `member` and `connection`, which it does not own, because leave must cost one round
/// trip.
@NullMarked
package org.wellmet.visibility;

import org.jspecify.annotations.NullMarked;
