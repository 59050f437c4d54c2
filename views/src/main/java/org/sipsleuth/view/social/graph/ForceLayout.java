package org.sipsleuth.view.social.graph;

import java.util.Arrays;
import java.util.Map;

/// Places nodes so that those with strong edges lie together (M. Jacomy et al.: ForceAtlas2,
/// PLOS ONE 2014): nodes repel each other, edges and communities pull. Repulsion by far groups is
/// summed up (J. Barnes, P. Hut, Nature 1986). The same graph has the same places. For one thread.
final class ForceLayout {

    /// After so many steps places are good enough.
    static final int MOST_STEPS = 600;

    private static final double REPULSION = 4;
    private static final double GRAVITY = 0.05; // grows with the distance, so that nobody flies off
    private static final double COMMUNITY = 0.5;
    private static final double TOLERANCE = 1;
    private static final double MOST_FASTER = 1.5;

    /// It has settled once nodes move by less than this share of its extent.
    private static final double STILL = 2e-4;

    private static final long MIX = 0x9e3779b97f4a7c15L;

    private final GraphData data;
    private final double[] x;
    private final double[] y;
    private final double[] mass;
    private final double[] forceX;
    private final double[] forceY;
    private final double[] beforeX;
    private final double[] beforeY;
    private final int communities;
    private final ForceTree tree;
    private double speed = 1;
    private int steps;

    /// @param known where nodes lie already, by their names
    ForceLayout(GraphData data, Map<String, double[]> known) {
        this.data = data;
        int count = data.nodes().size();
        x = new double[count];
        y = new double[count];
        mass = new double[count];
        forceX = new double[count];
        forceY = new double[count];
        beforeX = new double[count];
        beforeY = new double[count];
        tree = new ForceTree(count);
        communities = data.nodes().stream().mapToInt(GraphNode::community).max().orElse(-1) + 1;
        Arrays.fill(mass, 1);
        for (GraphEdge edge : data.edges()) {
            mass[edge.from()]++;
            mass[edge.to()]++;
        }
        double extent = Math.sqrt(Math.max(1, count)) * 10;
        for (int i = 0; i < count; i++) {
            double[] place = known.get(data.nodes().get(i).name());
            if (place != null) {
                x[i] = place[0];
                y[i] = place[1];
            } else {
                begin(i, extent);
            }
        }
    }

    /// A place that depends on the name alone, near those of the same community.
    private void begin(int node, double extent) {
        GraphNode its = data.nodes().get(node);
        long hash = (its.name().hashCode() + 1L) * MIX;
        double angle = (hash >>> 40) / (double) (1 << 24) * 2 * Math.PI;
        double distance = Math.sqrt((hash >>> 16 & 0xffffff) / (double) (1 << 24));
        double turn = its.community() < 0 ? angle : 2.4 * its.community(); // the golden angle
        double part = its.community() < 0 ? 1 : 0.6 * Math.sqrt((its.community() + 1.0) / communities);
        double spread = its.community() < 0 ? extent : extent / 5;
        x[node] = extent * part * Math.cos(turn) + spread * distance * Math.cos(angle);
        y[node] = extent * part * Math.sin(turn) + spread * distance * Math.sin(angle);
    }

    double x(int node) {
        return x[node];
    }

    double y(int node) {
        return y[node];
    }

    /// Moves all nodes once.
    ///
    /// @return whether they will move further
    boolean step() {
        int count = x.length;
        if (count < 2 || steps >= MOST_STEPS) {
            return false;
        }
        steps++;
        System.arraycopy(forceX, 0, beforeX, 0, count);
        System.arraycopy(forceY, 0, beforeY, 0, count);
        tree.build(x, y, mass);
        for (int i = 0; i < count; i++) {
            tree.repulsion(i);
            forceX[i] = REPULSION * mass[i] * tree.forceX();
            forceY[i] = REPULSION * mass[i] * tree.forceY();
            forceX[i] -= GRAVITY * mass[i] * x[i];
            forceY[i] -= GRAVITY * mass[i] * y[i];
        }
        pull();
        gather();
        return move() > STILL;
    }

    private void pull() {
        for (GraphEdge edge : data.edges()) {
            double weight = data.relation().strength(edge.weight());
            double dx = weight * (x[edge.to()] - x[edge.from()]);
            double dy = weight * (y[edge.to()] - y[edge.from()]);
            forceX[edge.from()] += dx;
            forceY[edge.from()] += dy;
            forceX[edge.to()] -= dx;
            forceY[edge.to()] -= dy;
        }
    }

    /// Communities pull to their middle.
    private void gather() {
        double[] sumX = new double[communities];
        double[] sumY = new double[communities];
        int[] members = new int[communities];
        for (int i = 0; i < x.length; i++) {
            int community = data.nodes().get(i).community();
            if (community >= 0) {
                sumX[community] += x[i];
                sumY[community] += y[i];
                members[community]++;
            }
        }
        for (int i = 0; i < x.length; i++) {
            int community = data.nodes().get(i).community();
            if (community >= 0) {
                forceX[i] += COMMUNITY * mass[i] * (sumX[community] / members[community] - x[i]);
                forceY[i] += COMMUNITY * mass[i] * (sumY[community] / members[community] - y[i]);
            }
        }
    }

    /// @return how far nodes moved in the mean, as a share of the extent
    private double move() {
        double swings = 0;
        double tractions = 0;
        for (int i = 0; i < x.length; i++) {
            swings += mass[i] * Math.hypot(forceX[i] - beforeX[i], forceY[i] - beforeY[i]);
            tractions += mass[i] * Math.hypot(forceX[i] + beforeX[i], forceY[i] + beforeY[i]) / 2;
        }
        double wanted = TOLERANCE * tractions / Math.max(1e-9, swings);
        speed = Math.min(wanted, MOST_FASTER * speed);
        double moved = 0;
        double extent = 1e-9;
        for (int i = 0; i < x.length; i++) {
            double swing = mass[i] * Math.hypot(forceX[i] - beforeX[i], forceY[i] - beforeY[i]);
            double its = 0.1 * speed / (1 + speed * Math.sqrt(swing));
            x[i] += forceX[i] * its;
            y[i] += forceY[i] * its;
            moved += Math.hypot(forceX[i], forceY[i]) * its;
            extent = Math.max(extent, Math.max(Math.abs(x[i]), Math.abs(y[i])));
        }
        return moved / x.length / extent;
    }
}
