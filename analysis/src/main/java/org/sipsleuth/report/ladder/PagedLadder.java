package org.sipsleuth.report.ladder;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.sipsleuth.report.draw.Ink;
import org.sipsleuth.report.draw.PdfPages;
import org.sipsleuth.report.draw.Pen;
import org.sipsleuth.report.draw.Pen.Anchor;
import org.sipsleuth.report.draw.Pen.Letters;
import org.sipsleuth.report.draw.Typeface;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

/// A whole ladder on pages of paper, each with legend, heads and its number.
///
/// Where all lifelines do not fit side by side, a page has those that take part in its rows, and
/// says so.
final class PagedLadder {

    private static final double MARGIN_POINTS = 28;
    private static final double LARGEST_SCALE = 0.72;
    private static final double SMALLEST_SCALE = 0.5;
    private static final double SCALE_STEP = 0.02;
    private static final double NARROWEST_LANE = 96;
    private static final double WIDEST_LANE = 330;
    private static final double HEADING_SIZE = 15;
    private static final double HEADING = 24;
    private static final double LINE_SIZE = 10.5;
    private static final double LINE = 15;
    private static final double RUNNING_SIZE = 9.5;
    private static final double RUNNING = 20;
    private static final double FOOT = 22;
    private static final double GAP = 6;
    private static final int FEWEST_ROWS_BELOW_TITLE = 3;

    private final LadderContent content;
    private final LadderTitle title;
    private final Paper paper;
    private final Typeface typeface;
    private final LadderPainter painter;
    private final LegendPainter legend;
    private final Columns columns;
    private final double scale;
    private final double width;
    private final double height;
    private final int mostLanes;

    /// The rows of a page.
    ///
    /// @param end the row after its last
    private record Page(int start, int end) {}

    PagedLadder(LadderContent content, LadderTitle title, Paper paper, Typeface typeface) {
        this.content = content;
        this.title = title;
        this.paper = paper;
        this.typeface = typeface;
        columns = Columns.of(content, typeface);
        painter = new LadderPainter(typeface, columns);
        legend = new LegendPainter(typeface, painter, content.hasMedia());
        int lanes = content.heads().size();
        double inner = paper.widthPoints(lanes) - 2 * MARGIN_POINTS;
        double fitting = LARGEST_SCALE;
        while (fitting > SMALLEST_SCALE && lanesAt(inner, fitting) < lanes) {
            fitting -= SCALE_STEP;
        }
        scale = fitting;
        mostLanes = Math.max(2, lanesAt(inner, scale));
        width = inner / scale;
        height = (paper.heightPoints(lanes) - 2 * MARGIN_POINTS) / scale;
    }

    private int lanesAt(double innerPoints, double tried) {
        return (int) ((innerPoints / tried - columns.end()) / NARROWEST_LANE);
    }

