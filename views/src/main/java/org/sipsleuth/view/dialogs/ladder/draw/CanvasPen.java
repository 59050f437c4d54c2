package org.sipsleuth.view.dialogs.ladder.draw;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.sipsleuth.report.draw.Ink;
import org.sipsleuth.report.draw.Pen;
import org.sipsleuth.report.draw.ShapePen;

/// Draws on a canvas, in the colours of the theme and with the canvas's opacity. Used on the JavaFX
/// thread.
final class CanvasPen implements ShapePen<RuntimeException> {

    private final GraphicsContext canvas;
    private final LadderPalette palette;
    private final StraightLines lines;

    CanvasPen(GraphicsContext canvas, LadderPalette palette) {
        this.canvas = canvas;
        this.palette = palette;
        lines = new StraightLines(canvas);
    }

    @Override
    public void line(Pen.Stroke stroke, double... points) {
        double[] dashes = stroke.dashes().lengths();
        if (points.length == 4 && points[1] == points[3]) {
            canvas.setFill(colour(stroke.ink()));
            lines.across(points[0], points[2], points[1], stroke.width(), dashes);
            return;
        }
        canvas.setStroke(colour(stroke.ink()));
        canvas.setLineWidth(stroke.width());
        canvas.setLineDashes(dashes);
        int count = points.length / 2;
        canvas.strokePolyline(every(points, 0), every(points, 1), count);
    }

    @Override
    public void area(Ink ink, double... points) {
        canvas.setFill(colour(ink));
        canvas.fillPolygon(every(points, 0), every(points, 1), points.length / 2);
    }

    private static double[] every(double[] points, int from) {
        double[] every = new double[points.length / 2];
        for (int i = 0; i < every.length; i++) {
            every[i] = points[2 * i + from];
        }
        return every;
    }

    /// The theme's colour for an ink.
    Color colour(Ink ink) {
        return palette.get(
                switch (ink) {
                    case PAPER -> LadderColour.BACKGROUND;
                    case SHADE -> LadderColour.HEAD_BACKGROUND;
                    case LINE -> LadderColour.LINE;
                    case FAINT -> LadderColour.FAINT_TEXT;
                    case TEXT -> LadderColour.TEXT;
                    case REQUEST -> LadderColour.REQUEST;
                    case PROVISIONAL -> LadderColour.PROVISIONAL;
                    case SUCCESS -> LadderColour.SUCCESS;
                    case REDIRECTION -> LadderColour.REDIRECTION;
                    case CLIENT_ERROR -> LadderColour.CLIENT_ERROR;
                    case FAILURE -> LadderColour.FAILURE;
                    case MEDIA -> LadderColour.MEDIA;
                    case HINT -> LadderColour.HINT;
                    case BAND -> LadderColour.BAND;
                    case BAND_OTHER -> LadderColour.BAND_OTHER;
                    case GROUP_0 -> LadderColour.GROUP_0;
                    case GROUP_1 -> LadderColour.GROUP_1;
                    case GROUP_2 -> LadderColour.GROUP_2;
                    case GROUP_3 -> LadderColour.GROUP_3;
                    case GROUP_4 -> LadderColour.GROUP_4;
                    case GROUP_5 -> LadderColour.GROUP_5;
                    case GROUP_6 -> LadderColour.GROUP_6;
                });
    }
}
