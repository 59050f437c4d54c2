package org.sipsleuth.report.ladder;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.sipsleuth.report.draw.Ink;
import org.sipsleuth.report.draw.Pen;
import org.sipsleuth.report.draw.Pen.Anchor;
import org.sipsleuth.report.draw.Pen.Letters;
import org.sipsleuth.report.draw.Typeface;
import org.sipsleuth.report.ladder.content.LadderContent;
import org.sipsleuth.report.ladder.content.LadderContent.Mark;
import org.sipsleuth.report.ladder.part.ArrowPainter;
import org.sipsleuth.report.ladder.part.HeadPainter;
import org.sipsleuth.report.ladder.part.LabelPainter;
import org.sipsleuth.report.ladder.part.LabelPainter.Badge;
import org.sipsleuth.report.ladder.part.LabelPainter.Label;
import org.sipsleuth.report.ladder.part.LabelPainter.Placed;
import org.sipsleuth.report.ladder.part.LadderSizes;
import org.sipsleuth.report.ladder.part.Place;

/// Draws heads, lifelines and rows in every file format, of the parts that the window draws too.
final class LadderPainter {

    private static final Letters RIGHT = new Letters(Ink.FAINT, Columns.SIZE, Anchor.RIGHT);

    private final Columns columns;
    private final LabelPainter labels;
    private final HeadPainter heads;

    LadderPainter(Typeface typeface, Columns columns) {
        this.columns = columns;
        labels = new LabelPainter(typeface);
        heads = new HeadPainter(typeface);
    }

    /// The width that a row's arrow needs for its label.
    double width(LadderContent.Row row) {
        return labels.width(label(row)) + LabelPainter.MARGIN + ArrowPainter.TIP_LENGTH;
    }

    /// The width of a lane that a head needs.
    double width(LadderContent.Head head) {
        return heads.laneWidth(head);
    }

    /// Draws the heads of the lifelines, and over the columns what they mean.
    void heads(Pen<IOException> pen, LadderContent content, LaneGrid grid, double top) throws IOException {
        pen.begin("heads", "");
        double base = RIGHT.baseline(top + LadderSizes.HEAD_TIME);
        pen.text(RIGHT, "frame", columns.frame(), base);
        pen.text(RIGHT, "UTC", columns.time(), base);
        pen.text(RIGHT, content.deltaHead(), columns.delta(), base);
        for (int place = 0; place < grid.size(); place++) {
            int lane = grid.lane(place);
            LadderContent.Head head = content.heads().get(lane);
            double x = grid.x(lane);
            pen.begin("head", head.name());
            heads.draw(pen, head, heads.box(pen, head, x, grid.laneWidth(), top), x, top);
            pen.end();
        }
        pen.end();
    }

    /// Draws the lifelines between two heights.
    void lifelines(Pen<IOException> pen, LaneGrid grid, double top, double bottom) throws IOException {
        pen.begin("lifelines", "");
        for (int place = 0; place < grid.size(); place++) {
            ArrowPainter.lifeline(pen, grid.x(grid.lane(place)), top, bottom);
        }
        pen.end();
    }

    /// Draws a row.
    void row(Pen<IOException> pen, LadderContent.Row row, LaneGrid grid, double top) throws IOException {
        LadderContent.Place columnTexts = row.place();
        boolean isStream = row.look().kind().isMedia();
        String frame = columnTexts.frame().isEmpty() ? ""
                : (columnTexts.frame().startsWith("log ") ? "" : "frame ") + columnTexts.frame() + ": ";
        pen.begin("row", frame + row.label().text() + notes(row));
        double base = RIGHT.baseline(top + (isStream ? LadderSizes.STREAM_TIME : LadderSizes.TIME));
        Letters dialog = new Letters(Ink.TEXT, Columns.SIZE, Anchor.RIGHT);
        drawText(pen, dialog, columnTexts.dialog(), columns.dialog(), base);
        drawText(pen, RIGHT, columnTexts.frame(), columns.frame(), base);
        Letters time = isStream ? new Letters(Ink.MEDIA, Columns.SIZE, Anchor.RIGHT) : RIGHT;
        drawText(pen, time, columnTexts.time(), columns.time(), base);
        drawText(pen, RIGHT, columnTexts.delta(), columns.delta(), base);
        Place place = new Place(grid.x(row.source()), grid.x(row.destination()), grid.left(), grid.right(), top);
        if (isStream) {
            ArrowPainter.stream(pen, row.look(), place);
        } else {
            ArrowPainter.message(pen, row.look(), row.is(Mark.REPEATED), false, place);
        }
        Placed label = labels.place(label(row), place);
        labels.erase(pen, label);
        labels.draw(pen, label);
        pen.end();
    }

    private static Label label(LadderContent.Row row) {
        if (row.look().kind().isMedia()) {
            return Label.ofStream(row.label().whole(), false, row.drawn().stream().map(Badge::of).toList());
        }
        String letter = row.look().letter();
        Ink ink = row.is(Mark.DEFECTIVE) ? Ink.FAILURE : Ink.TEXT;
        List<Badge> marks = new ArrayList<>();
        for (Mark mark : row.drawn()) {
            marks.add(mark == Mark.SDP ? Badge.of(row.label().sdp(), ink) : Badge.of(mark));
        }
        return new Label(letter.isEmpty() ? List.of() : List.of(new Badge(letter, row.look().ink())),
                row.label().whole(), row.label().brief(), LabelPainter.letters(ink, false), marks);
    }

    private static String notes(LadderContent.Row row) {
        return row.about()
                .notes()
                .stream()
                .map(note -> "\n" + (note.isHint() ? "! " : "") + note.text())
                .collect(Collectors.joining());
    }

    private static void drawText(Pen<IOException> pen, Letters letters, String text, double x, double base)
            throws IOException {
        if (!text.isEmpty()) {
            pen.text(letters, text, x, base);
        }
    }
}
