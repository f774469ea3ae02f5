/// Introductions: a member asks a mutual connection to introduce them to somebody two steps away.
///
/// **Words.** The *asker* asks the *connector* to be introduced to the *target*, with a text to each. The connector
/// *forwards* with words of their own or declines; the target accepts, which connects asker and target, writes first,
/// or declines. Start reading at [Introductions], which decides; what each of the three sees is [Shown], made in one
/// place, [IntroductionViews].
///
/// **The life of an introduction.** One that is `ASKED` waits for the connector for 21 days, one that is `FORWARDED`
/// for the target for 60. Everything else is the end.
///
/// | from | to | by | the asker sees | the connector sees | the target sees |
/// |---|---|---|---|---|---|
/// | | `ASKED` | asker | waits for the connector | to be passed on | nothing |
/// | `ASKED` | `FORWARDED` | connector | waits for the target | passed on | to be answered |
/// | `ASKED` | `DECLINED` | connector, with a reason | declined, and the reason | declined | nothing |
/// | `ASKED` | `DECLINED_UNSEEN` | silent connector | *waits for the connector*, then lapsed | declined | nothing |
/// | `ASKED` | `LAPSED` | time | lapsed | lapsed | nothing |
/// | `ASKED` | `UNHEARD` | connector, to a closed gate | *waits for the target*, then lapsed | passed on | nothing |
/// | `FORWARDED` | `ANSWERED` | target, in words | in touch | in touch | in touch |
/// | `FORWARDED` | `ACCEPTED` | target | connected | connected | connected |
/// | `FORWARDED` | `DECLINED_BY_TARGET` | target | *waits for the target*, then lapsed | passed on | declined |
/// | `FORWARDED` | `LAPSED` | time | lapsed | passed on | nothing |
/// | both | `WITHDRAWN` | asker | over | over, or passed on | nothing |
/// | both | `OVERTAKEN` | asker and target connect otherwise | over | over, or passed on | nothing |
/// | both | `VOIDED` | a block or a removed connection with the asker | over | over, or passed on | nothing |
/// | both | `VOIDED` | one between connector and target | *waits on*, then lapsed | over, or passed on | nothing |
///
/// Who writes first opens an exchange on an invitation of the asker's ([org.wellmet.connection.Consents]), which is
/// then accepted or declined like any; when the two connect, `ANSWERED` becomes `ACCEPTED`.
///
/// A deleted account takes its introductions along. Nothing leads back: a target who was once reached by an asker is
/// not reached by them again for a year, whatever became of it, and a connector is not asked for the same again for
/// 90 days.
///
/// Invariants:
///
/// 1. *Silence is silence*: what a silent decline, or a void between the two others, makes of the asker's lists,
///    counts, limits, refusals and evidence is what silence makes of them (`seems to wait` in the statements). Only
///    what the asker may know ends it for them.
/// 2. *The text to the connector stays with the connector.* The target reads the other text and the connector's words.
/// 3. *Offered is what may be known*: a connector is offered when the asker may know of the tie to the target by the
///    graph's rule, and the order is made of what the asker may know. Any other name gets one refusal, whatever the
///    reason.
/// 4. *Three locks, one order*: each verb first takes the rows of the three members, then their three pair locks, both
///    in the order of ids, and only then reads. A block or removal holds one of the pairs and ends what is open in the
///    same transaction ([Voids]); it takes rows in the order of their ids. So nobody waits in a circle.
/// 5. *Open means whole*: in an open introduction connector and asker, connector and target are connected, asker and
///    target are not, and nobody is blocked (a trigger refuses the last).
/// 6. *A decline of an invitation is a closed gate* to the one who had invited, once it would no longer seem to wait,
///    and so are its refusals here ([org.wellmet.connection.Invitations#isClosedByDecline]). A connector is told of
///    neither: what they pass on to a closed gate goes on its way and never arrives (`UNHEARD`).
/// 7. *Whom one may not see is not there*: every read asks Visibility for the three, and every count its rule
///    in SQL (`is_seen_by`).
@NullMarked
package org.wellmet.introduction;

import org.jspecify.annotations.NullMarked;
