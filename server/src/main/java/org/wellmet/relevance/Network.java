package org.wellmet.relevance;

/// What the model reads of a network: ties, and values of traits by kind. Members and values are dense ordinals
/// that mean something to one network only.
///
/// `evaluate` and the fitting read a whole [TieNetwork]; the server reads only what one viewer may see.
interface Network {
    /// How many members there are, seen or not: for rarities.
    int memberCount();

    /// How many ends of ties there are: two for each.
    double tieEnds();

    /// How many kinds of traits.
    int kindCount();

    /// How many ties the member has.
    int degree(int member);

    /// Whom the viewer is tied to, ascending; for reading only.
    int[] neighbors(int viewer);

    /// The ties that the viewer and another have in common.
    Mutual mutual(int viewer, int other);

    /// The member's values of a kind, ascending; for reading only. Of those who are neither the viewer nor judged, the
    /// viewer's ties alone are asked for.
    int[] values(int kind, int member);

    /// How many members hold the value.
    int holders(int kind, int value);

    /// For each of `members`: how many of those they are tied to hold the value.
    int[] company(int kind, int value, int[] members);

    /// For each of `members`: how many ties it has in common with `companion`, whom the viewer is tied to.
    int[] inCommon(int companion, int[] members);

    /// What the two say alike, for each kind: by rarity, the sum of `ln(N / df)` over what both say. A kind may have a
    /// formula of its own.
    double[] shared(int viewer, int other);

    /// How readily holders of one value tie with holders of another.
    Affinity affinity(int kind);
}
