package org.sipsleuth.view.dialogs.ladder.draw;

import org.sipsleuth.dialog.ladder.layer.RowSpans.Span;
import org.sipsleuth.dialog.ladder.layer.StateSpans;
import org.sipsleuth.dialog.ladder.layer.TimeSpacing;
import org.sipsleuth.dialog.outcome.Outcome;
import org.sipsleuth.report.ladder.part.SpanPainter;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderGeometry;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderSheet;
import org.sipsleuth.view.ui.UtcTime;

/// Draws what is in view of states, transactions and pauses.
final class SpanLayer {

    private static final double LONGEST_BREAK = 12_000;

    private final CanvasPen pen;
    private final SpanPainter spans;

    SpanLayer(CanvasPen pen) {
        this.pen = pen;
        spans = new SpanPainter(pen);
    }

    /// Draws states and transactions, between the times and the lanes.
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
        double bottom = geometry.rowTop(span.last()) + LadderGeometry.ROW;
        spans.band(pen, outcome.text(), StateSpans.isGood(outcome), left + span.column() * LadderGeometry.BAND,
                Math.max(LadderGeometry.HEAD, geometry.rowTop(span.first())), Math.min(geometry.height(), bottom));
    }

    /// A transaction may be longer than any canvas.
    private void bracket(LadderGeometry geometry, Span span, double right) {
        double top = geometry.rowTop(span.first()) + LadderGeometry.ARROW;
        double bottom = geometry.rowTop(span.last()) + LadderGeometry.ARROW;
        SpanPainter.bracket(pen, right - span.column() * LadderGeometry.BRACKET, Math.max(0, top),
                Math.min(geometry.height(), bottom), top >= 0, bottom <= geometry.height());
    }

    /// Draws the break before a row, if there is one. The canvas is clipped to the lanes.
    void pause(LadderGeometry geometry, TimeSpacing spacing, int row) {
        if (!spacing.isBreak(row)) {
            return;
        }
        double room = TimeSpacing.BREAK_ROOM * LadderGeometry.ROW;
        double above = geometry.rowTop(row) - geometry.rows().tops().roomBefore(row);
        double left = geometry.gutter();
        double right = Math.min(geometry.width(), geometry.laneLeft(geometry.lanes().count()));
        spans.pause(pen, UtcTime.length((double) spacing.nanosBefore(row)), left, Math.min(right, left + LONGEST_BREAK),
                above + room / 2);
    }
}
