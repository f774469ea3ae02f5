package org.wellmet.introduction;

/// How an introduction stands. What each of the three is told of it is another matter ([Shown]).
enum IntroductionStatus {
    /// Waits for the connector.
    ASKED,
    /// The connector passed it on; waits for the target.
    FORWARDED,
    /// The target accepted: the two were connected.
    ACCEPTED,
    /// The target wrote back: the two talk on an invitation of the asker's. Becomes `ACCEPTED` when they connect.
    ANSWERED,
    /// The connector declined without a word. The asker is not told.
    DECLINED_UNSEEN,
    /// The connector declined and said why.
    DECLINED,
    /// The target declined. Nobody is told.
    DECLINED_BY_TARGET,
    /// The connector passed it on to a target who takes none from this asker: it never arrived. Nobody is told.
    UNHEARD,
    /// The asker took it back.
    WITHDRAWN,
    /// Its time went by.
    LAPSED,
    /// A block or a removed connection between two of the three ended it.
    VOIDED,
    /// Asker and target connected in another way.
    OVERTAKEN
}
