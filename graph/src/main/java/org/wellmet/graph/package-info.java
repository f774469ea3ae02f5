/// The social graph, held in memory: who knows whom, through whom, how closely.
///
/// A member is a *vertex*; an accepted connection is an undirected *edge*. Everything here answers questions
/// about shape; nothing here knows names, SQL or HTTP. Needs the JDK and annotations, nothing else.
///
/// Start reading at [SocialGraph], the front door: changes go in by batches, in the order of a log, and each
/// answer says the [LogPosition] it stands for. What a viewer may not see is given with each question as a
/// [VisibilityRule], whose promise is one sentence: the answer is the one that the graph would give if everything
/// hidden were not in it.
///
/// *Keys* are the longs by which callers know a vertex (a member id). *Ordinals* are dense ints private to this
/// package: they are never stored outside a snapshot file, never logged, never returned.
///
/// ## The layout
///
/// ```
///  SocialGraph ── Versions ── current (volatile) ──► Version, immutable
///                                                      │
///     ┌────────────┬──────────────┬────────────────────┴┐
///     ▼            ▼              ▼                     ▼
///  Ordinals     position      Standing                Edges
///  key ◄─► ordinal            bits of few:              │
///  one table                  absent hidden     ┌───────┴────┬─────────────────┐
///  for all versions           closed toConn.    ▼            ▼                 ▼
///                                             edition      Delta           Foundation
///                                             a number     what changed    the bulk
///
///      Delta (off the heap, only added to)          Foundation (off the heap, long offsets)
///   newest    slab                                 offsets   0   3   5   5   9 ...        8 bytes a vertex
///   ┌──┐                                                     │   └───┐
///   │ ─┼──► edition 7: 2 and 8 toggled             neighbors ▼       ▼
///   │  │            │ before                                 [1 2 3] [0 2] [ ] [0 1 5 7]  4 bytes an entry
///   │ ─┼─► …        ▼                              heads     the first four of each,      16 bytes a vertex
///   └──┘    edition 3: 8 toggled                             side by side
/// ```
///
/// The list of a vertex is that of the base with some neighbors toggled: who is there is not, who is not is. A
/// batch of changes writes what it toggles as one more edition beside those before it, and copies nothing else; a
/// reader takes one version, which is one edition, keeps it, and passes over what was written later. So nothing
/// that survives is on the heap, and a garbage collection has nothing of the graph to move. When the delta weighs a
/// sixty-fourth of the base, a compaction in the background writes both down as a base of its own, while batches
/// and questions go on, and puts it under what has changed since. Readers count themselves into a base and out of
/// it ([Leases]), so that the memory of a replaced one and of its delta is given back at once, not when a garbage
/// collection comes by, and never too early.
///
/// What it weighs, with a million members and a hundred million entries: 4 bytes an entry, 0.24 for offsets and
/// heads, 0.16 to 0.25 for keys and ordinals, about 0.1 for the delta: below 5 all told. A compaction holds a
/// second base for as long as it takes. Working memory of a question: some bits and, for candidates and for bonds,
/// 8 bytes for each member.
///
/// Ordinals follow the number of connections at the time of loading, most connected first. So the entries met
/// most often are small numbers that share cache lines, and lists begin with the neighbors most likely to be in
/// any set, which ends most searches at the first look.
///
/// ## The way of a question
///
/// A question takes the current version, a lease and working memory ([Versions]); resolves its rule into bits
/// ([Sight]); reads neighbor lists through a [View], the only way to the edges, which leaves out what is hidden;
/// and gives everything back. It works on plain arrays of ints, into which a list is copied at the speed of memory
/// and what is toggled is put. It holds no lock, and what it allocates is its answer and some
/// small objects.
///
/// ## What must hold
///
/// 1. *Ascending*: neighbor lists are strictly ascending; no loops, no parallel edges ([Foundation]).
/// 2. *Symmetric*: `u` lists `v` exactly when `v` lists `u` ([Version]).
/// 3. *Append-only*: an ordinal, once given to a key, stays with it for the life of the graph ([Ordinals]).
/// 4. *Read once*: no question reads the current version twice ([Versions]).
/// 5. *Enter, then look again*: nobody reads a base that may be freed ([Leases]).
/// 6. *The only way to the edges*: no question reads a list but through its rule ([View]).
/// 7. *All or nothing of a file*: no part of a snapshot is used before the whole has been checked ([Opening]).
@NullMarked
package org.wellmet.graph;

import org.jspecify.annotations.NullMarked;