    /// Draws all pages.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    void writeTo(OutputStream out, RunMonitor monitor) throws IOException {
        List<Page> pages = pages();
        int lanes = content.heads().size();
        try (PdfPages pdf = new PdfPages(typeface, title.heading())) {
            for (int number = 1; number <= pages.size(); number++) {
                monitor.throwIfCancelled();
                Page page = pages.get(number - 1);
                String foot = "page " + number + " of " + pages.size();
                boolean isFirst = number == 1;
                pdf.page(
                        paper.widthPoints(lanes),
                        paper.heightPoints(lanes),
                        MARGIN_POINTS,
                        scale,
                        pen -> draw(pen, page, isFirst, foot));
                monitor.progress(new Progress("Drawing ladder", page.end(), content.size()));
            }
            pdf.writeTo(out);
        }
    }

    private double titleHeight() {
        return HEADING + title.lines().size() * LINE + GAP;
    }

    private int rowsBelow(double head) {
        double left = height - head - legend.height(width) - GAP - LadderPainter.HEAD - FOOT;
        return (int) Math.floor(left / LadderPainter.ROW);
    }

    private List<Page> pages() {
        List<Page> pages = new ArrayList<>();
        int onFirst = rowsBelow(titleHeight());
        boolean titleAlone = onFirst < FEWEST_ROWS_BELOW_TITLE;
        int start = 0;
        if (titleAlone) {
            pages.add(new Page(0, 0));
        }
        do {
            int most = pages.isEmpty() ? onFirst : Math.max(1, rowsBelow(RUNNING));
            int end = end(start, most);
            pages.add(new Page(start, end));
            start = end;
        } while (start < content.size());
        return pages;
    }

    /// Where a page ends that begins with this row: it has so many rows, and no more lifelines than
    /// there is room for.
    private int end(int start, int mostRows) {
        int end = Math.min(content.size(), start + mostRows);
        if (content.heads().size() <= mostLanes) {
            return end;
        }
        TreeSet<Integer> lanes = new TreeSet<>();
        for (int row = start; row < end; row++) {
            lanes.add(content.source(row));
            lanes.add(content.destination(row));
            if (lanes.size() > mostLanes) {
                return row; // two lanes have room always, so this is not the first row
            }
        }
        return end;
    }

    private LaneGrid grid(Page page) {
        int all = content.heads().size();
        TreeSet<Integer> lanes = new TreeSet<>();
        if (all <= mostLanes) {
            for (int lane = 0; lane < all; lane++) {
                lanes.add(lane);
            }
        } else {
            for (int row = page.start(); row < page.end(); row++) {
                lanes.add(content.source(row));
                lanes.add(content.destination(row));
            }
        }
        double room = (width - columns.end()) / Math.max(1, lanes.size());
        return new LaneGrid(
                lanes.stream().mapToInt(Integer::intValue).toArray(),
                columns.end(),
                Math.min(room, WIDEST_LANE));
    }

    private void draw(Pen pen, Page page, boolean isFirst, String foot) throws IOException {
        double top;
        if (isFirst) {
            title(pen);
            top = titleHeight();
        } else {
            running(pen, page);
            top = RUNNING;
        }
        top += legend.draw(pen, width, top) + GAP;
        LaneGrid grid = grid(page);
        double rows = top + LadderPainter.HEAD;
        int count = page.end() - page.start();
        painter.lifelines(pen, grid, rows - GAP, rows + count * LadderPainter.ROW);
        painter.heads(pen, content, grid, top);
        for (int row = page.start(); row < page.end(); row++) {
            painter.row(
                    pen, content.row(row), grid, rows + (row - page.start()) * LadderPainter.ROW);
        }
        foot(pen, grid, foot);
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

    private void running(Pen pen, Page page) throws IOException {
        String rows =
                "rows "
                        + HumanText.count(page.start() + 1L)
                        + " to "
                        + HumanText.count(page.end())
                        + " of "
                        + HumanText.count(content.size());
        double room = width - typeface.width(rows, RUNNING_SIZE) - 2 * GAP;
        Letters left = new Letters(Ink.TEXT, RUNNING_SIZE, Anchor.LEFT);
        pen.text(left, typeface.fit(title.heading(), RUNNING_SIZE, room), 0, RUNNING_SIZE);
        pen.text(new Letters(Ink.FAINT, RUNNING_SIZE, Anchor.RIGHT), rows, width, RUNNING_SIZE);
    }

    private void foot(Pen pen, LaneGrid grid, String page) throws IOException {
        int all = content.heads().size();
        String hosts =
                grid.size() == all
                        ? ""
                        : "the "
                                + grid.size()
                                + " of "
                                + all
                                + " hosts that take part on this page";
        String right = hosts.isEmpty() ? page : hosts + "   " + page;
        double room = width - typeface.width(right, RUNNING_SIZE) - 2 * GAP;
        String left = title.lines().isEmpty() ? "" : title.lines().getFirst();
        Letters faint = new Letters(Ink.FAINT, RUNNING_SIZE, Anchor.LEFT);
        pen.text(faint, typeface.fit(left, RUNNING_SIZE, room), 0, height - 2);
        pen.text(new Letters(Ink.FAINT, RUNNING_SIZE, Anchor.RIGHT), right, width, height - 2);
    }
}
