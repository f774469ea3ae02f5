/// What a member says of themselves, and who may read it.
///
/// A *profile* is a name, a headline and a picture (they belong to the member and are seen by whoever may know that the
/// member is here), some *words* (pronouns, area, about, goals) and a list of *items* (positions, education, skills,
/// topics, languages, certificates, links). Words and items belong to a *section*, and each section has an audience.
///
/// Start reading at [Profiles]. Invariants:
///
/// 1. What leaves this package for somebody else's eyes has gone through [Profile#seenBy]: page, JSON, vCard
///    and JSON-LD are made of the same narrowed profile, in which a hidden section and an empty one are the
///    same.
/// 2. Every change appends [Profiles#CHANGED] in its transaction, so that projections follow, audiences included.
/// 3. Every text has a limit here and in the schema, every list has one here.
/// 4. An item said twice is kept once: [Item#sameness] decides.
@NullMarked
package org.wellmet.profile;

import org.jspecify.annotations.NullMarked;
