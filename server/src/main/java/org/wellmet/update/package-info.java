/// What members share: updates, comments on them, reactions to them, and the feed in which they are read.
///
/// **Words.** An *update* is a note by one member for an audience. A *comment* is an answer to it, a *reaction* is the
/// one word *Useful*. The *feed* is the updates of one's connections and one's own, newest first. Start reading at
/// [Updates] (share, delete, find), [Feed], [Comments], [Reactions].
///
/// Invariants:
///
/// 1. *Leave is asked of `Visibility` at each reading and each writing*, for the update, for each commenter and each
///    mentioned member. Who has lost it can no more read than react, comment or delete what they wrote there; absent
///    and forbidden are one answer.
/// 2. *What is counted is what could be shown*: no comment or reaction of somebody whom the viewer may not see.
/// 3. *A block holds at once*: whoever writes on another's update does so under the lock of the pair.
/// 4. *A page of the feed is three statements*, whatever is on it.
@NullMarked
package org.wellmet.update;

import org.jspecify.annotations.NullMarked;
