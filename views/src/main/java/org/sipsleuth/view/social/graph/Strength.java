package org.sipsleuth.view.social.graph;

/// How an edge looks.
///
/// @param width in pixels
/// @param opacity 0 to 1
record Strength(double width, double opacity) {

    private static final double THINNEST = 0.6;
    private static final double MORE_WIDTH = 1.4;
    private static final double FAINTEST = 0.2;
    private static final double MORE_OPACITY = 0.3;

    /// @param share of the strength of the strongest edge, 0 to 1
    static Strength of(double share) {
        return new Strength(THINNEST + MORE_WIDTH * share, FAINTEST + MORE_OPACITY * share);
    }
}
