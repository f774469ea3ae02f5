/// How likely two members are to be worth each other's while: like-mindedness with reasons.
///
/// **Words.** A *trait* is something that a member says of themselves and others may say, too (a skill, a school, an
/// area). A *signal* is one number about two members. A *weight* says how many units of log-odds one unit of a signal
/// is worth; there is a set of weights for newcomers and one for the connected. A [Judgement] is the sum of all, as a
/// probability, with its [Contribution]s and its [Reason]s.
///
/// Start reading at [Relevance]. The model stands in `docs/relevance.md`.
///
/// Invariants:
///
/// 1. *No hidden fact*: a signal is made only of what the viewer may see, so neither a score nor a reason betrays more.
/// 2. *Nothing hidden in the model*: a judgement is the sum of its contributions, and every weight is printed.
@NullMarked
package org.wellmet.relevance;

import org.jspecify.annotations.NullMarked;
