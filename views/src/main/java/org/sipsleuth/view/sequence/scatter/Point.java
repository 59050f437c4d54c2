package org.sipsleuth.view.sequence.scatter;

import java.util.List;
import java.util.Optional;
import org.sipsleuth.truth.TrafficClass;
import org.sipsleuth.view.sequence.state.SequenceRow;
import org.sipsleuth.view.sequence.state.Sign;

/// What is drawn at one place.
///
/// @param x its place on the horizontal axis
/// @param y its place on the vertical axis
/// @param sign what stands for it
/// @param rows the sequences that lie there: one, or several too close to be separated
/// @param dialogs how many dialogs they have
/// @param odd what some of them really are, if that is not normal
record Point(double x, double y, Sign sign, List<SequenceRow> rows, int dialogs, Optional<TrafficClass> odd) {

    private static final double LEAST_RADIUS = 3;
    private static final double RADIUS_PER_DECADE = 1.8;
    private static final double MOST_RADIUS = 12;
    private static final double LEAST_OPACITY = 0.5;
    private static final double OPACITY_PER_DECADE = 0.15;

    /// How large it is drawn, in pixels: it grows by the logarithm of the dialogs.
    double radius() {
        return Math.min(MOST_RADIUS, LEAST_RADIUS + RADIUS_PER_DECADE * Math.log10(dialogs));
    }

    /// How opaque it is drawn, from 0 to 1.
    double opacity() {
        return Math.min(0.9, LEAST_OPACITY + OPACITY_PER_DECADE * Math.log10(dialogs));
    }
}
