package org.sipsleuth.report.ladder;

import java.io.IOException;
import java.util.stream.Collectors;
import org.sipsleuth.report.draw.Ink;
import org.sipsleuth.report.draw.Pen;
import org.sipsleuth.report.draw.Pen.Anchor;
import org.sipsleuth.report.draw.Pen.Dashes;
import org.sipsleuth.report.draw.Pen.Letters;
import org.sipsleuth.report.draw.Pen.Rectangle;
import org.sipsleuth.report.draw.Pen.Stroke;
import org.sipsleuth.report.draw.Typeface;
import org.sipsleuth.report.ladder.content.ArrowKind;
import org.sipsleuth.report.ladder.content.LadderContent;
import org.sipsleuth.report.ladder.content.Look;

/// Draws the parts of a ladder, in every format: heads, lifelines, rows.
final class LadderPainter {

    /// The height of a row: a label and an arrow below it.
    static final double ROW = 26;

    /// The height of the heads.
    static final double HEAD = 44;

    /// The arrow's place in its row.
    static final double ARROW = 19;

    private static final double TIME_BASE = 17;
    private static final double TIP_LENGTH = 9;
    private static final double LINE_WIDTH = 1.4;
    private static final LadderShapes SHAPES = LadderShapes.FILE;
    private static final double HEAD_GAP = 6;
    private static final double NAME_SIZE = 11.5;
    private static final double BELOW_SIZE = 9.5;
    private static final double SMALLEST_SHARE = 0.62;

    private final Typeface typeface;
    private final Columns columns;
    private final LabelPainter labels;

    LadderPainter(Typeface typeface, Columns columns) {
        this.typeface = typeface;
        this.columns = columns;
        labels = new LabelPainter(typeface);
    }

    /// The width that a row's arrow needs for its label.
    double width(LadderContent.Row row) {
        return labels.width(row) + LabelPainter.MARGIN + TIP_LENGTH;
    }

    /// The width that a head needs.
    double width(LadderContent.Head head) {
        return Math.max(
                        typeface.width(head.name(), NAME_SIZE),
                        typeface.width(head.below(), BELOW_SIZE))
                + 3 * HEAD_GAP;
    }

    /// Draws the heads of the lifelines, and over the columns what they mean.
    void heads(Pen pen, LadderContent content, LaneGrid grid, double top) throws IOException {
        pen.begin("heads", "");
        Letters right = new Letters(Ink.FAINT, Columns.SIZE, Anchor.RIGHT);
        double base = top + HEAD - 8;
        pen.text(right, "frame", columns.frame(), base);
        pen.text(right, "UTC", columns.time(), base);
        pen.text(right, content.deltaHead(), columns.delta(), base);
        for (int place = 0; place < grid.size(); place++) {
            int lane = grid.lane(place);
            head(pen, content.heads().get(lane), grid.x(lane), top, grid.laneWidth());
        }
        pen.end();
    }

    private void head(Pen pen, LadderContent.Head head, double x, double top, double laneWidth)
            throws IOException {
        double width = Math.min(laneWidth - HEAD_GAP, width(head));
        pen.begin("head", head.name());
        pen.box(Ink.SHADE, Ink.LINE, new Rectangle(x - width / 2, top + 3, width, HEAD - 9));
        double room = width - HEAD_GAP;
        fitted(
                pen,
                head.name(),
                new Letters(Ink.TEXT, NAME_SIZE, Anchor.CENTRE),
                x,
                top + 17,
                room);
        fitted(
                pen,
                head.below(),
                new Letters(Ink.FAINT, BELOW_SIZE, Anchor.CENTRE),
                x,
                top + 30,
                room);
        pen.end();
    }

    /// A text that is made smaller, and only then cut off, where there is little room.
    private void fitted(Pen pen, String text, Letters letters, double x, double base, double room)
            throws IOException {
        double share = room / Math.max(1, typeface.width(text, letters.size()));
        double size = letters.size() * Math.clamp(share, SMALLEST_SHARE, 1);
        pen.text(
                new Letters(letters.ink(), size, letters.anchor()),
                typeface.fit(text, size, room + 0.01),
                x,
                base);
    }

    /// Draws the lifelines between two heights.
    void lifelines(Pen pen, LaneGrid grid, double top, double bottom) throws IOException {
        pen.begin("lifelines", "");
        Stroke stroke = new Stroke(Ink.LINE, 1, Dashes.SOLID);
        for (int place = 0; place < grid.size(); place++) {
            double x = grid.x(grid.lane(place));
            pen.line(stroke, x, top, x, bottom);
        }
        pen.end();
    }

    /// Draws a row.
    void row(Pen pen, LadderContent.Row row, LaneGrid grid, double top) throws IOException {
        LadderContent.Place place = row.place();
        String frame = place.frame().isEmpty() ? "" : "frame " + place.frame() + ": ";
        pen.begin("row", frame + row.label().whole() + notes(row));
        double base = top + TIME_BASE;
        Letters dialog = new Letters(Ink.TEXT, Columns.SIZE, Anchor.RIGHT);
        drawText(pen, dialog, place.dialog(), columns.dialog(), base);
        Letters faint = new Letters(Ink.FAINT, Columns.SIZE, Anchor.RIGHT);
        drawText(pen, faint, place.frame(), columns.frame(), base);
        drawText(pen, faint, place.time(), columns.time(), base);
        drawText(pen, faint, place.delta(), columns.delta(), base);
        double from = grid.x(row.source());
        double to = grid.x(row.destination());
        if (row.source() == row.destination()) {
            loop(pen, row, from, top + ARROW - 4);
        } else {
            arrow(pen, row.look(), row.is(LadderContent.Mark.REPEATED), from, to, top + ARROW);
        }
        labels.label(pen, row, grid, top);
        pen.end();
    }

    private static String notes(LadderContent.Row row) {
        return row.about().notes().stream()
                .map(note -> "\n" + (note.isHint() ? "! " : "") + note.text())
                .collect(Collectors.joining());
    }

    private static void drawText(Pen pen, Letters letters, String text, double x, double base)
            throws IOException {
        if (!text.isEmpty()) {
            pen.text(letters, text, x, base);
        }
    }

    /// Draws an arrow of this look.
    static void arrow(Pen pen, Look look, boolean repeated, double from, double to, double y)
            throws IOException {
        if (look.kind().isMedia()) {
            boolean isControl = look.kind() == ArrowKind.CONTROL;
            SHAPES.stream(pen, look.ink(), isControl, from, to, y);
        } else {
            boolean isRequest = look.kind() == ArrowKind.REQUEST;
            SHAPES.arrow(pen, stroke(look, repeated), isRequest, from, to, y);
        }
    }

    private static void loop(Pen pen, LadderContent.Row row, double x, double y)
            throws IOException {
        Look look = row.look();
        Stroke stroke = stroke(look, row.is(LadderContent.Mark.REPEATED));
        SHAPES.loop(pen, stroke, look.kind() == ArrowKind.REQUEST || look.kind().isMedia(), x, y);
    }

    private static Stroke stroke(Look look, boolean repeated) {
        boolean isMedia = look.kind().isMedia();
        boolean isSolid = look.kind() == ArrowKind.REQUEST || look.kind() == ArrowKind.MEDIA;
        return new Stroke(
                look.ink(), isMedia ? 1 : LINE_WIDTH, LadderShapes.dashes(isSolid, repeated));
    }
}
