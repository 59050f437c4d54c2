package org.sipsleuth.report.ladder;

import java.io.IOException;
import org.sipsleuth.report.draw.Pen;
import org.sipsleuth.report.draw.Typeface;
import org.sipsleuth.report.ladder.content.LadderContent;
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
    private static final double GAP = 8;

    private final LadderContent content;
    private final LadderTitle title;
    private final StretchPainter painter;
    private final LaneGrid grid;
    private final double width;
    private final double blocksTop;

    LongLadder(LadderContent content, LadderTitle title, Typeface typeface) {
        this.content = content;
        this.title = title;
        painter = new StretchPainter(content, typeface);
        grid = LaneGrid.all(content.heads().size(), painter.left(), laneWidth());
        width = Math.max(NARROWEST, grid.right() + painter.right());
        double titled = StretchPainter.height(title) + GAP;
        blocksTop = titled + painter.legend().height(width) + GAP;
    }

    /// As wide as the widest head and label need, within bounds.
    private double laneWidth() {
        double widest = NARROWEST_LANE;
        for (LadderContent.Head head : content.heads()) {
            widest = Math.max(widest, painter.painter().width(head));
        }
        for (int row = 0; row < content.size() && widest < WIDEST_LANE; row++) {
            int span = Math.abs(content.source(row) - content.destination(row));
            if (span > 0) {
                double needed = painter.painter().width(content.row(row));
                widest = Math.max(widest, needed / span);
            }
        }
        return Math.min(widest, WIDEST_LANE);
    }

    double width() {
        return width + 2 * MARGIN;
    }

    double height() {
        return 2 * MARGIN + top(blocks() - 1) + height(blocks() - 1);
    }

    private int blocks() {
        return Math.max(1, (content.size() + ROWS_BELOW_HEADS - 1) / ROWS_BELOW_HEADS);
    }

    private static int start(int block) {
        return block * ROWS_BELOW_HEADS;
    }

    private int end(int block) {
        return Math.min(content.size(), start(block + 1));
    }

    private double top(int block) {
        return blocksTop + block * painter.headHeight() + painter.places().height(0, start(block));
    }

    private double height(int block) {
        return painter.headHeight() + painter.places().height(start(block), end(block));
    }

    /// Draws what lies between two heights.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    void draw(Pen<IOException> unshifted, double from, double to, RunMonitor monitor) throws IOException {
        Pen<IOException> pen = new ShiftedPen(unshifted, MARGIN, MARGIN);
        if (from < MARGIN + blocksTop) {
            painter.title(pen, title, width);
            double height = painter.legend().height(width);
            painter.legend().draw(pen, width, blocksTop - GAP - height);
        }
        for (int block = firstAt(from - MARGIN); block < blocks(); block++) {
            if (top(block) + MARGIN > to) {
                break;
            }
            painter.draw(pen, grid, start(block), end(block), top(block));
            monitor.throwIfCancelled();
            monitor.progress(new Progress("Drawing ladder", end(block), content.size()));
        }
    }

    /// The first block that reaches below this height.
    private int firstAt(double y) {
        int low = 0;
        int high = blocks() - 1;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (top(middle) + height(middle) <= y) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }
}
