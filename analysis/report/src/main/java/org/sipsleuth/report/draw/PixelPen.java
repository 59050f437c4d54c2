package org.sipsleuth.report.draw;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Font;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.IOException;

/// Draws on graphics of the JDK: a stretch of a picture as pixels, off screen, or a whole picture.
public final class PixelPen implements Pen<IOException> {

    private static final float MITER = 10;

    private final Graphics2D graphics;
    private final Typeface typeface;
    private final Font font;

    /// @param image gets the pixels, and is made white
    /// @param top which height of the picture is the image's top, in units
    /// @param scale how many pixels a unit has
    public PixelPen(BufferedImage image, double top, double scale, Typeface typeface) throws IOException {
        this(image.createGraphics(), typeface);
        graphics.setColor(Color.WHITE);
        graphics.fillRect(0, 0, image.getWidth(), image.getHeight());
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_TEXT_ANTIALIASING, RenderingHints.VALUE_TEXT_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_FRACTIONALMETRICS, RenderingHints.VALUE_FRACTIONALMETRICS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        graphics.scale(scale, scale);
        graphics.translate(0, -top);
    }

    /// @param graphics what is drawn on, a unit of it being one of the pen
    public PixelPen(Graphics2D graphics, Typeface typeface) throws IOException {
        this.graphics = graphics;
        this.typeface = typeface;
        font = Typeface.forPixels();
    }

    @Override
    public void line(Stroke stroke, double... points) {
        double[] lengths = stroke.dashes().lengths();
        float[] pattern = new float[lengths.length];
        for (int i = 0; i < lengths.length; i++) {
            pattern[i] = (float) lengths[i];
        }
        graphics.setColor(colour(stroke.ink()));
        graphics.setStroke(new BasicStroke((float) stroke.width(), BasicStroke.CAP_BUTT, BasicStroke.JOIN_MITER, MITER,
                pattern.length == 0 ? null : pattern, 0));
        graphics.draw(path(points));
    }

    @Override
    public void area(Ink ink, double... points) {
        graphics.setColor(colour(ink));
        Path2D path = path(points);
        path.closePath();
        graphics.fill(path);
    }

    @Override
    public void box(Ink fill, Ink border, Rectangle place) {
        double across = 2 * place.rounding();
        RoundRectangle2D shape =
                new RoundRectangle2D.Double(place.x(), place.y(), place.width(), place.height(), across, across);
        graphics.setColor(colour(fill));
        graphics.fill(shape);
        if (fill != border) {
            graphics.setColor(colour(border));
            graphics.setStroke(new BasicStroke(1));
            graphics.draw(shape);
        }
    }

    @Override
    public void text(Letters letters, String text, double x, double baseline) {
        String drawable = typeface.drawable(text);
        double width = typeface.width(drawable, letters.size());
        double from = switch (letters.anchor()) {
            case LEFT -> x;
            case CENTRE -> x - width / 2;
            case RIGHT -> x - width;
        };
        graphics.setFont(font.deriveFont((float) letters.size()));
        graphics.setColor(colour(letters.ink()));
        graphics.drawString(drawable, (float) from, (float) baseline);
    }

    @Override
    public void upright(Letters letters, String text, double x, double y) {
        AffineTransform before = graphics.getTransform();
        graphics.rotate(-Math.PI / 2, x, y);
        Letters centred = new Letters(letters.ink(), letters.size(), Anchor.CENTRE);
        text(centred, text, x, letters.baseline(y));
        graphics.setTransform(before);
    }

    private static Color colour(Ink ink) {
        return new Color(ink.rgb());
    }

    private static Path2D path(double... points) {
        Path2D path = new Path2D.Double();
        path.moveTo(points[0], points[1]);
        for (int i = 2; i < points.length; i += 2) {
            path.lineTo(points[i], points[i + 1]);
        }
        return path;
    }
}
