/// The one database: how it is reached, how work in it is bounded, and how races on a pair of members are settled.
///
/// Front doors open a transaction with [Transactions] and, where they change what stands between two members, take the
/// [PairLock] first. Stores run in whatever transaction is open and never open one.
///
/// Where the operator names no PostgreSQL, the server brings its own. [EmbeddedPostgres] is its *supervisor*:
/// it unpacks the programs ([Engine]), makes the *cluster* (PostgreSQL's word for its folder, [Cluster]),
/// starts the *postmaster* (PostgreSQL's first process, [Postmaster]), starts it again when it dies, and
/// takes it down with the server. The rest of the application sees a `DataSource` and cannot tell which of
/// the two it is.
///
/// Invariants:
///
/// 1. One server per data folder: [FolderLock] is held from before the database is touched until it has stopped.
/// 2. PostgreSQL listens on the loopback address only, asks for a password (scram), and writes durably (fsync).
/// 3. A cluster of another major version is never opened.
/// 4. PostgreSQL never runs as root ([PostgresAccount]), and passwords are in no argument, environment or log.
@NullMarked
package org.wellmet.database;

import org.jspecify.annotations.NullMarked;
