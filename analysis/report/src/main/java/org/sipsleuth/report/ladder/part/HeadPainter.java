package org.sipsleuth.report.ladder.part;

import org.sipsleuth.report.draw.Ink;
import org.sipsleuth.report.draw.Pen;
import org.sipsleuth.report.draw.Pen.Anchor;
import org.sipsleuth.report.draw.Pen.Face;
import org.sipsleuth.report.draw.Pen.Letters;
import org.sipsleuth.report.draw.Pen.Rectangle;
import org.sipsleuth.report.draw.TextMeasure;
import org.sipsleuth.report.ladder.content.LadderContent.Head;

/// Draws the heads of lifelines: a host, and its ports or its address below.
public final class HeadPainter {

    /// Where the boxes end, from the top of the heads.
    public static final double BOTTOM = 40.5;

    private static final double TOP = 5.5;
    private static final double USUAL_WIDTH = 170;
    private static final double GAP = 6;
    private static final double PADDING = 8;
    private static final double ROUNDING = 4;
    private static final double NAME_MIDDLE = 15.5;
    private static final double BELOW_MIDDLE = 31;
    private static final Letters NAME = new Letters(Ink.TEXT, 12, Anchor.CENTRE, Face.BOLD);
    private static final Letters BELOW = new Letters(Ink.FAINT, 11, Anchor.CENTRE);

    private final TextMeasure measure;

    public HeadPainter(TextMeasure measure) {
        this.measure = measure;
    }

    /// The width of a lane whose head is not shortened.
    public double laneWidth(Head head) {
        return textWidth(head) + PADDING + GAP;
    }

    private double textWidth(Head head) {
        return Math.max(measure.width(head.name(), NAME), measure.width(head.below(), BELOW));
    }

    /// The place of a head's box, which is no wider than its lane.
    ///
    /// @param x the middle of the lane
    /// @param top of the heads
    public <X extends Exception> Rectangle box(Pen<X> pen, Head head, double x, double laneWidth, double top) {
        double wanted = Math.max(USUAL_WIDTH, textWidth(head) + PADDING);
        double width = Math.max(0, Math.min(wanted, laneWidth - GAP));
        return new Rectangle(pen.sharp(x - width / 2), top + TOP, width, BOTTOM - TOP, ROUNDING);
    }

    /// Draws a head into its box. Texts that are too wide become smaller, and only then are cut
    /// off.
    public <X extends Exception> void draw(Pen<X> pen, Head head, Rectangle box, double x, double top) throws X {
        pen.box(Ink.SHADE, Ink.LINE, box);
        double room = box.width() - PADDING;
        text(pen, head.name(), !head.isNamed(), NAME, x, top + NAME_MIDDLE, room);
        text(pen, head.below(), head.isNamed(), BELOW, x, top + BELOW_MIDDLE, room);
    }

    private <X extends Exception> void text(Pen<X> pen, String text, boolean isAddress, Letters usual, double x,
            double middle, double room) throws X {
        double share = room / Math.max(1, measure.width(text, usual));
        double fitting = Math.floor(2 * share * usual.size()) / 2; // a few sizes, not many
        double size = Math.clamp(fitting, Math.min(measure.smallest(), usual.size()), usual.size());
        Letters letters = usual.withSize(size);
        String shown = isAddress ? measure.fitEnd(text, letters, room) : measure.fit(text, letters, room);
        pen.text(letters, shown, x, letters.baseline(middle));
    }
}
