package org.sipsleuth.report.ladder;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.sipsleuth.report.draw.Ink;
import org.sipsleuth.report.draw.PdfPages;
import org.sipsleuth.report.draw.Pen;
import org.sipsleuth.report.draw.Pen.Anchor;
import org.sipsleuth.report.draw.Pen.Letters;
import org.sipsleuth.report.draw.Typeface;
import org.sipsleuth.report.ladder.content.LadderContent;
import org.sipsleuth.report.ladder.part.LadderSizes;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

/// A whole ladder on pages of paper, each with legend, heads and its number.
///
/// Where all lifelines do not fit side by side, a page has those that take part in its rows, and
/// notes that.
final class PagedLadder {

    private static final double MARGIN_POINTS = 28;
    private static final double LARGEST_SCALE = 0.72;
    private static final double SMALLEST_SCALE = 0.5;
    private static final double SCALE_STEP = 0.02;
    private static final double NARROWEST_LANE = 96;
    private static final double WIDEST_LANE = 330;
    private static final double RUNNING_SIZE = 9.5;
    private static final double RUNNING = 20;
    private static final double FOOT = 22;

    /// A column of notes needs as much room as so many lifelines.
    private static final int NOTE_LANES = 3;

    private static final double GAP = 6;
    private static final int FEWEST_ROWS_BELOW_TITLE = 3;

    private final LadderContent content;
    private final LadderTitle title;
    private final Paper paper;
    private final Typeface typeface;
    private final StretchPainter painter;
    private final int columnsOnPaper;
    private final double scale;
    private final double width;
    private final double height;
    private final int mostLanes;

    /// The rows of a page.
    ///
    /// @param end the row after its last
    /// @param notes the lines of notes it has, if the notes of its only row need several pages
    private record Page(int start, int end, Optional<Lines> notes) {
        Page(int start, int end) {
            this(start, end, Optional.empty());
        }
    }

    /// Some lines of a row's notes.
    ///
    /// @param end the line after the last one
    private record Lines(int from, int end) {}

    PagedLadder(LadderContent content, LadderTitle title, Paper paper, Typeface typeface) {
        this.content = content;
        this.title = title;
        this.paper = paper;
        this.typeface = typeface;
        painter = new StretchPainter(content, typeface);
        columnsOnPaper = content.heads().size() + (content.extent().hasNotes() ? NOTE_LANES : 0);
        int lanes = content.heads().size();
        double inner = paper.widthPoints(columnsOnPaper) - 2 * MARGIN_POINTS;
        double fitting = LARGEST_SCALE;
        while (fitting > SMALLEST_SCALE && lanesAt(inner, fitting) < lanes) {
            fitting -= SCALE_STEP;
        }
        scale = fitting;
        mostLanes = Math.max(2, lanesAt(inner, scale));
        width = inner / scale;
        height = (paper.heightPoints(columnsOnPaper) - 2 * MARGIN_POINTS) / scale;
    }

    private int lanesAt(double innerPoints, double tried) {
        double room = innerPoints / tried - painter.left() - painter.right();
        return (int) (room / NARROWEST_LANE);
    }

