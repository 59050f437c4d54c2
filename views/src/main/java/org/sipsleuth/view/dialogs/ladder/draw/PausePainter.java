package org.sipsleuth.view.dialogs.ladder.draw;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.sipsleuth.dialog.ladder.layer.TimeSpacing;
import org.sipsleuth.report.ladder.LadderShapes;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderGeometry;
import org.sipsleuth.view.ui.TextWidths;
import org.sipsleuth.view.ui.UtcTime;

/// Draws the pauses of a ladder that are too long to be drawn to scale: a break over all lifelines,
/// with its length.
final class PausePainter {

    private static final Font TEXT = Font.font("System", 11);
    private static final double HALF_HEIGHT = 6;
    private static final double LONGEST_BREAK = 12_000;
    private static final double PADDING = 8;

    private final GraphicsContext pen;
    private final LadderPalette palette;
    private final CanvasPen shapes;
    private final TextWidths widths = new TextWidths();

    PausePainter(GraphicsContext pen, LadderPalette palette) {
        this.pen = pen;
        this.palette = palette;
        shapes = new CanvasPen(pen, palette);
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
        LadderShapes.pause(shapes, left, Math.min(right, left + LONGEST_BREAK), y);
        String words = UtcTime.length((double) spacing.nanosBefore(row));
        double half = widths.of(words, TEXT) / 2 + PADDING;
        double middle = (left + right) / 2;
        pen.setFill(palette.get(LadderColour.BACKGROUND));
        pen.fillRect(middle - half, y - HALF_HEIGHT, 2 * half, 2 * HALF_HEIGHT);
        pen.setFont(TEXT);
        pen.setTextAlign(TextAlignment.CENTER);
        pen.setFill(palette.get(LadderColour.FAINT_TEXT));
        pen.fillText(words, middle, y);
    }
}
