package org.wellmet.relevance;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.wellmet.graph.Bond;
import org.wellmet.graph.Bonds;
import org.wellmet.member.MemberId;
import org.wellmet.visibility.Standing;

/// The network around a viewer and some others, as the viewer may see it: *the only way of the model to the server's
/// facts*.
///
/// Traits are narrowed by how the viewer stands to their owner, ties by the graph's rule; of those who are neither
/// the viewer nor judged, only what all members may see counts.
///
/// *Of whom the others are tied to, a part is read*: [Bond#some]. What is counted on it is taken for the whole by
/// proportion; mutual connections are counted whole in any case.
///
/// Confined to one judging, within [TraitIndex#read].
final class SeenNetwork implements Network {
    static final int VIEWER = 0;
    /// The mean degree that chance is measured by. The true one would tell of hidden ties.
    private static final double USUAL_DEGREE = 30;

    private final TraitIndex index;
    private final Bonds bonds;
    private final int thisMonth;
    /// The viewer, the others, and then those the viewer is tied to.
    private final KeyOrdinals ordinals = new KeyOrdinals();
    private final int[] neighbors;
    /// By ordinal.
    private final int[][] words;
    /// By ordinal, of the viewer and the others.
    private final Standing[] standings;

    private final OwnTraits own;
    /// By number of an own value, then by place among the others; once it was asked for.
    private int[][] company = {};

    /// The viewer is the ordinal [#VIEWER], the others follow in their order.
    ///
    /// @param others those whom `bonds` were asked for, in that order
    SeenNetwork(
            TraitIndex index,
            Bonds bonds,
            MemberId viewer,
            Map<MemberId, Standing> standings,
            List<MemberId> others,
            int thisMonth) {
        this.index = index;
        this.bonds = bonds;
        this.thisMonth = thisMonth;
        this.standings = new Standing[1 + others.size()];
        this.standings[VIEWER] = Standing.SELF;
        ordinals.add(viewer.value());
        for (MemberId other : others) {
            this.standings[ordinals.add(other.value())] = standings.getOrDefault(other, Standing.MEMBER);
        }
        for (long key : bonds.own()) {
            ordinals.add(key);
        }
        this.neighbors = new int[bonds.own().length];
        Arrays.setAll(neighbors, i -> ordinals.of(bonds.own()[i]));
        Arrays.sort(neighbors);
        this.words = index.words(ordinals.keys());
        this.own = new OwnTraits(index, index.card(viewer.value()));
    }

    @Override
    public int memberCount() {
        return index.memberCount();
    }

    @Override
    public double tieEnds() {
        return USUAL_DEGREE * index.memberCount();
    }

    @Override
    public int kindCount() {
        return index.sources().size();
    }

    // ---- ties

    private Bond bond(int other) {
        return bonds.each().get(other - 1);
    }

    @Override
    public int degree(int member) {
        if (member == VIEWER) {
            return bonds.degree();
        }
        return member < standings.length ? bond(member).degree() : bonds.ownDegrees()[place(member)];
    }

    /// The place of somebody among those whom the viewer is tied to.
    private int place(int companion) {
        return Arrays.binarySearch(bonds.own(), ordinals.key(companion));
    }

    @Override
    public int[] neighbors(int viewer) {
        return neighbors;
    }

    @Override
    public Mutual mutual(int viewer, int other) {
        Bond bond = bond(other);
        return new Mutual(bond.mutualCount(), bond.allocation(), bond.closeness());
    }

    @Override
    public int[] inCommon(int companion, int[] members) {
        int place = place(companion);
        int[] common = new int[members.length];
        Arrays.setAll(common, i -> bond(members[i]).inCommon()[place]);
        return common;
    }

    @Override
    public int[] company(int kind, int value, int[] members) {
        if (company.length == 0) {
            company = own.company(index, bonds.each(), ordinals.key(VIEWER));
        }
        int[] counts = company[own.number(kind, value)];
        int[] ofAll = new int[members.length];
        Arrays.setAll(ofAll, i -> ofAll(bond(members[i]), counts[members[i] - 1]));
        return ofAll;
    }

