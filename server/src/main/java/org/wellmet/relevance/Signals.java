package org.wellmet.relevance;

import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import org.wellmet.graph.Bonds;

/// Turns what a [Network] knows of a viewer and others into numbers: a vector for each of the others, first the
/// [TieSignal]s, then the [TraitSignal]s of each kind.
///
/// Notation as in `docs/relevance.md`: `N` members, `2m` ends of ties, `d(u)` the degree, `df` the holders of a value.
///
/// Immutable.
final class Signals {
    /// Beyond so many ties a viewer's companions tell nothing that mutual connections do not, and cost most.
    static final int FEW_TIES = Bonds.MOST_COMPANIONS;

    /// Imagined cases by which counts of company are drawn to what is expected.
    static final double COMPANY_DOUBT = 3;

    static final double COMPANION_DOUBT = 2;

    private static final int ROOM_AROUND = 64;

    private final Network network;

    Signals(Network network) {
        this.network = network;
    }

    /// One vector for each of `others`, in their order. Cost: what [Network] says of its questions.
    double[][] of(int viewer, int[] others) {
        double[][] vectors = outlook(viewer, others);
        if (network.degree(viewer) <= FEW_TIES) {
            addCompanions(viewer, others, vectors);
        }
        for (int kind = 0; kind < network.kindCount(); kind++) {
            addCompany(kind, viewer, others, vectors);
            addAround(kind, viewer, others, vectors);
        }
        return vectors;
    }

    /// The same vectors without what takes a look at whom the others are tied to, and what those say: these signals
    /// are 0.
    double[][] outlook(int viewer, int[] others) {
        double[][] vectors = new double[others.length][TraitSignal.vectorLength(network.kindCount())];
        addTies(viewer, others, vectors);
        addShared(viewer, others, vectors);
        return vectors;
    }

    // ---- ties

    private void addTies(int viewer, int[] others, double[][] vectors) {
        int degree = network.degree(viewer);
        for (int i = 0; i < others.length; i++) {
            double[] vector = vectors[i];
            double activity = Math.log(1.0 + network.degree(others[i]));
            vector[TieSignal.ACTIVITY.at()] = activity;
            vector[TieSignal.ACTIVITY_SQUARED.at()] = activity * activity;
            if (degree > 0) {
                addMutual(degree, network.degree(others[i]), network.mutual(viewer, others[i]), vector);
            }
        }
    }

    private void addMutual(int viewerDegree, int degree, Mutual mutual, double[] vector) {
        if (mutual.count() > 0) {
            double allocation = mutual.allocation();
            vector[TieSignal.MUTUAL.at()] = Math.log(1 + mutual.count());
            vector[TieSignal.ALLOCATION.at()] = 10 * allocation;
            vector[TieSignal.ALLOCATION_LOG.at()] = Math.log(1 + 1000 * allocation);
            vector[TieSignal.CLOSENESS.at()] = Math.log(1 + 1000 * mutual.closeness());
            double chance = (degree + 0.5) / Math.max(1, network.tieEnds());
            vector[TieSignal.LIFT.at()] = Math.log(1 + allocation / viewerDegree / chance);
        }
    }

    private void addCompanions(int viewer, int[] others, double[][] vectors) {
        int[] mine = network.neighbors(viewer);
        double share = eachOf(mine.length);
        for (int companion : mine) {
            int[] common = network.inCommon(companion, others);
            double degree = network.degree(companion);
            for (int i = 0; i < others.length; i++) {
                if (others[i] != companion) {
                    vectors[i][TieSignal.COMPANIONS.at()] +=
                            share * oftener(common[i], degree * tiedChance(others[i]), COMPANION_DOUBT);
                }
            }
        }
    }

    /// How likely a member chosen by chance is tied to this one.
    private double tiedChance(int member) {
        return (network.degree(member) + 0.5) / Math.max(1, network.memberCount());
    }

    /// The logarithm of seen against expected, drawn to 0 by imagined cases.
    static double oftener(double seen, double expected, double doubt) {
        return Math.log((seen + doubt) / (expected + doubt));
    }

    // ---- traits

    private void addShared(int viewer, int[] others, double[][] vectors) {
        double[] each = new double[network.kindCount()];
        for (int kind = 0; kind < each.length; kind++) {
            each[kind] = eachOf(network.values(kind, viewer).length);
        }
        for (int i = 0; i < others.length; i++) {
            double[] shared = network.shared(viewer, others[i]);
            for (int kind = 0; kind < each.length; kind++) {
                vectors[i][TraitSignal.SHARED.at(kind)] = each[kind] * shared[kind];
            }
        }
    }

    /// What each thing counts of so many that a viewer says: who says much says less with each, `1/sqrt(said)`.
    static double eachOf(int said) {
        return 1 / Math.sqrt(Math.max(1, said));
    }

    /// `ln(N / df)`: what everyone has says nothing.
    static double rarity(int members, int holders) {
        return holders <= 0 ? 0 : Math.log((double) Math.max(members, holders) / holders);
    }

    private void addCompany(int kind, int viewer, int[] others, double[][] vectors) {
        int[] mine = network.values(kind, viewer);
        if (mine.length == 0) {
            return;
        }
        ToDoubleFunction<int[]> toward = network.affinity(kind).toward(mine);
        double[] expected = new double[others.length];
        for (int i = 0; i < others.length; i++) {
            double alike = toward.applyAsDouble(network.values(kind, others[i]));
            vectors[i][TraitSignal.ALIKE.at(kind)] = alike;
            expected[i] = tiedChance(others[i]) * Math.exp(alike);
        }
        double share = eachOf(mine.length);
        for (int value : mine) {
            int[] company = network.company(kind, value, others);
            double holders = network.holders(kind, value);
            for (int i = 0; i < others.length; i++) {
                vectors[i][TraitSignal.COMPANY.at(kind)] +=
                        share * oftener(company[i], holders * expected[i], COMPANY_DOUBT);
            }
        }
    }

    private void addAround(int kind, int viewer, int[] others, double[][] vectors) {
        int[] neighbors = network.neighbors(viewer);
        KeyOrdinals around = new KeyOrdinals(ROOM_AROUND);
        int[] held = new int[0];
        for (int neighbor : neighbors) {
            for (int value : network.values(kind, neighbor)) {
                int at = around.add(value);
                held = at < held.length ? held : Arrays.copyOf(held, 2 * at + 64);
                held[at]++;
            }
        }
        for (int i = 0; i < others.length && around.size() > 0; i++) {
            int[] theirs = network.values(kind, others[i]);
            double sum = 0;
            for (int value : theirs) {
                int at = around.of(value);
                sum += at >= 0 ? held[at] * rarity(network.memberCount(), network.holders(kind, value)) : 0;
            }
            vectors[i][TraitSignal.AROUND.at(kind)] = sum / Math.max(1, theirs.length) / neighbors.length;
        }
    }
}
