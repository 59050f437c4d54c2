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
    private static final double TIP_HALF = 4;
    private static final double MEDIA_HALF = 1.5;
    static final double LOOP_WIDTH = 30;
    private static final double LOOP_HALF = 5;
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
        told(pen, dialog, place.dialog(), columns.dialog(), base);
        Letters faint = new Letters(Ink.FAINT, Columns.SIZE, Anchor.RIGHT);
        told(pen, faint, place.frame(), columns.frame(), base);
        told(pen, faint, place.time(), columns.time(), base);
        told(pen, faint, place.delta(), columns.delta(), base);
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

    private static void told(Pen pen, Letters letters, String text, double x, double base)
            throws IOException {
        if (!text.isEmpty()) {
            pen.text(letters, text, x, base);
        }
    }

    /// Draws an arrow: a solid line with a filled tip for a request, a dashed one with an open tip
    /// for a response, a double one for media, dashed for RTCP; a retransmission is dotted.
    static void arrow(Pen pen, Look look, boolean repeated, double from, double to, double y)
            throws IOException {
        double forward = Math.signum(to - from);
        double end = to - forward * (isFilled(look) ? TIP_LENGTH - 1 : 1);
        Stroke stroke = stroke(look, repeated);
        if (look.kind().isMedia()) {
            pen.line(stroke, from, y - MEDIA_HALF, end, y - MEDIA_HALF);
            pen.line(stroke, from, y + MEDIA_HALF, end, y + MEDIA_HALF);
        } else {
            pen.line(stroke, from, y, end, y);
        }
        tip(pen, look, to, y, forward);
    }

    private static Stroke stroke(Look look, boolean repeated) {
        boolean isSolid = isFilled(look) && look.kind() != ArrowKind.CONTROL;
        Dashes dashes = repeated ? Dashes.DOTTED : isSolid ? Dashes.SOLID : Dashes.DASHED;
        return new Stroke(look.ink(), look.kind().isMedia() ? 1 : 1.4, dashes);
    }

    private static boolean isFilled(Look look) {
        return look.kind() == ArrowKind.REQUEST || look.kind().isMedia();
    }

    private static void tip(Pen pen, Look look, double x, double y, double forward)
            throws IOException {
        double back = x - forward * TIP_LENGTH;
        if (isFilled(look)) {
            pen.area(look.ink(), x, y, back, y - TIP_HALF, back, y + TIP_HALF);
        } else {
            Stroke stroke = new Stroke(look.ink(), 1.4, Dashes.SOLID);
            pen.line(stroke, back, y - TIP_HALF, x, y, back, y + TIP_HALF);
        }
    }

    private static void loop(Pen pen, LadderContent.Row row, double x, double y)
            throws IOException {
        double right = x + LOOP_WIDTH;
        double bottom = y + LOOP_HALF;
        pen.line(
                stroke(row.look(), row.is(LadderContent.Mark.REPEATED)),
                x,
                y - LOOP_HALF,
                right,
                y - LOOP_HALF,
                right,
                bottom,
                x + TIP_LENGTH,
                bottom);
        tip(pen, row.look(), x, bottom, -1);
    }
}
