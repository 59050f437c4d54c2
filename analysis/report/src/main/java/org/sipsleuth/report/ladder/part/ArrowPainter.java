package org.sipsleuth.report.ladder.part;

import org.sipsleuth.report.draw.Ink;
import org.sipsleuth.report.draw.Pen;
import org.sipsleuth.report.draw.Pen.Dashes;
import org.sipsleuth.report.draw.Pen.Stroke;
import org.sipsleuth.report.ladder.content.ArrowKind;
import org.sipsleuth.report.ladder.content.Look;

/// Draws lifelines and the arrows between them.
///
/// A request has a solid line and a filled tip, a response a dashed line and an open tip, a
/// retransmission a dotted line, media a double line, whose lines are dashed for RTCP.
public final class ArrowPainter {

    /// How far the arrow of a host to itself reaches.
    static final double LOOP_WIDTH = 34;

    /// The length of a tip.
    public static final double TIP_LENGTH = 9;

    private static final double WIDTH = 1.4;
    private static final double STRONG_WIDTH = 2.4;
    private static final double LOOP_HALF = 6;
    private static final double TIP_HALF = 4.5;
    private static final double STREAM_HALF = 1.5;
    private static final double STREAM_TIP = 8;

    private ArrowPainter() {}

    /// Draws a lifeline.
    public static <X extends Exception> void lifeline(Pen<X> pen, double x, double top, double bottom) throws X {
        double sharp = pen.sharp(x);
        pen.line(new Stroke(Ink.LINE, 1, Dashes.SOLID), sharp, top, sharp, bottom);
    }

    /// Draws the arrow of a message.
    ///
    /// @param isStrong whether it stands out
    public static <X extends Exception> void message(Pen<X> pen, Look look, boolean isRetransmission, boolean isStrong,
            Place place) throws X {
        boolean isRequest = look.kind() == ArrowKind.REQUEST;
        Dashes dashes = isRetransmission ? Dashes.DOTTED : isRequest ? Dashes.SOLID : Dashes.DASHED;
        Stroke stroke = new Stroke(look.ink(), isStrong ? STRONG_WIDTH : WIDTH, dashes);
        double from = pen.sharp(place.from());
        double y = pen.sharp(place.top() + LadderSizes.ARROW);
        if (place.isLoop()) {
            loop(pen, stroke, isRequest, from, y);
        } else {
            arrow(pen, stroke, isRequest, from, pen.sharp(place.to()), y);
        }
    }

    /// Draws the arrow of a media stream.
    public static <X extends Exception> void stream(Pen<X> pen, Look look, Place place) throws X {
        Dashes dashes = look.kind() == ArrowKind.CONTROL ? Dashes.FINE : Dashes.SOLID;
        Stroke stroke = new Stroke(look.ink(), 1, dashes);
        double from = pen.sharp(place.from());
        double y = pen.sharp(place.top() + LadderSizes.STREAM_ARROW);
        if (place.isLoop()) {
            loop(pen, stroke, true, from, y);
            return;
        }
        double to = pen.sharp(place.to());
        double forward = Math.signum(to - from);
        double end = to - forward * STREAM_TIP;
        pen.line(stroke, from, y - STREAM_HALF, end, y - STREAM_HALF);
        pen.line(stroke, from, y + STREAM_HALF, end, y + STREAM_HALF);
        pen.area(stroke.ink(), to, y, end, y - TIP_HALF, end, y + TIP_HALF);
    }

    private static <X extends Exception> void arrow(Pen<X> pen, Stroke stroke, boolean isFilled, double from, double to,
            double y) throws X {
        double forward = Math.signum(to - from);
        pen.line(stroke, from, y, to - forward * (isFilled ? TIP_LENGTH - 1 : 1), y);
        tip(pen, stroke, isFilled, to, y, forward);
    }

    private static <X extends Exception> void loop(Pen<X> pen, Stroke stroke, boolean isFilled, double x, double y)
            throws X {
        double top = y - LOOP_HALF;
        double bottom = y + LOOP_HALF;
        double right = x + LOOP_WIDTH;
        pen.line(stroke, x, top, right, top, right, bottom, x + TIP_LENGTH, bottom);
        tip(pen, stroke, isFilled, x, bottom, -1);
    }

    private static <X extends Exception> void tip(Pen<X> pen, Stroke stroke, boolean isFilled, double x, double y,
            double forward) throws X {
        double back = x - forward * TIP_LENGTH;
        if (isFilled) {
            pen.area(stroke.ink(), x, y, back, y - TIP_HALF, back, y + TIP_HALF);
        } else {
            Stroke solid = new Stroke(stroke.ink(), stroke.width(), Dashes.SOLID);
            pen.line(solid, back, y - TIP_HALF, x, y, back, y + TIP_HALF);
        }
    }
}