    /// How many of those the member is tied to these are: where only a part of them was read, by proportion.
    private static int ofAll(Bond bond, int count) {
        int read = bond.some().length;
        return read == 0 ? 0 : (int) Math.round((double) count * bond.degree() / read);
    }

    // ---- traits

    private Standing standing(int member) {
        return member < standings.length ? standings[member] : Standing.MEMBER;
    }

    @Override
    public int[] values(int kind, int member) {
        return TraitCard.isSeenBy(standing(member), words[member], kind)
                ? TraitCard.values(words[member], kind)
                : TraitCard.Part.NOTHING.values();
    }

    @Override
    public int holders(int kind, int value) {
        return Math.max(1, index.values(kind).holders(value));
    }

    @Override
    public double[] shared(int viewer, int other) {
        double[] byKind = new double[kindCount()];
        int[] theirs = words[other];
        int at = TraitCard.firstValue(theirs);
        for (int kind = 0; kind < theirs[0]; kind++) {
            int end = at + TraitCard.valueCount(theirs, kind);
            if (at < end && own.says(kind) && TraitCard.isSeenBy(standing(other), theirs, kind)) {
                byKind[kind] = shared(kind, other, theirs, at, end);
            }
            at = end;
        }
        return byKind;
    }

    private double shared(int kind, int other, int[] theirs, int from, int end) {
        TraitSource source = index.sources().get(kind);
        if (source.isGradual()) {
            return gradual(kind, other, theirs, from, end);
        }
        double sum = 0;
        for (int at = from; at < end; at++) {
            if (own.seeks(kind, theirs[at])) {
                if (!source.isByRarity()) {
                    return sum(kind, other);
                }
                sum += Signals.rarity(memberCount(), holders(kind, theirs[at]));
            }
        }
        return sum;
    }

    /// Where each says one thing, it may be known already.
    private double gradual(int kind, int other, int[] theirs, int from, int end) {
        float[] known = own.strengths(kind);
        int value = theirs[from];
        if (end - from > 1 || value >= known.length) {
            return sum(kind, other);
        }
        if (Float.isNaN(known[value])) {
            known[value] = (float) sum(kind, other);
        }
        return known[value];
    }

    private double sum(int kind, int other) {
        TraitSource source = index.sources().get(kind);
        double[] sum = {0};
        forEachMatch(kind, other, match -> sum[0] += source.strength(match));
        return sum[0];
    }

    @Override
    public Affinity affinity(int kind) {
        return Affinity.UNKNOWN;
    }

    /// The pairs of traits of the viewer and another that go together, one for each value: the strongest.
    List<Match> matches(int kind, int other) {
        List<Match> matches = new ArrayList<>();
        if (own.says(kind) && TraitCard.isSeenBy(standing(other), words[other], kind)) {
            forEachMatch(kind, other, matches::add);
        }
        return matches;
    }

    /// Of a kind that the viewer says something of, and may see of the other.
    private void forEachMatch(int kind, int other, Consumer<Match> action) {
        TraitSource source = index.sources().get(kind);
        TraitValues known = index.values(kind);
        TraitCard theirs = index.card(ordinals.key(other));
        int first = TraitCard.firstValue(words[other], kind);
        int end = first + TraitCard.valueCount(words[other], kind);
        for (OwnTraits.Said mine : own.said(kind)) {
            for (int at = first; at < end; at++) {
                int value = words[other][at];
                if (source.isGradual() || value == mine.counterpart()) {
                    action.accept(strongest(kind, mine.traits(), known.traits(theirs, kind, value), value));
                }
            }
        }
    }

    /// Of two values all pairs of what was said of them.
    private Match strongest(int kind, List<Trait> mine, List<Trait> theirs, int value) {
        TraitSource source = index.sources().get(kind);
        int holders = holders(kind, value);
        double rarity = Signals.rarity(memberCount(), holders);
        Match strongest = new Match(mine.getFirst(), theirs.getFirst(), holders, rarity, thisMonth);
        if (mine.size() + theirs.size() > 2) {
            for (Trait one : mine) {
                for (Trait other : theirs) {
                    Match match = new Match(one, other, holders, rarity, thisMonth);
                    strongest = source.strength(match) > source.strength(strongest) ? match : strongest;
                }
            }
        }
        return strongest;
    }
}
