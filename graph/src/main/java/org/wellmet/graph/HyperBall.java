package org.wellmet.graph;

/// Counts everyone's surroundings at once, about (Boldi, Vigna: *In-core computation of geometric centralities
/// with HyperBall*, 2013): each vertex has a HyperLogLog counter of the vertices within so many steps, and one
/// more step is the union with the counters of its neighbors, which is the greater of the two in each register
/// (Flajolet, Fusy, Gandouet, Meunier, 2007).
///
/// Confined to one question.
final class HyperBall {
    static final int MAX_STEPS = 3;

    private final View view;
    private final int precision;
    private final int registers;
    private byte[] counters;
    private byte[] next;

    private HyperBall(View view, int precision) {
        this.view = view;
        this.precision = precision;
        this.registers = 1 << precision;
        int byteSize = Math.multiplyExact(view.vertexCount(), registers);
        this.counters = new byte[byteSize];
        this.next = new byte[byteSize];
    }

    static ReachEstimates run(View view, int precision) {
        if (precision < 4 || precision > 12) {
            throw new IllegalArgumentException("precision must be within [4, 12], got " + precision);
        }
        HyperBall ball = new HyperBall(view, precision);
        for (int vertex = 0; vertex < view.vertexCount(); vertex++) {
            if (view.isThere(vertex)) {
                ball.enter(vertex);
            }
        }
        float[][] within = new float[MAX_STEPS][];
        for (int step = 0; step < MAX_STEPS; step++) {
            ball.step();
            within[step] = ball.estimates();
        }
        return new ReachEstimates(view, within, 1.04 / Math.sqrt(ball.registers));
    }

    private void enter(int vertex) {
        long hash = mixed(view.key(vertex));
        int register = (int) (hash >>> (Long.SIZE - precision));
        int rank = Long.numberOfLeadingZeros(hash << precision | registers - 1L) + 1;
        counters[vertex * registers + register] = (byte) rank;
    }

    /// The finalizer of splitmix64 (Steele, Lea, Flood, 2014): every bit of the key moves half of the bits.
    private static long mixed(long key) {
        long z = key + 0x9E3779B97F4A7C15L;
        z = (z ^ z >>> 30) * 0xBF58476D1CE4E5B9L;
        z = (z ^ z >>> 27) * 0x94D049BB133111EBL;
        return z ^ z >>> 31;
    }

    private void step() {
        NeighborList list = view.newList();
        System.arraycopy(counters, 0, next, 0, counters.length);
        for (int vertex = 0; vertex < view.vertexCount(); vertex++) {
            view.read(vertex, list);
            for (int i = 0; i < list.length(); i++) {
                unite(vertex * registers, list.at(i) * registers);
            }
        }
        byte[] spare = counters;
        counters = next;
        next = spare;
    }

    private void unite(int target, int source) {
        byte[] to = next;
        byte[] from = counters;
        for (int register = 0; register < registers; register++) {
            to[target + register] = (byte) Math.max(to[target + register], from[source + register]);
        }
    }

    private float[] estimates() {
        float[] estimates = new float[view.vertexCount()];
        for (int vertex = 0; vertex < estimates.length; vertex++) {
            estimates[vertex] = (float) Math.max(0, estimate(vertex * registers) - 1); // without the vertex itself
        }
        return estimates;
    }

    private double estimate(int start) {
        double sum = 0;
        int zeros = 0;
        for (int register = 0; register < registers; register++) {
            sum += 1.0 / (1L << counters[start + register]);
            zeros += counters[start + register] == 0 ? 1 : 0;
        }
        double alpha = registers <= 16 ? 0.673 : registers <= 32 ? 0.697 : 0.7213 / (1 + 1.079 / registers);
        double estimate = alpha * registers * registers / sum;
        boolean isSmall = estimate <= 2.5 * registers && zeros > 0;
        return isSmall ? registers * Math.log((double) registers / zeros) : estimate;
    }
}
