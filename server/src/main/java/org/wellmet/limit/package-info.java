/// How often somebody may do something: one count for all nodes, kept in PostgreSQL.
///
/// A feature names each of its limits as a constant [Limit] with a why, and asks [Limits] with a [LimitKey] before it
/// does the limited thing. The key is a member, a mail address or where a request comes from; [ClientAddresses] knows
/// the last, and neither a fresh IPv6 address out of the same house nor a forged header gives a fresh count.
///
/// Ask before a transaction begins: the count is taken on a connection of its own and stays taken when the
/// caller fails, so that failing does not reset it. What was taken for something that is refused for another
/// reason can be given back.
@NullMarked
package org.wellmet.limit;

import org.jspecify.annotations.NullMarked;
