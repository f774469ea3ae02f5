/// The change log and everything that follows it.
///
/// Each front door that changes something others must hear of appends a [Change] *in the same transaction*:
/// it is there exactly when the change is. One [ChangeTail] per node reads the log and hands it to the
/// [Projection]s: the graph in memory, the search index. PostgreSQL is the truth; a projection can be thrown
/// away and rebuilt at any time.
///
/// **Why not `seq > last`.** Sequence numbers are drawn before commit, so a reader that remembers the highest
/// number it saw skips for ever whatever a slower transaction commits below it. The log is therefore read
/// *behind the snapshot horizon*: only rows whose transaction is older than every transaction still running,
/// in the order `(xid, seq)`, with that pair as cursor. Nothing can still appear below such a cursor.
/// `ChangeTailTest` keeps the naive reader as a control that must lose.
///
/// A change carries ids and no facts; projections read the facts from the tables, so that replaying a change is
/// harmless.
@NullMarked
package org.wellmet.changelog;

import org.jspecify.annotations.NullMarked;
