/// The social graph, held in memory: who knows whom, through whom, how closely.
///
/// A member is a *vertex*; an accepted connection is an undirected *edge*. Everything here answers questions
/// about shape; nothing here knows names, SQL or HTTP. Needs the JDK and annotations, nothing else.
///
/// Start reading at [SocialGraph], the front door: [changes][GraphChange] go in by batches, in the order of a
/// log, and each answer says the [LogPosition] it stands for. What a viewer may not see is given with each
/// question as a [VisibilityRule], whose promise is one sentence: the answer is the one that the graph would give
/// if everything hidden were not in it.
///
/// *Keys* are the longs by which callers know a vertex (a member id). *Ordinals* are dense ints private to this
/// package: they are never stored, logged or returned.
@NullMarked
package org.wellmet.graph;

import org.jspecify.annotations.NullMarked;
