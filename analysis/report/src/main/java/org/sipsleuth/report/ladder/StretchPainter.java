package org.sipsleuth.report.ladder;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.sipsleuth.report.draw.Ink;
import org.sipsleuth.report.draw.Pen;
import org.sipsleuth.report.draw.Pen.Anchor;
import org.sipsleuth.report.draw.Pen.Letters;
import org.sipsleuth.report.draw.Typeface;
import org.sipsleuth.report.ladder.content.LadderContent;
import org.sipsleuth.report.ladder.content.LadderContent.Mark;
import org.sipsleuth.report.ladder.content.Look;
import org.sipsleuth.report.ladder.part.GroupLegend;
import org.sipsleuth.report.ladder.part.HeadPainter;
import org.sipsleuth.report.ladder.part.LadderSizes;
import org.sipsleuth.report.ladder.part.LegendPainter;
import org.sipsleuth.report.output.HumanText;

/// Draws the parts of a picture: its title, its legend, and stretches of rows with heads above
/// them.
final class StretchPainter {

    private static final double HEADING_SIZE = 15;
    private static final double HEADING = 24;
    private static final double LINE_SIZE = 10.5;
    private static final double LINE = 15;
    private static final double ABOVE_ROWS = LadderSizes.HEAD - HeadPainter.BOTTOM;
    private static final double GROUPS_LINE = 17;
    private static final int GROUPS_LINES = 2;
    private static final double ABOVE_GROUPS = 6;

    private final LadderContent content;
    private final Typeface typeface;
    private final Columns columns;
    private final LadderPainter painter;
    private final LegendPainter<IOException> legend;
    private final GroupLegend groups;
    private final NoteColumn notes;
    private final RowPlaces places;
    private final SidePainter sides;

    StretchPainter(LadderContent content, Typeface typeface) {
        this.content = content;
        this.typeface = typeface;
        columns = Columns.of(content, typeface);
        painter = new LadderPainter(typeface, columns);
        legend = new LegendPainter<>(typeface, content.extent(), EnumSet.allOf(Mark.class));
        groups = new GroupLegend(typeface);
        notes = new NoteColumn(typeface);
        places = new RowPlaces(content, notes);
        sides = new SidePainter(typeface, columns, places, content);
    }

    LegendPainter<IOException> legend() {
        return legend;
    }

    LadderPainter painter() {
        return painter;
    }

    RowPlaces places() {
        return places;
    }

    /// Where the lifelines begin.
    double left() {
        return columns.end();
    }

    /// The width of the columns right of the lifelines.
    double right() {
        return content.extent().hasNotes() ? NoteColumn.WIDTH : 0;
    }

    /// The height of a title.
    static double height(LadderTitle title) {
        return HEADING + title.lines().size() * LINE;
    }

    /// Draws a title at the top.
    void title(Pen<IOException> pen, LadderTitle title, double width) throws IOException {
        Letters heading = new Letters(Ink.TEXT, HEADING_SIZE, Anchor.LEFT);
        pen.text(heading, typeface.fit(title.heading(), HEADING_SIZE, width), 0, HEADING_SIZE);
        double base = HEADING + LINE_SIZE;
        for (String line : title.lines()) {
            Letters letters = new Letters(Ink.FAINT, LINE_SIZE, Anchor.LEFT);
            pen.text(letters, typeface.fit(line, LINE_SIZE, width), 0, base);
            base += LINE;
        }
    }

    /// How high a stretch is beside its rows.
    double headHeight() {
        return groupsHeight() + LadderSizes.HEAD;
    }

    private double groupsHeight() {
        return content.extent().hasGroups() ? ABOVE_GROUPS + GROUPS_LINES * GROUPS_LINE : 0;
    }

    /// Draws the legend for the colours and letters of these rows.
    private void groups(Pen<IOException> pen, int start, int end, double right, double top) throws IOException {
        if (!content.extent().hasGroups()) {
            return;
        }
        List<Integer> shown = IntStream.range(start, end)
                .map(content::group)
                .filter(group -> group != Look.NO_GROUP)
                .distinct()
                .sorted()
                .boxed()
                .toList();
        pen.begin("groups", "");
        groups.draw(pen, shown,
                new GroupLegend.Words(content::groupName, count -> "and " + HumanText.count(count) + " more"),
                new GroupLegend.Area(0, top + ABOVE_GROUPS, right, GROUPS_LINE, GROUPS_LINES));
        pen.end();
    }

    /// Draws rows with their heads.
    ///
    /// @param end the row after the last one
    /// @param top where the legend of its groups, or its heads begin
    void draw(Pen<IOException> pen, LaneGrid grid, int start, int end, double top) throws IOException {
        groups(pen, start, end, grid.right() + right(), top);
        double heads = top + groupsHeight();
        double rows = heads + LadderSizes.HEAD;
        double height = places.height(start, end);
        painter.lifelines(pen, grid, rows - ABOVE_ROWS, rows + height);
        painter.heads(pen, content, grid, heads);
        sides.reaches(pen, new SidePainter.Stretch(start, end, rows));
        for (int number = start; number < end; number++) {
            double rowTop = rows + places.top(start, number);
            sides.pause(pen, grid, number, rowTop);
            LadderContent.Row row = content.row(number);
            painter.row(pen, row, grid, rowTop);
            notes.draw(pen, row, grid.right(), rowTop);
        }
    }

    /// The number of lines of a row's notes.
    int noteLines(int row) {
        return content.extent().hasNotes() ? notes.count(content.row(row)) : 0;
    }

    /// Draws a row whose notes are higher than the sheet: its heads, and some lines of its notes,
    /// with the arrow beside the first of them.
    ///
    /// @param from the first line
    /// @param end the line after the last one
    /// @param bottom where the lifelines end
    void drawPart(Pen<IOException> pen, LaneGrid grid, int number, int from, int end, double top, double bottom)
            throws IOException {
        groups(pen, number, number + 1, grid.right() + right(), top);
        double heads = top + groupsHeight();
        double rowTop = heads + LadderSizes.HEAD;
        painter.lifelines(pen, grid, rowTop - ABOVE_ROWS, bottom);
        painter.heads(pen, content, grid, heads);
        LadderContent.Row row = content.row(number);
        if (from == 0) {
            painter.row(pen, row, grid, rowTop);
        }
        notes.draw(pen, row, from, end, grid.right(), rowTop);
    }
}
