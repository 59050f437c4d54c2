package org.sipsleuth.view.dialogs.ladder.draw;

import javafx.scene.canvas.GraphicsContext;

/// Draws lines that run straight across or down as rectangles in the colour of the pen's fill: a
/// renderer without graphics card draws those several times faster than strokes.
final class StraightLines {

    private final GraphicsContext pen;

    StraightLines(GraphicsContext pen) {
        this.pen = pen;
    }

    /// Draws a line down.
    ///
    /// @param x its middle
    void down(double x, double top, double bottom, double width) {
        pen.fillRect(x - width / 2, top, width, bottom - top);
    }

    /// Draws a line across, solid or in dashes from its beginning.
    ///
    /// @param to left or right of `from`
    /// @param y its middle
    /// @param dashes the lengths of a dash and of the gap behind it; none if solid
    void across(double from, double to, double y, double width, double... dashes) {
        double top = y - width / 2;
        if (dashes.length == 0) {
            pen.fillRect(Math.min(from, to), top, Math.abs(to - from), width);
            return;
        }
        double forward = Math.signum(to - from);
        double length = Math.abs(to - from);
        double step = dashes[0] + dashes[1];
        for (double at = 0; at < length; at += step) {
            double dash = Math.min(dashes[0], length - at);
            double begin = from + forward * at;
            pen.fillRect(forward < 0 ? begin - dash : begin, top, dash, width);
        }
    }
}
