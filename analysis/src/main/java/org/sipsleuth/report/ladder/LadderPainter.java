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

/// Draws the parts of a ladder, in every format: heads, lifelines, rows.
final class LadderPainter {

    /// The height of a row: a label and an arrow below it.
    static final double ROW = 26;

    /// The height of the heads.
    static final double HEAD = 44;

    static final double LABEL_SIZE = 11.5;
    static final double BADGE_SIZE = 8.5;

    private static final double ARROW = 19;
    private static final double LABEL_BASE = 12;
    private static final double TIME_BASE = 17;
    private static final double TIP_LENGTH = 9;
    private static final double TIP_HALF = 4;
    private static final double MEDIA_HALF = 1.5;
    private static final double LOOP_WIDTH = 30;
    private static final double LOOP_HALF = 5;
    private static final double LABEL_MARGIN = 14;
    private static final double BADGE_GAP = 5;
    private static final double BADGE_PADDING = 6;
    private static final double BADGE_HEIGHT = 11;
    private static final double HEAD_GAP = 6;
    private static final double NAME_SIZE = 11.5;
    private static final double BELOW_SIZE = 9.5;
    private static final double SMALLEST_SHARE = 0.62;

    private final Typeface typeface;
    private final Columns columns;

    LadderPainter(Typeface typeface, Columns columns) {
        this.typeface = typeface;
        this.columns = columns;
    }

    /// The width of a label with all its badges.
    double width(LadderContent.Row row) {
        return typeface.width(row.label().whole(), LABEL_SIZE) + badgesWidth(row);
    }