    /// Draws all pages.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    void writeTo(OutputStream out, RunMonitor monitor) throws IOException {
        List<Page> pages = pages();
        try (PdfPages pdf = new PdfPages(typeface, title.heading())) {
            for (int number = 1; number <= pages.size(); number++) {
                monitor.throwIfCancelled();
                Page page = pages.get(number - 1);
                String foot = "page " + number + " of " + pages.size();
                boolean isFirst = number == 1;
                pdf.page(paper.widthPoints(columnsOnPaper), paper.heightPoints(columnsOnPaper), MARGIN_POINTS, scale,
                        pen -> draw(pen, page, isFirst, foot));
                monitor.progress(new Progress("Drawing ladder", page.end(), content.size()));
            }
            pdf.writeTo(out);
        }
    }

    private double titleHeight() {
        return StretchPainter.height(title) + GAP;
    }

    /// The room for rows below this height.
    private double room(double head) {
        return height - head - painter.legend().height(width) - GAP - painter.headHeight() - FOOT;
    }

    private List<Page> pages() {
        List<Page> pages = new ArrayList<>();
        double onFirst = room(titleHeight());
        double least = FEWEST_ROWS_BELOW_TITLE * LadderSizes.ROW;
        double first = content.size() == 0 ? 0 : painter.places().height(0, 1);
        int start = 0;
        if (onFirst < Math.max(least, first)) { // the title has a page of its own
            pages.add(new Page(0, 0));
        }
        do {
            double room = pages.isEmpty() ? onFirst : room(RUNNING);
            if (start < content.size() && painter.places().height(start, start + 1) > room) {
                addParts(pages, start, room);
                start++;
                continue;
            }
            int end = end(start, room);
            pages.add(new Page(start, end));
            start = end;
        } while (start < content.size());
        return pages;
    }

    /// Adds the pages of a row that is higher than a page.
    private void addParts(List<Page> pages, int row, double room) {
        int lines = painter.noteLines(row);
        int onPage = NoteColumn.countWithin(room);
        for (int from = 0; from == 0 || from < lines; from += onPage) {
            pages.add(new Page(row, row + 1, Optional.of(new Lines(from, from + onPage))));
        }
    }

    /// Where a page ends that begins with this row: its rows have this room, and there are
    /// no more lifelines than fit.
    private int end(int start, double room) {
        int end = painter.places().endWithin(start, room);
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
        double lanesRoom = width - painter.left() - painter.right();
        double room = lanesRoom / Math.max(1, lanes.size());
        return new LaneGrid(lanes.stream().mapToInt(Integer::intValue).toArray(), painter.left(),
                Math.min(room, WIDEST_LANE));
    }

    private void draw(Pen<IOException> pen, Page page, boolean isFirst, String foot) throws IOException {
        double top = isFirst ? titleHeight() : RUNNING;
        if (isFirst) {
            painter.title(pen, title, width);
        } else {
            running(pen, page);
        }
        top += painter.legend().draw(pen, width, top) + GAP;
        LaneGrid grid = grid(page);
        if (page.notes().isPresent()) {
            Lines lines = page.notes().get();
            double bottom = height - FOOT;
            painter.drawPart(pen, grid, page.start(), lines.from(), lines.end(), top, bottom);
        } else {
            painter.draw(pen, grid, page.start(), page.end(), top);
        }
        foot(pen, grid, foot);
    }

    private void running(Pen<IOException> pen, Page page) throws IOException {
        String rows = "rows " + HumanText.count(page.start() + 1L) + " to " + HumanText.count(page.end()) + " of "
                + HumanText.count(content.size());
        double room = width - typeface.width(rows, RUNNING_SIZE) - 2 * GAP;
        Letters left = new Letters(Ink.TEXT, RUNNING_SIZE, Anchor.LEFT);
        pen.text(left, typeface.fit(title.heading(), RUNNING_SIZE, room), 0, RUNNING_SIZE);
        pen.text(new Letters(Ink.FAINT, RUNNING_SIZE, Anchor.RIGHT), rows, width, RUNNING_SIZE);
    }

    private void foot(Pen<IOException> pen, LaneGrid grid, String page) throws IOException {
        int all = content.heads().size();
        String hosts =
                grid.size() == all ? "" : "the " + grid.size() + " of " + all + " hosts that take part on this page";
        String right = hosts.isEmpty() ? page : hosts + "   " + page;
        double room = width - typeface.width(right, RUNNING_SIZE) - 2 * GAP;
        String left = title.lines().isEmpty() ? "" : title.lines().getFirst();
        Letters faint = new Letters(Ink.FAINT, RUNNING_SIZE, Anchor.LEFT);
        pen.text(faint, typeface.fit(left, RUNNING_SIZE, room), 0, height - 2);
        pen.text(new Letters(Ink.FAINT, RUNNING_SIZE, Anchor.RIGHT), right, width, height - 2);
    }
}
