package org.sipsleuth.view.social.graph;

import java.util.Arrays;

/// A quadtree of masses (J. Barnes, P. Hut, Nature 1986). For one thread.
final class ForceTree {

    /// A cell that looks smaller than this acts as one mass.
    private static final double OPENING = 1.1;

    /// Nodes in one place are not divided further.
    private static final int DEEPEST = 24;

    private static final int NONE = -1;

    private int[] children; // four for each cell: another cell, or NONE
    private int[] body; // the only node of a leaf, or NONE
    private double[] sumX;
    private double[] sumY;
    private double[] sums;
    private double[] sides;
    private int[] stack = new int[4 * DEEPEST + 8];
    private int cells;
    private double[] x = {};
    private double[] y = {};
    private double[] mass = {};
    private double forceX;
    private double forceY;

    ForceTree(int nodes) {
        int room = Math.max(16, 3 * nodes);
        children = new int[4 * room];
        body = new int[room];
        sumX = new double[room];
        sumY = new double[room];
        sums = new double[room];
        sides = new double[room];
    }

    /// Builds the tree of these nodes.
    void build(double[] ofX, double[] ofY, double[] ofMass) {
        x = ofX;
        y = ofY;
        mass = ofMass;
        cells = 0;
        double least = Double.POSITIVE_INFINITY;
        double most = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            least = Math.min(least, Math.min(x[i], y[i]));
            most = Math.max(most, Math.max(x[i], y[i]));
        }
        double side = Math.max(1e-9, most - least);
        cell(side);
        for (int i = 0; i < x.length; i++) {
            insert(i, least + side / 2, least + side / 2);
        }
    }

    private int cell(double side) {
        if (cells == body.length) {
            children = Arrays.copyOf(children, 2 * children.length);
            body = Arrays.copyOf(body, 2 * cells);
            sumX = Arrays.copyOf(sumX, 2 * cells);
            sumY = Arrays.copyOf(sumY, 2 * cells);
            sums = Arrays.copyOf(sums, 2 * cells);
            sides = Arrays.copyOf(sides, 2 * cells);
        }
        Arrays.fill(children, 4 * cells, 4 * cells + 4, NONE);
        body[cells] = NONE;
        sumX[cells] = 0;
        sumY[cells] = 0;
        sums[cells] = 0;
        sides[cells] = side;
        return cells++;
    }

    private void insert(int node, double rootX, double rootY) {
        int cell = 0;
        double middleX = rootX;
        double middleY = rootY;
        for (int depth = 0;; depth++) {
            boolean isEmpty = sums[cell] == 0;
            int other = body[cell];
            add(cell, node);
            if (isEmpty) {
                body[cell] = node;
                return;
            }
            if (depth == DEEPEST) {
                body[cell] = NONE;
                return;
            }
            double quarter = sides[cell] / 4;
            if (other != NONE) { // a leaf becomes a branch
                body[cell] = NONE;
                int child = child(cell, x[other] > middleX, y[other] > middleY);
                add(child, other);
                body[child] = other;
            }
            boolean isRight = x[node] > middleX;
            boolean isLow = y[node] > middleY;
            cell = child(cell, isRight, isLow);
            middleX += isRight ? quarter : -quarter;
            middleY += isLow ? quarter : -quarter;
        }
    }

    private int child(int cell, boolean isRight, boolean isLow) {
        int place = 4 * cell + (isRight ? 1 : 0) + (isLow ? 2 : 0);
        if (children[place] == NONE) {
            int made = cell(sides[cell] / 2);
            children[place] = made;
        }
        return children[place];
    }

    private void add(int cell, int node) {
        sumX[cell] += mass[node] * x[node];
        sumY[cell] += mass[node] * y[node];
        sums[cell] += mass[node];
    }

    /// Sums up what repels a node, each mass by one over its distance.
    void repulsion(int node) {
        forceX = 0;
        forceY = 0;
        int waiting = 0;
        stack[waiting++] = 0;
        while (waiting > 0) {
            int cell = stack[--waiting];
            if (body[cell] == node) {
                continue;
            }
            double dx = x[node] - sumX[cell] / sums[cell];
            double dy = y[node] - sumY[cell] / sums[cell];
            double squared = dx * dx + dy * dy;
            boolean isLeaf = true;
            for (int i = 4 * cell; i < 4 * cell + 4; i++) {
                isLeaf &= children[i] == NONE;
            }
            if (isLeaf || sides[cell] * sides[cell] < OPENING * OPENING * squared) {
                double near = Math.max(squared, 1e-4);
                forceX += sums[cell] * dx / near;
                forceY += sums[cell] * dy / near;
                continue;
            }
            for (int i = 4 * cell; i < 4 * cell + 4; i++) {
                if (children[i] != NONE) {
                    if (waiting == stack.length) {
                        stack = Arrays.copyOf(stack, 2 * waiting);
                    }
                    stack[waiting++] = children[i];
                }
            }
        }
        if (forceX == 0 && forceY == 0) { // in one place with all others
            forceX = 1e-3 * (node + 1);
            forceY = 1e-3 * ((node & 1) == 0 ? 1 : -1);
        }
    }

    double forceX() {
        return forceX;
    }

    double forceY() {
        return forceY;
    }
}
