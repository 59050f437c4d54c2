package org.sipsleuth.view.dialogs.ladder.draw;

import java.util.List;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.sipsleuth.dialog.ladder.Ladder;
import org.sipsleuth.report.draw.Ink;
import org.sipsleuth.report.ladder.LadderShapes;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderGeometry;
import org.sipsleuth.view.message.VisibleText;
import org.sipsleuth.view.ui.TextWidths;

/// Draws streams as double lines with an arrow head, in the room before the row that came after
/// their beginning.
final class MediaPainter {

    private static final Font TEXT = Font.font("System", 11);
    private static final double BASE = 8;
    private static final double LINE = 18;
    private static final double MARGIN = 8;
    private static final double LOOP = 60;
    private static final int LONGEST = 200;

    private final GraphicsContext pen;
    private final LadderPalette palette;
    private final CanvasPen shapes;
    private final TextWidths widths = new TextWidths();

    MediaPainter(GraphicsContext pen, LadderPalette palette) {
        this.pen = pen;
        this.palette = palette;
        shapes = new CanvasPen(pen, palette);
    }

    /// Draws the streams before a row. The pen is clipped to the lanes.
    void paint(LadderGeometry geometry, List<Ladder.PlacedMedia> media, int row) {
        double top = geometry.rowTop(row) - media.size() * LadderGeometry.MEDIA_ROW;
        for (Ladder.PlacedMedia one : media) {
            stream(geometry, one, top);
            top += LadderGeometry.MEDIA_ROW;
        }
    }

    private void stream(LadderGeometry geometry, Ladder.PlacedMedia one, double top) {
        double from = geometry.laneX(one.source());
        double to = geometry.laneX(one.destination());
        if (one.source() == one.destination()) {
            to = from + LOOP;
        }
        double y = Math.floor(top + LINE) + 0.5;
        LadderShapes.WINDOW.stream(shapes, Ink.MEDIA, one.arrow().isControl(), from, to, y);
        double left = geometry.gutter() + MARGIN;
        double right = geometry.width() - MARGIN;
        String words = VisibleText.ofValue(one.arrow().words(), LONGEST);
        String text = widths.fit(words, TEXT, Math.max(0, right - left));
        double half = widths.of(text, TEXT) / 2;
        double middle = Math.max(left + half, Math.min((from + to) / 2, right - half));
        pen.setFill(palette.get(LadderColour.BACKGROUND));
        pen.fillRect(middle - half - 2, top + 1, 2 * half + 4, 2 * BASE - 3);
        pen.setFont(TEXT);
        pen.setTextAlign(TextAlignment.CENTER);
        pen.setFill(palette.get(LadderColour.MEDIA));
        pen.fillText(text, middle, top + BASE);
    }
}
