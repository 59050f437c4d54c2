package org.sipsleuth.report.ladder;

import java.io.IOException;
import org.sipsleuth.report.draw.Ink;
import org.sipsleuth.report.draw.Pen;

/// A pen whose origin lies elsewhere.
final class ShiftedPen implements Pen<IOException> {

    private final Pen<IOException> pen;
    private final double right;
    private final double down;

    /// @param right how far its origin lies right of that of the other pen
    /// @param down how far below
    ShiftedPen(Pen<IOException> pen, double right, double down) {
        this.pen = pen;
        this.right = right;
        this.down = down;
    }

    @Override
    public void line(Stroke stroke, double... points) throws IOException {
        pen.line(stroke, shifted(points));
    }

    @Override
    public void area(Ink ink, double... points) throws IOException {
        pen.area(ink, shifted(points));
    }

    @Override
    public void box(Ink fill, Ink border, Rectangle place) throws IOException {
        pen.box(fill, border,
                new Rectangle(place.x() + right, place.y() + down, place.width(), place.height(), place.rounding()));
    }

    @Override
    public void text(Letters letters, String text, double x, double baseline) throws IOException {
        pen.text(letters, text, x + right, baseline + down);
    }

    @Override
    public void upright(Letters letters, String text, double x, double y) throws IOException {
        pen.upright(letters, text, x + right, y + down);
    }

    @Override
    public void begin(String kind, String words) throws IOException {
        pen.begin(kind, words);
    }

    @Override
    public void end() throws IOException {
        pen.end();
    }

    private double[] shifted(double... points) {
        double[] moved = new double[points.length];
        for (int i = 0; i < points.length; i++) {
            moved[i] = points[i] + (i % 2 == 0 ? right : down);
        }
        return moved;
    }
}
