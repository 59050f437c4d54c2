package org.sipsleuth.view.message.text;

import javafx.scene.canvas.GraphicsContext;

/// How a style marks its characters besides their colour.
enum TextMark {
    /// A ground.
    ESCAPE,
    /// A ground with a wave under it.
    DEFECT,
    /// A ground with a frame.
    FOUND,
    /// Dots below.
    COMPACT_NAME;

    private static final double WAVE_WIDTH = 4;
    private static final double WAVE_HEIGHT = 2;
    private static final double LINE_WIDTH = 1;
    private static final double DOT = 1;
    private static final double GAP = 2;

    /// The CSS class that has this mark.
    String style() {
        return switch (this) {
            case ESCAPE -> "escape";
            case DEFECT -> "defect";
            case FOUND -> "found";
            case COMPACT_NAME -> "compact-name";
        };
    }

    /// Draws its lines; the stroke's colour is set.
    ///
    /// @param row where the marked characters are
    void stroke(GraphicsContext pen, double left, double right, RowPlace row) {
        pen.setLineWidth(LINE_WIDTH);
        switch (this) {
            case ESCAPE -> {}
            case DEFECT -> wave(pen, left, right, row.baseline() + LINE_WIDTH);
            case FOUND ->
                    pen.strokeRect(left, row.top() + 0.5, right - left, row.height() - LINE_WIDTH);
            case COMPACT_NAME -> {
                pen.setLineDashes(DOT, GAP);
                double y = Math.floor(row.baseline()) + LINE_WIDTH + 0.5;
                pen.strokeLine(left, y, right, y);
                pen.setLineDashes();
            }
        }
    }

    private static void wave(GraphicsContext pen, double left, double right, double y) {
        pen.beginPath();
        pen.moveTo(left, y);
        boolean isLow = true;
        for (double x = left; x < right; x += WAVE_WIDTH / 2) {
            double to = Math.min(right, x + WAVE_WIDTH / 2);
            pen.lineTo(to, isLow ? y + WAVE_HEIGHT : y);
            isLow = !isLow;
        }
        pen.stroke();
    }
}
