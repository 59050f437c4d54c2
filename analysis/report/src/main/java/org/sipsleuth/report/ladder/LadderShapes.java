package org.sipsleuth.report.ladder;

import org.sipsleuth.report.draw.Ink;
import org.sipsleuth.report.draw.Pen.Dashes;
import org.sipsleuth.report.draw.Pen.Stroke;
import org.sipsleuth.report.draw.ShapePen;

/// Draws the arrows of a ladder in the window and in every file format.
///
/// A request has a solid line and a filled tip, a response a dashed line and an open tip, a
/// retransmission a dotted line, media a double line.
///
/// @param tipHalf half the height of a tip
/// @param loopWidth how far the arrow of a host to itself reaches
/// @param loopHalf half the height of that arrow
/// @param mediaTip the length of the tip of a media stream
/// @param controlDashes the lines of RTCP
public record LadderShapes(
        double tipHalf,
        double loopWidth,
        double loopHalf,
        double mediaTip,
        double mediaTipHalf,
        Dashes controlDashes) {

    /// The shapes of files.
    public static final LadderShapes FILE = new LadderShapes(4, 30, 5, 9, 4, Dashes.DASHED);

    /// The shapes of the window, whose rows are higher.
    public static final LadderShapes WINDOW = new LadderShapes(4.5, 34, 6, 8, 4.5, Dashes.FINE);

    private static final double TIP_LENGTH = 9;
    private static final double MEDIA_HALF = 1.5;
    private static final double MEDIA_END = 8;
    private static final double BREAK_STEP = 6;
    private static final double BREAK_HALF = 2.5;

    /// How a message's line is drawn.
    public static Dashes dashes(boolean isRequest, boolean isRetransmission) {
        return isRetransmission ? Dashes.DOTTED : isRequest ? Dashes.SOLID : Dashes.DASHED;
    }

    /// Draws the arrow of a message from one lifeline to another.
    public <X extends Exception> void arrow(
            ShapePen<X> pen, Stroke stroke, boolean isRequest, double from, double to, double y)
            throws X {
        double forward = Math.signum(to - from);
        pen.line(stroke, from, y, to - forward * (isRequest ? TIP_LENGTH - 1 : 1), y);
        tip(pen, stroke, isRequest, to, y, forward);
    }

    /// Draws the arrow of a message that a host sends to itself.
    ///
    /// @param y its middle
    public <X extends Exception> void loop(
            ShapePen<X> pen, Stroke stroke, boolean isRequest, double x, double y) throws X {
        double top = y - loopHalf;
        double bottom = y + loopHalf;
        double right = x + loopWidth;
        pen.line(stroke, x, top, right, top, right, bottom, x + TIP_LENGTH, bottom);
        tip(pen, stroke, isRequest, x, bottom, -1);
    }

    private <X extends Exception> void tip(
            ShapePen<X> pen, Stroke stroke, boolean isFilled, double x, double y, double forward)
            throws X {
        double back = x - forward * TIP_LENGTH;
        if (isFilled) {
            pen.area(stroke.ink(), x, y, back, y - tipHalf, back, y + tipHalf);
        } else {
            Stroke solid = new Stroke(stroke.ink(), stroke.width(), Dashes.SOLID);
            pen.line(solid, back, y - tipHalf, x, y, back, y + tipHalf);
        }
    }

    /// Draws the arrow of a media stream.
    ///
    /// @param isControl whether it is RTCP
    public <X extends Exception> void stream(
            ShapePen<X> pen, Ink ink, boolean isControl, double from, double to, double y)
            throws X {
        double forward = Math.signum(to - from);
        double end = to - forward * MEDIA_END;
        Stroke stroke = new Stroke(ink, 1, isControl ? controlDashes : Dashes.SOLID);
        pen.line(stroke, from, y - MEDIA_HALF, end, y - MEDIA_HALF);
        pen.line(stroke, from, y + MEDIA_HALF, end, y + MEDIA_HALF);
        double back = to - forward * mediaTip;
        pen.area(ink, to, y, back, y - mediaTipHalf, back, y + mediaTipHalf);
    }

    /// Draws the zigzag line of a pause that is too long to be drawn to scale.
    public static <X extends Exception> void pause(
            ShapePen<X> pen, double left, double right, double y) throws X {
        int points = (int) Math.max(2, (right - left) / BREAK_STEP);
        double[] zigzag = new double[2 * points];
        for (int i = 0; i < points; i++) {
            zigzag[2 * i] = left + i * BREAK_STEP;
            zigzag[2 * i + 1] = y + (i % 2 == 0 ? -BREAK_HALF : BREAK_HALF);
        }
        pen.line(new Stroke(Ink.LINE, 1, Dashes.SOLID), zigzag);
    }
}
