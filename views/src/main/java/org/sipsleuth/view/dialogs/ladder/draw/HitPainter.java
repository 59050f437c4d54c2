package org.sipsleuth.view.dialogs.ladder.draw;

import java.util.BitSet;
import javafx.scene.canvas.GraphicsContext;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderGeometry;

/// Draws along the right edge where in the whole ladder there are hits of a search or matches of a
/// filter, so that one sees how far away the next one is.
final class HitPainter {

    private static final double WIDTH = 4;
    private static final double LEAST = 2;

    private final GraphicsContext pen;
    private final LadderPalette palette;

    HitPainter(GraphicsContext pen, LadderPalette palette) {
        this.pen = pen;
        this.palette = palette;
    }

    /// Cost: the height in pixels, not the number of hits.
    void paint(LadderGeometry geometry, BitSet hits, LadderColour colour) {
        int rows = geometry.rows().count();
        double seen = geometry.size().rowsSeen();
        boolean isFullyVisible = rows * LadderGeometry.ROW <= seen;
        if (hits.isEmpty() || isFullyVisible) {
            return;
        }
        pen.setFill(palette.get(colour));
        double height = Math.max(LEAST, seen / rows);
        int row = hits.nextSetBit(0);
        while (row >= 0 && row < rows) {
            double top = Math.floor(seen * row / rows);
            pen.fillRect(geometry.width() - WIDTH, LadderGeometry.HEAD + top, WIDTH, height);
            int beyond = (int) Math.ceil((top + LEAST) * rows / seen);
            row = hits.nextSetBit(Math.max(row + 1, beyond));
        }
    }
}
