package org.sipsleuth.view.dialogs.ladder.draw;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.sipsleuth.dialog.ladder.layer.RowSpans.Span;
import org.sipsleuth.dialog.ladder.layer.StateSpans;
import org.sipsleuth.dialog.outcome.Outcome;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderGeometry;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderSheet;
import org.sipsleuth.view.ui.TextWidths;

/// Draws what reaches over several rows, between the times and the lanes: the states of dialogs as
/// bands, transactions as brackets.
final class SpanPainter {

    private static final Font TEXT = Font.font("System", 10);
    private static final double SERIF = 5;
    private static final double INSET = 2;
    private static final double TEXT_PADDING = 8;

    private final GraphicsContext pen;
    private final LadderPalette palette;
    private final StraightLines lines;
    private final TextWidths widths = new TextWidths();

    SpanPainter(GraphicsContext pen, LadderPalette palette) {
        this.pen = pen;
        this.palette = palette;
        lines = new StraightLines(pen);
    }

    void paint(LadderGeometry geometry, LadderSheet sheet) {
        double left = geometry.gutter() - sheet.spansWidth() + LadderGeometry.SPAN_MARGIN / 2;
        int first = geometry.firstRow();
        int end = geometry.endRow();
        sheet.states().forEachIn(first, end, span -> band(geometry, span, left));
        double right = geometry.gutter() - LadderGeometry.SPAN_MARGIN / 2;
        sheet.transactions().forEachIn(first, end, span -> bracket(geometry, span, right));
    }

    private void band(LadderGeometry geometry, Span span, double left) {
        Outcome outcome = StateSpans.outcome(span);
        double x = left + span.column() * LadderGeometry.BAND;
        double top = Math.max(LadderGeometry.HEAD, geometry.rowTop(span.first()) + INSET);
        double bottom =
                Math.min(
                        geometry.height(),
                        geometry.rowTop(span.last()) + LadderGeometry.ROW - INSET);
        if (bottom <= top) {
            return;
        }
        boolean isGood = StateSpans.isGood(outcome);
        pen.setFill(palette.get(isGood ? LadderColour.BAND : LadderColour.BAND_OTHER));
        pen.fillRoundRect(x, top, LadderGeometry.BAND - INSET, bottom - top, SERIF, SERIF);
        pen.setFill(palette.get(LadderColour.TEXT));
        pen.setFont(TEXT);
        pen.setTextAlign(TextAlignment.CENTER);
        String words = outcome.text();
        pen.save();
        pen.translate(x + (LadderGeometry.BAND - INSET) / 2, (top + bottom) / 2);
        pen.rotate(-90);
        pen.fillText(widths.fit(words, TEXT, bottom - top - TEXT_PADDING), 0, 0);
        pen.restore();
    }

    private void bracket(LadderGeometry geometry, Span span, double right) {
        double x = Math.floor(right - span.column() * LadderGeometry.BRACKET - SERIF) + 0.5;
        double top = Math.floor(geometry.rowTop(span.first()) + LadderGeometry.ARROW) + 0.5;
        double bottom = Math.floor(geometry.rowTop(span.last()) + LadderGeometry.ARROW) + 0.5;
        pen.setFill(palette.get(LadderColour.FAINT_TEXT));
        lines.across(x, x + SERIF, top, 1.2);
        lines.across(x, x + SERIF, bottom, 1.2);
        double above = Math.max(0, top); // a transaction may be longer than any canvas
        lines.down(x, above, Math.min(geometry.height(), bottom), 1.2);
    }
}
