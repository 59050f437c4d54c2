package org.sipsleuth.report.ladder;

import java.io.IOException;
import org.sipsleuth.report.draw.Ink;
import org.sipsleuth.report.draw.Pen;
import org.sipsleuth.report.draw.Pen.Anchor;
import org.sipsleuth.report.draw.Pen.Dashes;
import org.sipsleuth.report.draw.Pen.Letters;
import org.sipsleuth.report.draw.Pen.Rectangle;
import org.sipsleuth.report.draw.Pen.Stroke;
import org.sipsleuth.report.draw.Typeface;
import org.sipsleuth.report.ladder.content.LadderContent;
import org.sipsleuth.report.ladder.content.LadderContent.Reach;

/// Draws what reaches over several rows of a stretch, and the pauses between them: states as bands,
/// transactions as brackets, long pauses as breaks.
final class SidePainter {

    /// The width of a column of bands.
    static final double BAND = 16;

    /// The width of a column of brackets.
    static final double BRACKET = 9;

    private static final double SERIF = 5;
    private static final double INSET = 1.5;
    private static final double SIZE = 9.5;
    private static final double PADDING = 6;

    private final Typeface typeface;
    private final Columns columns;
    private final RowPlaces places;
    private final LadderContent content;

    /// @param places the positions of its rows
    SidePainter(Typeface typeface, Columns columns, RowPlaces places, LadderContent content) {
        this.typeface = typeface;
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
    void reaches(Pen pen, Stretch stretch) throws IOException {
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

    private void band(Pen pen, Stretch stretch, Reach band) throws IOException {
        int first = Math.max(band.first(), stretch.start());
        int last = Math.min(band.last(), stretch.end() - 1);
        double top = top(stretch, first) + INSET;
        double height = bottom(stretch, last) - INSET - top;
        double left = columns.bands() + band.column() * BAND;
        Ink fill = band.isGood() ? Ink.BAND : Ink.BAND_OTHER;
        pen.begin("band", band.words());
        pen.box(fill, fill, new Rectangle(left, top, BAND - 2 * INSET, height));
        pen.upright(
                new Letters(Ink.TEXT, SIZE, Anchor.CENTRE),
                typeface.fit(band.words(), SIZE, height - 2),
                left + BAND / 2 - INSET,
                top + height / 2);
        pen.end();
    }

    private void bracket(Pen pen, Stretch stretch, Reach bracket) throws IOException {
        boolean begins = bracket.first() >= stretch.start();
        boolean ends = bracket.last() < stretch.end();
        double top =
                begins
                        ? top(stretch, bracket.first()) + LadderPainter.ARROW
                        : top(stretch, stretch.start());
        double bottom =
                ends
                        ? top(stretch, bracket.last()) + LadderPainter.ARROW
                        : bottom(stretch, stretch.end() - 1);
        double x = columns.brackets() - bracket.column() * BRACKET - SERIF;
        Stroke stroke = new Stroke(Ink.FAINT, 1.2, Dashes.SOLID);
        pen.begin("bracket", "");
        if (begins) {
            pen.line(stroke, x + SERIF, top, x, top, x, bottom);
        } else {
            pen.line(stroke, x, top, x, bottom);
        }
        if (ends) {
            pen.line(stroke, x, bottom, x + SERIF, bottom);
        }
        pen.end();
    }

    /// Draws the break before a row, if there is one.
    void pause(Pen pen, LaneGrid grid, int row, double top) throws IOException {
        String words = content.pauseBefore(row);
        if (words.isEmpty()) {
            return;
        }
        double y = top - places.room(row) / 2;
        pen.begin("pause", words);
        LadderShapes.pause(pen, grid.left(), grid.right(), y);
        double middle = (grid.left() + grid.right()) / 2;
        double half = typeface.width(words, SIZE) / 2 + PADDING;
        pen.box(Ink.PAPER, Ink.PAPER, new Rectangle(middle - half, y - 6, 2 * half, 12));
        pen.text(new Letters(Ink.FAINT, SIZE, Anchor.CENTRE), words, middle, y + 3);
        pen.end();
    }

    private double top(Stretch stretch, int row) {
        return stretch.top() + places.top(stretch.start(), row);
    }

    private double bottom(Stretch stretch, int row) {
        return stretch.top() + places.height(stretch.start(), row + 1);
    }
}
