package org.sipsleuth.view.dialogs.ladder.draw;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.report.draw.Ink;
import org.sipsleuth.report.draw.Pen;
import org.sipsleuth.report.draw.TextMeasure;
import org.sipsleuth.view.ui.TextWidths;

/// Draws on a canvas, in the colours of the theme and with the canvas's opacity. Used on the JavaFX
/// thread.
final class CanvasPen implements Pen<RuntimeException>, TextMeasure {

    private static final double SMALLEST = 10.5;

    private final GraphicsContext canvas;
    private final LadderPalette palette;
    private final StraightLines lines;
    private final TextWidths widths = new TextWidths();
    private final Map<Face, Map<Double, Font>> fonts = new EnumMap<>(Face.class);
    private @Nullable LadderColour highlight;

    CanvasPen(GraphicsContext canvas, LadderPalette palette) {
        this.canvas = canvas;
        this.palette = palette;
        lines = new StraightLines(canvas);
    }

    /// Sets what the background is tinted with where the following parts are drawn, if it is.
    void setHighlight(@Nullable LadderColour colour) {
        highlight = colour;
    }

    @Override
    public void line(Stroke stroke, double... points) {
        double[] dashes = stroke.dashes().lengths();
        boolean isAcross = points.length == 4 && points[1] == points[3];
        if (isAcross || (dashes.length == 0 && isStraight(points))) {
            canvas.setFill(colour(stroke.ink()));
            straight(stroke.width() * palette.weight(), dashes, points);
            return;
        }
        canvas.setStroke(colour(stroke.ink()));
        canvas.setLineWidth(stroke.width() * palette.weight());
        canvas.setLineDashes(dashes);
        int count = points.length / 2;
        canvas.strokePolyline(every(points, 0), every(points, 1), count);
    }

    /// Whether a line runs only across and down.
    private static boolean isStraight(double... points) {
        for (int i = 2; i < points.length; i += 2) {
            if (points[i] != points[i - 2] && points[i + 1] != points[i - 1]) {
                return false;
            }
        }
        return true;
    }

    /// Draws each piece of a line as a rectangle that fills the corners it begins and ends at.
    private void straight(double width, double[] dashes, double... points) {
        int last = points.length - 2;
        for (int i = 2; i <= last; i += 2) {
            double x = points[i - 2];
            double y = points[i - 1];
            double before = i == 2 ? 0 : width / 2;
            double after = i == last ? 0 : width / 2;
            if (y == points[i + 1]) {
                double forward = Math.signum(points[i] - x);
                double from = x - forward * before;
                lines.across(from, points[i] + forward * after, y, width, dashes);
            } else {
                double down = Math.signum(points[i + 1] - y);
                double from = y - down * before;
                double to = points[i + 1] + down * after;
                lines.down(x, Math.min(from, to), Math.max(from, to), width);
            }
        }
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

    @Override
    public void box(Ink fill, Ink border, Rectangle place) {
        fill(colour(fill), place);
        if (highlight != null && (fill == Ink.PAPER || fill == Ink.SHADE)) {
            fill(palette.get(highlight), place);
        }
        if (fill != border) {
            outline(colour(border), 1, place);
        }
    }

    private void fill(Color colour, Rectangle place) {
        canvas.setFill(colour);
        if (place.rounding() == 0) {
            canvas.fillRect(place.x(), place.y(), place.width(), place.height());
        } else {
            double across = 2 * place.rounding();
            canvas.fillRoundRect(place.x(), place.y(), place.width(), place.height(), across, across);
        }
    }

    /// Draws the border of a box.
    void outline(Color colour, double lineWidth, Rectangle place) {
        double across = 2 * place.rounding();
        canvas.setStroke(colour);
        canvas.setLineWidth(lineWidth);
        canvas.setLineDashes();
        canvas.strokeRoundRect(place.x(), place.y(), place.width(), place.height(), across, across);
    }

    @Override
    public void text(Letters letters, String text, double x, double baseline) {
        canvas.setTextBaseline(VPos.BASELINE);
        canvas.setTextAlign(switch (letters.anchor()) {
            case LEFT -> TextAlignment.LEFT;
            case CENTRE -> TextAlignment.CENTER;
            case RIGHT -> TextAlignment.RIGHT;
        });
        canvas.setFont(font(letters));
        canvas.setFill(colour(letters.ink()));
        canvas.fillText(text, x, baseline);
    }

    @Override
    public void upright(Letters letters, String text, double x, double y) {
        canvas.save();
        canvas.translate(x, y);
        canvas.rotate(-90);
        Letters centred = new Letters(letters.ink(), letters.size(), Anchor.CENTRE, letters.face());
        text(centred, text, 0, letters.baseline(0));
        canvas.restore();
    }

    @Override
    public double sharp(double place) {
        return Math.floor(place) + 0.5;
    }

    @Override
    public double width(String text, Letters letters) {
        return widths.of(text, font(letters));
    }

    @Override
    public String fit(String text, Letters letters, double room) {
        return widths.fit(text, font(letters), room);
    }

    @Override
    public String fitEnd(String text, Letters letters, double room) {
        return widths.fitEnd(text, font(letters), room);
    }

    @Override
    public double smallest() {
        return SMALLEST;
    }

    private Font font(Letters letters) {
        return fonts.computeIfAbsent(letters.face(), _ -> new HashMap<>())
                .computeIfAbsent(letters.size(), size -> font(letters.face(), size));
    }

    private static Font font(Face face, double size) {
        return switch (face) {
            case PLAIN -> Font.font("System", size);
            case BOLD -> Font.font("System", FontWeight.BOLD, size);
            case FIXED -> Font.font("DejaVu Sans Mono", size);
        };
    }

    /// The theme's colour for an ink.
    private Color colour(Ink ink) {
        return palette.get(switch (ink) {
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
