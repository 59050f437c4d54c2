package org.sipsleuth.view.dialogs.ladder.draw;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.sipsleuth.dialog.ladder.layer.TimeSpacing;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderGeometry;
import org.sipsleuth.view.fx.TextWidths;
import org.sipsleuth.view.fx.UtcTime;

/// Draws the pauses of a ladder that are too long to be drawn to scale: a break over all lifelines,
/// with its length.
final class PausePainter {

    private static final Font TEXT = Font.font("System", 11);
    private static final double STEP = 6;
    private static final double HALF = 2.5;
    private static final double PADDING = 8;

    private final GraphicsContext pen;
    private final LadderPalette palette;
    private final TextWidths widths = new TextWidths();

    PausePainter(GraphicsContext pen, LadderPalette palette) {
        this.pen = pen;
        this.palette = palette;
    }

    /// Draws the break before a row, if there is one. The pen is clipped to the lanes.
    void paint(LadderGeometry geometry, TimeSpacing spacing, int row) {
        if (!spacing.isBreak(row)) {
            return;
        }
        double room = TimeSpacing.BREAK_ROOM * LadderGeometry.ROW;
        double above = geometry.rowTop(row) - geometry.rows().tops().roomBefore(row);
        double y = Math.floor(above + room / 2) + 0.5;
        double left = geometry.gutter();
        double right = Math.min(geometry.width(), geometry.laneLeft(geometry.lanes().count()));
        zigzag(left, right, y);
        String words = UtcTime.length((double) spacing.nanosBefore(row));
        double half = widths.of(words, TEXT) / 2 + PADDING;
        double middle = (left + right) / 2;
        pen.setFill(palette.get(LadderColour.BACKGROUND));
        pen.fillRect(middle - half, y - STEP, 2 * half, 2 * STEP);
        pen.setFont(TEXT);
        pen.setTextAlign(TextAlignment.CENTER);
        pen.setFill(palette.get(LadderColour.FAINT_TEXT));
        pen.fillText(words, middle, y);
    }

    private void zigzag(double left, double right, double y) {
        int points = (int) Math.max(2, Math.min(2_000, (right - left) / STEP));
        double[] xs = new double[points];
        double[] ys = new double[points];
        for (int i = 0; i < points; i++) {
            xs[i] = left + i * STEP;
            ys[i] = y + (i % 2 == 0 ? -HALF : HALF);
        }
        pen.setStroke(palette.get(LadderColour.LINE));
        pen.setLineWidth(1);
        pen.setLineDashes();
        pen.strokePolyline(xs, ys, points);
    }
}
