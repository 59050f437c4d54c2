package org.sipsleuth.view.social.graph;

import java.util.function.IntToDoubleFunction;

/// Which part of the plane is in view, and at what scale. Immutable.
///
/// @param scale pixels for each unit of the plane
/// @param left where the plane's origin lies, in pixels
/// @param top the same downwards
record GraphSight(double scale, double left, double top) {

    private static final double MARGIN = 36;
    private static final double LARGEST = 60;
    private static final double SMALLEST = 1e-4;

    /// All nodes.
    static GraphSight fitting(int nodes, IntToDoubleFunction x, IntToDoubleFunction y, double width, double height) {
        double leastX = Double.POSITIVE_INFINITY;
        double mostX = Double.NEGATIVE_INFINITY;
        double leastY = Double.POSITIVE_INFINITY;
        double mostY = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < nodes; i++) {
            leastX = Math.min(leastX, x.applyAsDouble(i));
            mostX = Math.max(mostX, x.applyAsDouble(i));
            leastY = Math.min(leastY, y.applyAsDouble(i));
            mostY = Math.max(mostY, y.applyAsDouble(i));
        }
        if (nodes == 0) {
            return new GraphSight(1, width / 2, height / 2);
        }
        double scale = Math.min(Math.max(1, width - 2 * MARGIN) / Math.max(1e-6, mostX - leastX),
                Math.max(1, height - 2 * MARGIN) / Math.max(1e-6, mostY - leastY));
        double kept = Math.clamp(scale, SMALLEST, LARGEST);
        return new GraphSight(kept, width / 2 - kept * (leastX + mostX) / 2, height / 2 - kept * (leastY + mostY) / 2);
    }

    double x(double ofPlane) {
        return left + scale * ofPlane;
    }

    double y(double ofPlane) {
        return top + scale * ofPlane;
    }

    GraphSight moved(double byX, double byY) {
        return new GraphSight(scale, left + byX, top + byY);
    }

    /// Nearer by a factor; what lies at a place stays there.
    GraphSight zoomed(double factor, double atX, double atY) {
        double next = Math.clamp(scale * factor, SMALLEST, LARGEST);
        double by = next / scale;
        return new GraphSight(next, atX + (left - atX) * by, atY + (top - atY) * by);
    }
}
