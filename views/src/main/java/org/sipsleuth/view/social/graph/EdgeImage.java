package org.sipsleuth.view.social.graph;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Line2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.nio.IntBuffer;
import javafx.scene.image.Image;
import javafx.scene.image.PixelBuffer;
import javafx.scene.image.PixelFormat;
import javafx.scene.image.WritableImage;
import org.sipsleuth.run.RunMonitor;

/// A picture of many edges, drawn in the background: on a canvas they would stop the window for a
/// second.
final class EdgeImage {

    private static final int BETWEEN_CHECKS = 256;

    private EdgeImage() {}

    /// Draws the strongest edges.
    ///
    /// @param colour of all
    /// @param most how many at most
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    static BufferedImage draw(GraphPainter places, Color colour, int most, int width, int height, RunMonitor monitor) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D graphics = image.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        graphics.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        int drawn = 0;
        for (GraphEdge edge : places.strongest(most)) {
            if (drawn++ % BETWEEN_CHECKS == 0) {
                monitor.throwIfCancelled();
            }
            Strength strength = places.strength(edge);
            if (places.isInSight(edge)) {
                graphics.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(),
                        (int) Math.round(255 * strength.opacity())));
                graphics.setStroke(new BasicStroke((float) strength.width()));
                graphics.draw(new Line2D.Double(places.x(edge.from()), places.y(edge.from()), places.x(edge.to()),
                        places.y(edge.to())));
            }
        }
        graphics.dispose();
        return image;
    }

    /// The same for JavaFX; shares its pixels.
    static Image of(BufferedImage image) {
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        return new WritableImage(new PixelBuffer<>(image.getWidth(), image.getHeight(), IntBuffer.wrap(pixels),
                PixelFormat.getIntArgbPreInstance()));
    }
}
