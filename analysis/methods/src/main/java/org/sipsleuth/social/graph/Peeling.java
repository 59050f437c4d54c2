package org.sipsleuth.social.graph;

import java.util.Arrays;
import org.sipsleuth.run.RunMonitor;

/// Takes the least connected caller or callee away, again and again, and keeps the group that was
/// densest on the way: at least half as dense as the densest there is (M. Charikar, APPROX 2000).
/// Of equals callers go before callees, then in the order of the users. O(E log V).
final class Peeling {

    private static final int CHECK = 1 << 12;

    /// Rounding moves the sum of the weights by less.
    private static final double ROUNDING = 1e-9;

    private final CallGraph graph;
    private final boolean[] isTaken;
    private final double[] weights;

    /// The pairs of each node, one node after the other: callers, then callees.
    private final int[] pairs;

    private final int[] begins;

    /// @param isTaken by pair, those that take no part
    /// @param weights by pair, above 0
    Peeling(CallGraph graph, boolean[] isTaken, double[] weights) {
        this.graph = graph;
        this.isTaken = isTaken;
        this.weights = weights;
        begins = new int[2 * graph.users() + 1];
        for (int pair = 0; pair < graph.size(); pair++) {
            if (!isTaken[pair]) {
                begins[caller(pair) + 1]++;
                begins[callee(pair) + 1]++;
            }
        }
        for (int node = 0; node < 2 * graph.users(); node++) {
            begins[node + 1] += begins[node];
        }
        pairs = new int[begins[2 * graph.users()]];
        int[] next = begins.clone();
        for (int pair = 0; pair < graph.size(); pair++) {
            if (!isTaken[pair]) {
                pairs[next[caller(pair)]++] = pair;
                pairs[next[callee(pair)]++] = pair;
            }
        }
    }

    private int caller(int pair) {
        return graph.caller(pair);
    }

    private int callee(int pair) {
        return graph.users() + graph.callee(pair);
    }

    /// Which callers (the first half, by user) and callees (the second half) are the densest group;
    /// none without pairs.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    boolean[] densest(RunMonitor monitor) {
        double[] degrees = degrees();
        LeastFirst nodes = new LeastFirst(degrees);
        int[] order = new int[degrees.length];
        int count = (int) Arrays.stream(degrees).filter(Double::isFinite).count();
        int left = count;
        double sum = weightOfAll();
        double most = 0;
        int best = 0;
        boolean[] isGone = new boolean[order.length];
        for (int step = 0; step < count; step++) {
            if (step % CHECK == 0) {
                monitor.throwIfCancelled();
            }
            if (sum / left > most + ROUNDING) {
                most = sum / left;
                best = step;
            }
            int node = nodes.least();
            sum -= nodes.key(node);
            left--;
            nodes.remove(node);
            isGone[node] = true;
            order[step] = node;
            for (int place = begins[node]; place < begins[node + 1]; place++) {
                int pair = pairs[place];
                int other = node < graph.users() ? callee(pair) : caller(pair);
                if (!isGone[other]) {
                    nodes.set(other, nodes.key(other) - weights[pair]);
                }
            }
        }
        boolean[] isIn = new boolean[order.length];
        for (int step = best; step < count; step++) {
            isIn[order[step]] = true;
        }
        return isIn;
    }

    /// The sum of the weights of each node's pairs; infinity without any.
    private double[] degrees() {
        double[] degrees = new double[begins.length - 1];
        for (int node = 0; node < degrees.length; node++) {
            for (int place = begins[node]; place < begins[node + 1]; place++) {
                degrees[node] += weights[pairs[place]];
            }
            if (begins[node] == begins[node + 1]) {
                degrees[node] = Double.POSITIVE_INFINITY;
            }
        }
        return degrees;
    }

    private double weightOfAll() {
        double sum = 0;
        for (int pair = 0; pair < graph.size(); pair++) {
            sum += isTaken[pair] ? 0 : weights[pair];
        }
        return sum;
    }
}
