/// Who knows whom: invitations, connections, and the live graph that answers how near two members are.
///
/// **Words.** A *connection* is an accepted tie, two directed rows of one table. An *invitation* goes from an *inviter*
/// to an *invitee* with a [Claim] (how we know each other) and [WhyNow]. *Separation* is what members see as 1st, 2nd,
/// 3rd. Start reading at [Invitations] (send, accept, decline, withdraw), [Ties] (remove, block) and [Connections] (how
/// near, through whom, how many).
///
/// **The life of an invitation.** All transitions start at `PENDING` and end for good, but for three from `DECLINED`,
/// while it still seems to wait to its inviter:
///
/// | from | to | by | when |
/// |---|---|---|---|
/// | `PENDING`, `DECLINED` | `ACCEPTED` | invitee | accepts one that waits, or invites the inviter (crossing) |
/// | `PENDING` | `DECLINED` | invitee | declines; the inviter is not told |
/// | `DECLINED` | `PENDING` | invitee | takes the decline back within a day ([SecondThoughts]); nobody is told |
/// | `PENDING` | `WITHDRAWN` | inviter | takes it back; may invite again after 3 weeks |
/// | `PENDING` | `EXPIRED` | time | 60 days without an answer |
/// | `PENDING`, `DECLINED` | `SUPERSEDED` | both | [Consents] connects the two; the second of two that cross, born so |
/// | `PENDING` | `VOIDED` | either | a block is laid; a deleted account takes its invitations along |
///
/// A declined one that its inviter takes back, or that a block ends, stays `DECLINED` and is marked withdrawn: it
/// seems to wait no more, and nothing brings it back. Everything else is forbidden: an ended invitation ends no second
/// time (`409`), one's own cannot be answered and
/// another's cannot be taken back (`404`). A block that is lifted brings nothing back.
///
/// **Before one is sent.** The [Gate] of the invitee ([Gates]: what opens it is what the inviter may see, so that
/// no open door tells of a hidden fact), then the [Allowance] of the inviter ([Allowances]). A closed gate and a
/// decline whose 60 days are over are not told apart, nor are a gate that asks for common ground and a week full of
/// strangers' invitations. While it waits, both sides may write a few messages ([Exchanges]). Who is not here is
/// invited by a mail or a link ([OutsideInvitations]), which opens no door that the network keeps shut.
///
/// **A decline is silent.** To its inviter a declined invitation goes on to wait, may be withdrawn, and seems to expire
/// ([Invitation#statusForInviter]). What they write on it is kept for their own eyes, and their allowance counts it
/// when its 60 days are over, like one that expired. It is final for twelve months, unless the decliner takes it
/// back within a day, when what was written meanwhile is heard, or invites.
///
/// Invariants:
///
/// 1. *One lock per pair*: whatever changes between two members holds the `PairLock`.
/// 2. *At most one pending invitation per pair*, in either direction (a unique index).
/// 3. *Never connected and blocked, never invited and blocked* (triggers).
/// 4. *A connection is two rows* that mirror each other (a deferred foreign key).
/// 5. *Followed equals rebuilt*: the [LiveGraph] is at any time what the tables make of it.
/// 6. *No answer betrays* a blocked or suspended member or a hidden connection list: each question to the graph carries
///    the viewer's rule.
@NullMarked
package org.wellmet.connection;

import org.jspecify.annotations.NullMarked;
