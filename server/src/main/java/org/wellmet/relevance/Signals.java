package org.wellmet.relevance;

import java.util.Arrays;

/// Turns what a [Network] knows of a viewer and others into numbers: a vector for each of the others, first the
/// [TieSignal]s, then the [TraitSignal]s of each kind.
///
/// Notation as in `docs/relevance.md`: `N` members, `2m` ends of ties, `d(u)` the degree, `df` the holders of a value.
///
/// Immutable.
final class Signals {
    /// Beyond so many ties a viewer's companions tell nothing that mutual connections do not, and cost most.
    static final int FEW_TIES = 9;

    /// Imagined cases by which counts of company are drawn to what is expected.
    static final double COMPANY_DOUBT = 3;

    static final double COMPANION_DOUBT = 2;

    private final Network network;

    Signals(Network network) {
        this.network = network;
    }

    /// One vector for each of `others`, in their order. Cost: the sum of the degrees of all, and their values.
    double[][] of(int viewer, int[] others) {
        double[][] vectors = new double[others.length][TraitSignal.vectorLength(network.kindCount())];
        addTies(viewer, others, vectors);
        if (network.degree(viewer) <= FEW_TIES) {
            addCompanions(viewer, others, vectors);
        }
        for (int kind = 0; kind < network.kindCount(); kind++) {
            addShared(kind, viewer, others, vectors);
            addCompany(kind, viewer, others, vectors);
            addAround(kind, viewer, others, vectors);
        }
        return vectors;
    }

    // ---- ties

    private void addTies(int viewer, int[] others, double[][] vectors) {
        int[] mine = network.neighbors(viewer);
        for (int i = 0; i < others.length; i++) {
            double[] vector = vectors[i];
            double activity = Math.log1p(network.degree(others[i]));
            vector[TieSignal.ACTIVITY.at()] = activity;
            vector[TieSignal.ACTIVITY_SQUARED.at()] = activity * activity;
            if (mine.length > 0) {
                addMutual(mine, others[i], vector);
            }
        }
    }

    private void addMutual(int[] mine, int other, double[] vector) {
        int[] theirs = network.neighbors(other);
        boolean isMineShorter = mine.length <= theirs.length;
        int[] fewer = isMineShorter ? mine : theirs;
        int[] more = isMineShorter ? theirs : mine;
        int mutual = 0;
        double allocation = 0;
        double closeness = 0;
        for (int each : fewer) {
            if (Arrays.binarySearch(more, each) >= 0) {
                double share = 1.0 / Math.max(2, network.degree(each));
                mutual++;
                allocation += share;
                closeness += share * share;
            }
        }
        if (mutual > 0) {
            vector[TieSignal.MUTUAL.at()] = Math.log1p(mutual);
            vector[TieSignal.ALLOCATION.at()] = 10 * allocation;
            vector[TieSignal.ALLOCATION_LOG.at()] = Math.log1p(1000 * allocation);
            vector[TieSignal.CLOSENESS.at()] = Math.log1p(1000 * closeness);
            double chance = (network.degree(other) + 0.5) / Math.max(1, network.tieEnds());
            vector[TieSignal.LIFT.at()] = Math.log1p(allocation / mine.length / chance);
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

    private void addShared(int kind, int viewer, int[] others, double[][] vectors) {
        int said = network.values(kind, viewer).length;
        if (said > 0) {
            for (int i = 0; i < others.length; i++) {
                vectors[i][TraitSignal.SHARED.at(kind)] = eachOf(said) * network.shared(kind, viewer, others[i]);
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
        int valueCount = valueCount(kind, others, mine);
        double[] toward = network.affinity(kind).toward(mine, valueCount);
        double[] expected = new double[others.length];
        for (int i = 0; i < others.length; i++) {
            double alike = mean(toward, network.values(kind, others[i]));
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

    private int valueCount(int kind, int[] others, int[] mine) {
        int most = mine[mine.length - 1];
        for (int other : others) {
            int[] theirs = network.values(kind, other);
            most = theirs.length == 0 ? most : Math.max(most, theirs[theirs.length - 1]);
        }
        return most + 1;
    }

    private static double mean(double[] toward, int[] values) {
        double sum = 0;
        for (int value : values) {
            sum += toward[value];
        }
        return values.length == 0 ? 0 : sum / values.length;
    }

    private void addAround(int kind, int viewer, int[] others, double[][] vectors) {
        int[] neighbors = network.neighbors(viewer);
        if (neighbors.length == 0) {
            return;
        }
        int[] all = Arrays.stream(neighbors)
                .flatMap(neighbor -> Arrays.stream(network.values(kind, neighbor)))
                .sorted()
                .toArray();
        if (all.length == 0) {
            return;
        }
        int[] held = new int[all[all.length - 1] + 1];
        Arrays.stream(all).forEach(value -> held[value]++);
        for (int i = 0; i < others.length; i++) {
            int[] theirs = network.values(kind, others[i]);
            double sum = 0;
            for (int value : theirs) {
                sum += value < held.length && held[value] > 0
                        ? held[value] * rarity(network.memberCount(), network.holders(kind, value))
                        : 0;
            }
            vectors[i][TraitSignal.AROUND.at(kind)] = sum / Math.max(1, theirs.length) / neighbors.length;
        }
    }
}