    /// How much wider than its label an arrow is at least.
    static double labelMargin() {
        return LABEL_MARGIN + TIP_LENGTH;
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
        pen.text(right, "+ s", columns.delta(), base);
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
        pen.begin("row", frame + row.label().whole());
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
            arrow(pen, row.kind(), row.is(LadderContent.Mark.REPEATED), from, to, top + ARROW);
        }
        label(pen, row, grid, top);
        pen.end();
    }

    private static void told(Pen pen, Letters letters, String text, double x, double base)
            throws IOException {
        if (!text.isEmpty()) {
            pen.text(letters, text, x, base);
        }
    }

    /// Draws an arrow: a solid line with a filled tip for a request, a dashed one with an open tip
    /// for a response, a double one for media; a retransmission is dotted.
    static void arrow(Pen pen, ArrowKind kind, boolean repeated, double from, double to, double y)
            throws IOException {
        double forward = Math.signum(to - from);
        double end = to - forward * (isFilled(kind) ? TIP_LENGTH - 1 : 1);
        if (kind == ArrowKind.MEDIA) {
            pen.line(stroke(kind, repeated), from, y - MEDIA_HALF, end, y - MEDIA_HALF);
            pen.line(stroke(kind, repeated), from, y + MEDIA_HALF, end, y + MEDIA_HALF);
        } else {
            pen.line(stroke(kind, repeated), from, y, end, y);
        }
        tip(pen, kind, to, y, forward);
    }

    private static Stroke stroke(ArrowKind kind, boolean repeated) {
        Dashes dashes = repeated ? Dashes.DOTTED : isFilled(kind) ? Dashes.SOLID : Dashes.DASHED;
        return new Stroke(kind.ink(), 1.4, dashes);
    }

    private static boolean isFilled(ArrowKind kind) {
        return kind == ArrowKind.REQUEST || kind == ArrowKind.MEDIA;
    }

    private static void tip(Pen pen, ArrowKind kind, double x, double y, double forward)
            throws IOException {
        double back = x - forward * TIP_LENGTH;
        if (isFilled(kind)) {
            pen.area(kind.ink(), x, y, back, y - TIP_HALF, back, y + TIP_HALF);
        } else {
            Stroke stroke = new Stroke(kind.ink(), 1.4, Dashes.SOLID);
            pen.line(stroke, back, y - TIP_HALF, x, y, back, y + TIP_HALF);
        }
    }

    private static void loop(Pen pen, LadderContent.Row row, double x, double y)
            throws IOException {
        double right = x + LOOP_WIDTH;
        double bottom = y + LOOP_HALF;
        pen.line(
                stroke(row.kind(), row.is(LadderContent.Mark.REPEATED)),
                x,
                y - LOOP_HALF,
                right,
                y - LOOP_HALF,
                right,
                bottom,
                x + TIP_LENGTH,
                bottom);
        tip(pen, row.kind(), x, bottom, -1);
    }

    private void label(Pen pen, LadderContent.Row row, LaneGrid grid, double top)
            throws IOException {
        boolean loop = row.source() == row.destination();
        double from = grid.x(row.source());
        double to = grid.x(row.destination());
        double badges = badgesWidth(row);
        double all = grid.right() - grid.left();
        double behindLoop = grid.right() - from - LOOP_WIDTH - LABEL_MARGIN / 2;
        double beforeLoop = from - LABEL_MARGIN / 2 - grid.left();
        double most = loop ? Math.max(behindLoop, beforeLoop) : all;
        double room = loop ? most : Math.abs(to - from) - LABEL_MARGIN;
        String whole = row.label().whole();
        boolean roomy = typeface.width(whole, LABEL_SIZE) + badges <= room;
        String text = typeface.fit(roomy ? whole : row.label().brief(), LABEL_SIZE, most - badges);
        double half = (typeface.width(text, LABEL_SIZE) + badges) / 2;
        double beside = loop ? besideLoop(from, half, grid.right()) : (from + to) / 2;
        double middle = Math.max(grid.left() + half, Math.min(beside, grid.right() - half));
        double base = top + (loop ? ARROW : LABEL_BASE);
        pen.box(
                Ink.PAPER,
                Ink.PAPER,
                new Rectangle(middle - half - 2, base - 10, 2 * half + 4, 12.5));
        boolean defective = row.is(LadderContent.Mark.DEFECTIVE);
        Ink ink = defective ? Ink.FAILURE : Ink.TEXT;
        pen.text(new Letters(ink, LABEL_SIZE, Anchor.LEFT), text, middle - half, base);
        badges(pen, row, middle - half + typeface.width(text, LABEL_SIZE), base);
    }

    /// Right of the loop, or left of the lifeline where there is more room.
    private static double besideLoop(double x, double half, double right) {
        double after = x + LOOP_WIDTH + LABEL_MARGIN / 2 + half;
        return after + half <= right ? after : x - LABEL_MARGIN / 2 - half;
    }

    private double badgesWidth(LadderContent.Row row) {
        double width = 0;
        for (LadderContent.Mark mark : LadderContent.Mark.values()) {
            width += row.is(mark) ? BADGE_GAP + badgeWidth(mark) : 0;
        }
        return width;
    }

    private void badges(Pen pen, LadderContent.Row row, double from, double base)
            throws IOException {
        double x = from;
        for (LadderContent.Mark mark : LadderContent.Mark.values()) {
            if (row.is(mark)) {
                badge(pen, mark, x + BADGE_GAP, base);
                x += BADGE_GAP + badgeWidth(mark);
            }
        }
    }

    double badgeWidth(LadderContent.Mark mark) {
        return typeface.width(mark.badge(), BADGE_SIZE) + BADGE_PADDING;
    }

    /// Draws the sign of a mark.
    void badge(Pen pen, LadderContent.Mark mark, double x, double base) throws IOException {
        double width = badgeWidth(mark);
        boolean defect = mark == LadderContent.Mark.DEFECTIVE;
        Ink ink = defect ? Ink.FAILURE : Ink.FAINT;
        pen.box(Ink.PAPER, ink, new Rectangle(x, base - BADGE_HEIGHT + 2, width, BADGE_HEIGHT));
        Letters letters = new Letters(ink, BADGE_SIZE, Anchor.CENTRE);
        pen.text(letters, mark.badge(), x + width / 2, base - 0.5);
    }
}
