package org.sipsleuth.report.draw;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.util.Matrix;
import org.jspecify.annotations.Nullable;

/// Draws on one page of a PDF. Text stays text.
final class PdfPen implements Pen<IOException> {

    /// How far the control points of a quarter of a circle lie from its ends, in radii.
    private static final double ARC = 0.5523;

    private final PDPageContentStream stream;
    private final PDFont font;
    private final Typeface typeface;
    private final double scale;
    private double left;
    private double top;
    private @Nullable Ink fill;
    private @Nullable Stroke stroke;

    /// @param scale how many points a unit has
    PdfPen(PDPageContentStream stream, PDFont font, Typeface typeface, double scale) {
        this.stream = stream;
        this.font = font;
        this.typeface = typeface;
        this.scale = scale;
    }

    /// @param x where the origin is, in points from the left
    /// @param y the same from the bottom
    void placeOrigin(double x, double y) {
        left = x;
        top = y;
    }

    @Override
    public void line(Stroke wanted, double... points) throws IOException {
        use(wanted);
        path(points);
        stream.stroke();
    }

    @Override
    public void area(Ink ink, double... points) throws IOException {
        use(ink);
        path(points);
        stream.fill();
    }

    @Override
    public void box(Ink inside, Ink border, Rectangle place) throws IOException {
        use(inside);
        if (inside != border) {
            use(new Stroke(border, 1, Dashes.SOLID));
        }
        outline(place);
        if (inside == border) {
            stream.fill();
        } else {
            stream.fillAndStroke();
        }
    }

    @Override
    public void text(Letters letters, String text, double x, double baseline) throws IOException {
        String drawable = typeface.drawable(text);
        double width = typeface.width(drawable, letters.size());
        double from = switch (letters.anchor()) {
            case LEFT -> x;
            case CENTRE -> x - width / 2;
            case RIGHT -> x - width;
        };
        use(letters.ink());
        stream.beginText();
        stream.setFont(font, (float) (letters.size() * scale));
        stream.newLineAtOffset(x(from), y(baseline));
        stream.showText(drawable);
        stream.endText();
    }

    @Override
    public void upright(Letters letters, String text, double x, double y) throws IOException {
        String drawable = typeface.drawable(text);
        double half = typeface.width(drawable, letters.size()) / 2;
        use(letters.ink());
        stream.beginText();
        stream.setFont(font, (float) (letters.size() * scale));
        stream.setTextMatrix(Matrix.getRotateInstance(Math.PI / 2, x(letters.baseline(x)), y(y + half)));
        stream.showText(drawable);
        stream.endText();
    }

    private void outline(Rectangle place) throws IOException {
        double left = place.x();
        double above = place.y();
        double right = left + place.width();
        double below = above + place.height();
        double corner = place.rounding();
        if (corner == 0) {
            stream.addRect(x(left), y(below), (float) (place.width() * scale), (float) (place.height() * scale));
            return;
        }
        double rest = corner * (1 - ARC);
        stream.moveTo(x(left + corner), y(above));
        stream.lineTo(x(right - corner), y(above));
        curve(right - rest, above, right, above + rest, right, above + corner);
        stream.lineTo(x(right), y(below - corner));
        curve(right, below - rest, right - rest, below, right - corner, below);
        stream.lineTo(x(left + corner), y(below));
        curve(left + rest, below, left, below - rest, left, below - corner);
        stream.lineTo(x(left), y(above + corner));
        curve(left, above + rest, left + rest, above, left + corner, above);
        stream.closePath();
    }

    private void curve(double x1, double y1, double x2, double y2, double x3, double y3) throws IOException {
        stream.curveTo(x(x1), y(y1), x(x2), y(y2), x(x3), y(y3));
    }

    private void path(double... points) throws IOException {
        stream.moveTo(x(points[0]), y(points[1]));
        for (int i = 2; i < points.length; i += 2) {
            stream.lineTo(x(points[i]), y(points[i + 1]));
        }
    }

    private void use(Ink ink) throws IOException {
        if (ink != fill) {
            stream.setNonStrokingColor(ink.channel(0), ink.channel(1), ink.channel(2));
            fill = ink;
        }
    }

    /// Colours must be set before a path is begun.
    private void use(Stroke wanted) throws IOException {
        if (wanted.equals(stroke)) {
            return;
        }
        Ink ink = wanted.ink();
        stream.setStrokingColor(ink.channel(0), ink.channel(1), ink.channel(2));
        stream.setLineWidth((float) (wanted.width() * scale));
        double[] lengths = wanted.dashes().lengths();
        float[] pattern = new float[lengths.length];
        for (int i = 0; i < lengths.length; i++) {
            pattern[i] = (float) (lengths[i] * scale);
        }
        stream.setLineDashPattern(pattern, 0);
        stroke = wanted;
    }

    private float x(double units) {
        return (float) (left + units * scale);
    }

    private float y(double units) {
        return (float) (top - units * scale);
    }
}
