/// Whom a member might meet next: quantity and quality at once, with the reasons and the arithmetic on the table.
///
/// **Words.** A *prospect* is somebody who might be suggested, with the numbers that speak for them. A *suggestion*
/// is one of the ten that are shown: the *slate*. A *lens* is a set of weights that the viewer chooses. A *circle*
/// is a community in one member's network; what a prospect would do to the viewer's circles is their [Effect].
///
/// Start reading at [Suggestions], the front door; the numbers are in [SuggestionModel], the balance in [Slate].
///
/// **The way of a slate.** The graph gives those two steps away, `relevance` those who share a rare trait; together
/// at most [ProspectSearch#MOST]. Who is not to be suggested is taken out, the rest is judged, multiplied, and ten
/// are picked. The number of statements does not depend on the number of prospects.
///
/// Invariants:
///
/// 1. *Zero is absence*: whoever opted out, closed their gate, is blocked, was dismissed, or has had an invitation
///    from or to the viewer within 425 days is no prospect, so no page can tell these cases apart.
/// 2. *Ties that the viewer may see*: two steps are counted through the viewer's rule, so a hidden list suggests
///    nobody, counts for nothing and closes no triangle.
/// 3. *Balance*: of a slate at most [Slate#MOST_TRIANGLES] close triangles, and at least [Slate#LEAST_NEW_CIRCLES]
///    open a new circle as long as there are so many who do.
/// 4. *Others' circumstances stay coarse*: how many invitations wait for somebody and when they were last here
///    enters as one of three steps, together.
/// 5. *The formula is the formula*: the page prints what [SuggestionModel] computes, by version, the same for
///    everybody.
@NullMarked
package org.wellmet.suggestion;

import org.jspecify.annotations.NullMarked;
