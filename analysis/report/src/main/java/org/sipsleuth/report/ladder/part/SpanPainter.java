package org.sipsleuth.report.ladder.part;

import org.sipsleuth.report.draw.Ink;
import org.sipsleuth.report.draw.Pen;
import org.sipsleuth.report.draw.Pen.Anchor;
import org.sipsleuth.report.draw.Pen.Dashes;
import org.sipsleuth.report.draw.Pen.Letters;
import org.sipsleuth.report.draw.Pen.Rectangle;
import org.sipsleuth.report.draw.Pen.Stroke;
import org.sipsleuth.report.draw.TextMeasure;

/// Draws what reaches over several rows or lies between them: states as bands, transactions as
/// brackets, long pauses as breaks.
public final class SpanPainter {

    private static final double INSET = 2;
    private static final double ROUNDING = 2.5;
    private static final double PADDING = 8;
    private static final double BAND_PADDING = 4;
    private static final double SERIF = 5;
    private static final Stroke BRACKET = new Stroke(Ink.FAINT, 1.2, Dashes.SOLID);
    private static final Letters STATE = new Letters(Ink.TEXT, 10, Anchor.CENTRE);
    private static final double BREAK_STEP = 6;
    private static final double BREAK_HALF = 2.5;
    private static final double BREAK_ROOM = 6;
    private static final Letters BREAK = new Letters(Ink.FAINT, 11, Anchor.CENTRE);

    private final TextMeasure measure;

    public SpanPainter(TextMeasure measure) {
        this.measure = measure;
    }

    /// The colour of a state.
    public static Ink ink(boolean isGood) {
        return isGood ? Ink.BAND : Ink.BAND_OTHER;
    }

    /// Draws a state.
    ///
    /// @param left of its column
    /// @param top of its first row in sight
    /// @param bottom of its last row in sight
    public <X extends Exception> void band(Pen<X> pen, String words, boolean isGood, double left, double top,
            double bottom) throws X {
        double height = bottom - top - 2 * INSET;
        if (height <= 0) {
            return;
        }
        double width = LadderSizes.BAND - INSET;
        Ink ink = ink(isGood);
        pen.box(ink, ink, new Rectangle(left, top + INSET, width, height, ROUNDING));
        String shown = measure.fit(words, STATE, height - BAND_PADDING);
        pen.upright(STATE, shown, left + width / 2, (top + bottom) / 2);
    }

    /// Draws a bracket.
    ///
    /// @param right of its column
    /// @param top its first arrow, or where it is cut off
    /// @param bottom its last arrow, or where it is cut off
    /// @param begins whether it is not cut off at the top
    /// @param ends whether it is not cut off at the bottom
    public static <X extends Exception> void bracket(Pen<X> pen, double right, double top, double bottom,
            boolean begins, boolean ends) throws X {
        double x = pen.sharp(right - SERIF);
        double first = begins ? pen.sharp(top) : top;
        double last = ends ? pen.sharp(bottom) : bottom;
        if (begins) {
            pen.line(BRACKET, x + SERIF, first, x, first, x, last);
        } else {
            pen.line(BRACKET, x, first, x, last);
        }
        if (ends) {
            pen.line(BRACKET, x, last, x + SERIF, last);
        }
    }

    /// Draws the zigzag line of a pause that is too long to be drawn to scale, with its length.
    ///
    /// @param y its middle
    public <X extends Exception> void pause(Pen<X> pen, String words, double left, double right, double y) throws X {
        double sharp = pen.sharp(y);
        int points = (int) Math.max(2, (right - left) / BREAK_STEP);
        double[] zigzag = new double[2 * points];
        for (int i = 0; i < points; i++) {
            zigzag[2 * i] = left + i * BREAK_STEP;
            zigzag[2 * i + 1] = sharp + (i % 2 == 0 ? -BREAK_HALF : BREAK_HALF);
        }
        pen.line(new Stroke(Ink.LINE, 1, Dashes.SOLID), zigzag);
        double middle = (left + right) / 2;
        double half = measure.width(words, BREAK) / 2 + PADDING;
        pen.box(Ink.PAPER, Ink.PAPER, new Rectangle(middle - half, sharp - BREAK_ROOM, 2 * half, 2 * BREAK_ROOM));
        pen.text(BREAK, words, middle, BREAK.baseline(sharp));
    }
}
