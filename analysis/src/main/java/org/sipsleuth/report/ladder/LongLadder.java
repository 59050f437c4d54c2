package org.sipsleuth.report.ladder;

import java.io.IOException;
import org.sipsleuth.report.draw.Ink;
import org.sipsleuth.report.draw.Pen;
import org.sipsleuth.report.draw.Pen.Anchor;
import org.sipsleuth.report.draw.Pen.Letters;
import org.sipsleuth.report.draw.Typeface;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

/// A whole ladder on one sheet as long as it needs: title, legend, then all rows, with the heads
/// again every so many rows.
final class LongLadder {

    /// After so many rows the heads come again, so that they are in sight wherever one looks.
    static final int ROWS_BELOW_HEADS = 40;

    private static final double MARGIN = 16;
    private static final double NARROWEST_LANE = 120;
    private static final double WIDEST_LANE = 280;
    private static final double NARROWEST = 640;
    private static final double HEADING_SIZE = 15;
    private static final double HEADING = 24;
    private static final double LINE_SIZE = 10.5;
    private static final double LINE = 15;
    private static final double GAP = 8;
    private static final double BLOCK = LadderPainter.HEAD + ROWS_BELOW_HEADS * LadderPainter.ROW;

    private final LadderContent content;
    private final LadderTitle title;
    private final Typeface typeface;
    private final LadderPainter painter;
    private final LegendPainter legend;
    private final LaneGrid grid;
    private final double width;
    private final double blocksTop;

    LongLadder(LadderContent content, LadderTitle title, Typeface typeface) {
        this.content = content;
        this.title = title;
        this.typeface = typeface;
        Columns columns = Columns.of(content, typeface);
        painter = new LadderPainter(typeface, columns);
        legend = new LegendPainter(typeface, painter, content.hasMedia());
        grid = LaneGrid.all(content.heads().size(), columns.end(), laneWidth());
        width = Math.max(NARROWEST, grid.right());
        double titled = HEADING + title.lines().size() * LINE + GAP;
        blocksTop = titled + legend.height(width) + GAP;
    }

    /// As wide as the widest head and label need, within bounds.
    private double laneWidth() {
        double widest = NARROWEST_LANE;
        for (LadderContent.Head head : content.heads()) {
            widest = Math.max(widest, painter.width(head));
        }
        for (int row = 0; row < content.size() && widest < WIDEST_LANE; row++) {
            int span = Math.abs(content.source(row) - content.destination(row));
            if (span > 0) {
                double needed = painter.width(content.row(row)) + LadderPainter.labelMargin();
                widest = Math.max(widest, needed / span);
            }
        }
        return Math.min(widest, WIDEST_LANE);
    }

    double width() {
        return width + 2 * MARGIN;
    }

    double height() {
        int rows = content.size();
        int heads = Math.max(1, (rows + ROWS_BELOW_HEADS - 1) / ROWS_BELOW_HEADS);
        return 2 * MARGIN + blocksTop + heads * LadderPainter.HEAD + rows * LadderPainter.ROW;
    }

    /// Draws what lies between two heights.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    void draw(Pen unshifted, double from, double to, RunMonitor monitor) throws IOException {
        Pen pen = new ShiftedPen(unshifted, MARGIN, MARGIN);
        if (from < MARGIN + blocksTop) {
            title(pen);
            legend.draw(pen, width, blocksTop - GAP - legend.height(width));
        }
        int blocks = Math.max(1, (content.size() + ROWS_BELOW_HEADS - 1) / ROWS_BELOW_HEADS);
        int first = (int) Math.floor((from - MARGIN - blocksTop) / BLOCK);
        for (int block = Math.max(0, first); block < blocks; block++) {
            double top = blocksTop + block * BLOCK;
            if (top + MARGIN > to) {
                break;
            }
            block(pen, block, top);
            monitor.throwIfCancelled();
            long done = Math.min(content.size(), (block + 1L) * ROWS_BELOW_HEADS);
            monitor.progress(new Progress("Drawing ladder", done, content.size()));
        }
    }

    private void title(Pen pen) throws IOException {
        Letters heading = new Letters(Ink.TEXT, HEADING_SIZE, Anchor.LEFT);
        pen.text(heading, typeface.fit(title.heading(), HEADING_SIZE, width), 0, HEADING_SIZE);
        double base = HEADING + LINE_SIZE;
        for (String line : title.lines()) {
            Letters letters = new Letters(Ink.FAINT, LINE_SIZE, Anchor.LEFT);
            pen.text(letters, typeface.fit(line, LINE_SIZE, width), 0, base);
            base += LINE;
        }
    }

    private void block(Pen pen, int block, double top) throws IOException {
        int start = block * ROWS_BELOW_HEADS;
        int end = Math.min(content.size(), start + ROWS_BELOW_HEADS);
        double rowsTop = top + LadderPainter.HEAD;
        painter.lifelines(pen, grid, rowsTop - 6, rowsTop + (end - start) * LadderPainter.ROW);
        painter.heads(pen, content, grid, top);
        for (int row = start; row < end; row++) {
            painter.row(pen, content.row(row), grid, rowsTop + (row - start) * LadderPainter.ROW);
        }
    }
}
