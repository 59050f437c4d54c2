package org.sipsleuth.view.dialogs.ladder.draw;

import java.util.Locale;
import javafx.scene.canvas.GraphicsContext;
import org.sipsleuth.report.draw.Ink;
import org.sipsleuth.report.draw.Pen.Anchor;
import org.sipsleuth.report.draw.Pen.Face;
import org.sipsleuth.report.draw.Pen.Letters;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderGeometry;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderSheet;

/// Draws how usual the messages in view are: a bar with its bits beside each, and a triangle at the
/// one with which a dialog becomes unknown.
final class SurpriseLayer {

    static final double MARGIN = 4;

    private static final double BAR = 22;
    private static final double THICK = 7;
    private static final double SIGN = 5;
    private static final double LETTERS = 11;

    /// A bar of this surprise is as long as any.
    private static final double MOST_BITS = 20;

    private final GraphicsContext canvas;
    private final LadderPalette palette;
    private final CanvasPen pen;

    SurpriseLayer(GraphicsContext canvas, LadderPalette palette, CanvasPen pen) {
        this.canvas = canvas;
        this.palette = palette;
        this.pen = pen;
    }

    /// Draws the column, left of what reaches over several rows.
    void paint(LadderGeometry geometry, LadderSheet sheet, RowSurprise surprise) {
        if (surprise.width() == 0) {
            return;
        }
        double signAt = geometry.gutter() - sheet.spansWidth() - surprise.width() + MARGIN + SIGN;
        double left = signAt + SIGN + MARGIN / 2;
        double right = geometry.gutter() - sheet.spansWidth() - MARGIN / 2;
        for (int row = geometry.firstRow(); row < geometry.endRow(); row++) {
            double middle = geometry.rowTop(row) + LadderGeometry.ROW / 2;
            boolean departs = surprise.departing().containsKey(row);
            Double bits = surprise.bits().get(row);
            if (bits != null) {
                canvas.setFill(palette.get(LadderColour.LINE));
                canvas.fillRect(left, middle - THICK / 2, BAR, THICK);
                canvas.setFill(palette.get(departs ? LadderColour.UNKNOWN : LadderColour.FAINT_TEXT));
                canvas.fillRect(left, middle - THICK / 2, Math.max(1, BAR * Math.min(1, bits / MOST_BITS)), THICK);
                Letters letters = new Letters(departs ? Ink.TEXT : Ink.FAINT, LETTERS, Anchor.RIGHT,
                        departs ? Face.BOLD : Face.PLAIN);
                String number = String.format(Locale.ROOT, "%.1f", bits);
                pen.text(letters, number, right, letters.baseline(middle));
            }
            if (departs) {
                sign(signAt, middle);
            }
        }
    }

    private void sign(double x, double middle) {
        canvas.setFill(palette.get(LadderColour.UNKNOWN));
        canvas.fillPolygon(new double[]{x - SIGN, x, x + SIGN},
                new double[]{middle + SIGN * 0.8, middle - SIGN * 0.9, middle + SIGN * 0.8}, 3);
    }
}
