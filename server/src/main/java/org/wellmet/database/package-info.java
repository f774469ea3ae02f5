/// The one database: how it is reached, how work in it is bounded, and how races on a pair of members are settled.
///
/// Front doors open a transaction with [Transactions] and, where they change what stands between two members, take the
/// [PairLock] first. Stores run in whatever transaction is open and never open one.
@NullMarked
package org.wellmet.database;

import org.jspecify.annotations.NullMarked;
