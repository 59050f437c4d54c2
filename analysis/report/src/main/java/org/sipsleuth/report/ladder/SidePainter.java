package org.sipsleuth.report.ladder;

import java.io.IOException;
import org.sipsleuth.report.draw.Pen;
import org.sipsleuth.report.draw.Typeface;
import org.sipsleuth.report.ladder.content.LadderContent;
import org.sipsleuth.report.ladder.content.LadderContent.Reach;
import org.sipsleuth.report.ladder.part.LadderSizes;
import org.sipsleuth.report.ladder.part.SpanPainter;

/// Finds the places of what reaches over several rows of a stretch, and of the pauses between them.
final class SidePainter {

    private final SpanPainter spans;
    private final Columns columns;
    private final RowPlaces places;
    private final LadderContent content;

    /// @param places the positions of its rows
    SidePainter(Typeface typeface, Columns columns, RowPlaces places, LadderContent content) {
        spans = new SpanPainter(typeface);
        this.columns = columns;
        this.places = places;
        this.content = content;
    }

    /// A part of a ladder that is drawn in one piece.
    ///
    /// @param end the row after its last
    /// @param top where its first row's room begins
    record Stretch(int start, int end, double top) {}

    /// Draws what reaches into a stretch. What goes on above or below it is open there.
    void reaches(Pen<IOException> pen, Stretch stretch) throws IOException {
        if (columns.end() == columns.bands()) {
            return;
        }
        for (Reach band : content.bands(stretch.start(), stretch.end())) {
            band(pen, stretch, band);
        }
        for (Reach bracket : content.brackets(stretch.start(), stretch.end())) {
            bracket(pen, stretch, bracket);
        }
    }

    private void band(Pen<IOException> pen, Stretch stretch, Reach band) throws IOException {
        int first = Math.max(band.first(), stretch.start());
        int last = Math.min(band.last(), stretch.end() - 1);
        pen.begin("band", band.words());
        spans.band(pen, band.words(), band.isGood(), columns.bands() + band.column() * LadderSizes.BAND,
                top(stretch, first), bottom(stretch, last));
        pen.end();
    }

    private void bracket(Pen<IOException> pen, Stretch stretch, Reach bracket) throws IOException {
        boolean begins = bracket.first() >= stretch.start();
        boolean ends = bracket.last() < stretch.end();
        double top = begins ? top(stretch, bracket.first()) + LadderSizes.ARROW : top(stretch, stretch.start());
        double bottom = ends ? top(stretch, bracket.last()) + LadderSizes.ARROW : bottom(stretch, stretch.end() - 1);
        double right = columns.brackets() - bracket.column() * LadderSizes.BRACKET;
        pen.begin("bracket", "");
        SpanPainter.bracket(pen, right, top, bottom, begins, ends);
        pen.end();
    }

    /// Draws the break before a row, if there is one.
    void pause(Pen<IOException> pen, LaneGrid grid, int row, double top) throws IOException {
        String words = content.pauseBefore(row);
        if (words.isEmpty()) {
            return;
        }
        pen.begin("pause", words);
        spans.pause(pen, words, grid.left(), grid.right(), top - places.room(row) / 2);
        pen.end();
    }

    private double top(Stretch stretch, int row) {
        return stretch.top() + places.top(stretch.start(), row);
    }

    private double bottom(Stretch stretch, int row) {
        return stretch.top() + places.height(stretch.start(), row + 1);
    }
}
