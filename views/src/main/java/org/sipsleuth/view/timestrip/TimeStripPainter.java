package org.sipsleuth.view.timestrip;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.truth.TrafficClass;
import org.sipsleuth.view.session.Selection.TimeRange;
import org.sipsleuth.view.session.TimeAxis;
import org.sipsleuth.view.session.time.TimeScale;
import org.sipsleuth.view.ui.MessageClass;
import org.sipsleuth.view.ui.StageStyle;
import org.sipsleuth.view.ui.TextWidths;

/// Draws the time strip on a canvas: bars, axis, brush and cursor.
final class TimeStripPainter {

    /// The colours, taken from the style sheet; `ground` is what everything is drawn on, `letters`
    /// those of the words of bands, `truth` that of right time ranges.
    record Palette(Map<MessageClass, Color> classes, Map<StageStyle, Color> stages, Map<Severity, Color> severities,
            Map<TrafficClass, Color> attacks, Color text, Color letters, Color line, Color accent, Color truth,
            Color ground) {
        Palette {
            classes = Map.copyOf(classes);
            stages = Map.copyOf(stages);
            severities = Map.copyOf(severities);
            attacks = Map.copyOf(attacks);
        }
    }

    /// One bar and the gap behind it, in pixels.
    static final double BAR_PIXELS = 4;

    private static final double GAP_PIXELS = 1;
    private static final double AXIS_PIXELS = 18;

    /// Lower bars could not be compared.
    private static final double LEAST_BARS = 20;

    private static final double TICK_PIXELS = 4;
    private static final double LABEL_PIXELS = 110;
    private static final double HANDLE_WIDTH = 6;
    private static final double HANDLE_HEIGHT = 18;
    private static final double HANDLE_ARC = 4;
    private static final double VEIL = 0.7;
    private static final double BREAK_SLANT = 4;
    private static final double BAND_GAP = 2;
    private static final double BAND_ARC = 4;
    private static final double BAND_EDGE = 4;
    private static final double BAND_FILL = 0.26;
    static final Font FONT = Font.font(11);

    private final GraphicsContext graphics;
    private final double width;
    private final double height;
    private final Palette palette;
    private final BandRows bands;
    private final TimeScale scale;
    private final TextWidths widths = new TextWidths();

    /// @param width of the canvas in pixels
    /// @param height of the canvas in pixels
    /// @param bands the stages of incidents, and below them the attacks of the ground truth and the
    ///     time ranges of a lab
    TimeStripPainter(GraphicsContext graphics, double width, double height, Palette palette, BandRows bands,
            TimeScale scale) {
        this.scale = scale;
        this.bands = bands;
        this.graphics = graphics;
        this.width = width;
        this.height = height;
        this.palette = palette;
    }

    /// Draws everything.
    void paint(TimeHistogram histogram, TimeRange sight, Optional<TimeRange> brush, OptionalLong cursor) {
        graphics.clearRect(0, 0, width, height);
        paintAxis(sight);
        paintBars(histogram, sight);
        scale.in(sight).forEach(each -> paintBreak(each, sight));
        bands.placed().forEach(this::paintBand);
        brush.ifPresent(range -> paintBrush(range, sight));
        cursor.ifPresent(at -> paintCursor(at, sight));
    }

    private double baseline() {
        return baseline(height, bands);
    }

    /// Where the bars stand; the bands are below.
    static double baseline(double height, BandRows bands) {
        return height - AXIS_PIXELS - bands.height();
    }

    /// How many lanes leave enough of the bars.
    static int mostRows(double height) {
        return Math.max(1, (int) ((height - AXIS_PIXELS - LEAST_BARS) / BandRows.ROW_PIXELS));
    }

    private void paintBand(PlacedBand band) {
        Color colour = colour(band);
        double arc = band.isFound() ? BAND_ARC : 0;
        double top = baseline() + BandRows.ROW_PIXELS * band.row() + BAND_GAP + 0.5;
        double left = Math.floor(band.left()) + 0.5;
        double size = BandRows.ROW_PIXELS - 2 * BAND_GAP;
        graphics.setFill(colour.deriveColor(0, 1, 1, BAND_FILL));
        graphics.fillRoundRect(left, top, band.width(), size, arc, arc);
        graphics.setFill(colour);
        graphics.fillRoundRect(left, top, Math.min(BAND_EDGE, band.width()), size, arc, arc);
        graphics.setStroke(colour);
        graphics.setLineWidth(1);
        graphics.strokeRoundRect(left, top, band.width(), size, arc, arc);
        if (band.wordLeft() >= 0) {
            graphics.setFont(FONT);
            graphics.setTextAlign(TextAlignment.LEFT);
            graphics.setTextBaseline(VPos.CENTER);
            graphics.setFill(palette.letters());
            graphics.fillText(band.word(), band.wordLeft(), top + size / 2);
        }
    }

    private Color colour(PlacedBand band) {
        return switch (band.first()) {
            case StripBand.Stage stage ->
                    band.isGroup() ? palette.severities().getOrDefault(band.severity(), palette.accent())
                            : palette.stages().getOrDefault(stage.style(), palette.accent());
            case StripBand.Attack attack -> band.isGroup() ? palette.text()
                    : palette.attacks().getOrDefault(attack.trafficClass(), palette.accent());
            case StripBand.MarkedRange range -> range.isTrue() ? palette.truth() : palette.accent();
        };
    }

    private double x(long nanos, TimeRange sight) {
        return x(nanos, sight, scale, width);
    }

    /// Where a moment stands.
    static double x(long nanos, TimeRange sight, TimeScale scale, double width) {
        return width * scale.share(nanos, sight);
    }

    private void paintBars(TimeHistogram histogram, TimeRange sight) {
        if (histogram.highest() == 0) {
            return;
        }
        for (int bin = 0; bin < histogram.bins(); bin++) {
            double left = Math.floor(x(histogram.startOf(bin), sight)); // whole pixels are sharp
            double right = Math.floor(x(histogram.startOf(bin + 1), sight));
            if (histogram.total(bin) > 0 && right > 0 && left < width) {
                paintBar(histogram, bin, left, Math.max(1, right - left - GAP_PIXELS));
            }
        }
    }

    /// Each class has its share of the bar. Every one that occurs is at least one pixel high: one
    /// 503 among a thousand is seen.
    private void paintBar(TimeHistogram histogram, int bin, double left, double barWidth) {
        double height = (baseline() - 2) * histogram.height(bin);
        double bottom = baseline();
        for (MessageClass messageClass : MessageClass.values()) {
            int count = histogram.count(bin, messageClass);
            if (count > 0) {
                double bar = Math.max(1, height * count / histogram.total(bin));
                bar = Math.min(bar, bottom);
                graphics.setFill(palette.classes().getOrDefault(messageClass, palette.text()));
                graphics.fillRect(left, bottom - bar, barWidth, bar);
                bottom -= bar;
            }
        }
    }

    private void paintAxis(TimeRange sight) {
        graphics.setStroke(palette.line());
        graphics.setLineWidth(1);
        line(0, baseline(), width, baseline());
        double axis = height - AXIS_PIXELS;
        graphics.setFont(FONT);
        graphics.setTextBaseline(VPos.BOTTOM);
        graphics.setTextAlign(TextAlignment.LEFT);
        List<TimeRange> parts = scale.parts(sight);
        for (TimeRange part : parts) {
            double from = x(part.fromNanos(), sight);
            double to = x(part.toNanos(), sight);
            int room = (int) ((to - from) / LABEL_PIXELS);
            boolean isDated = parts.size() > 1;
            if (isDated) {
                paintTick(TimeAxis.date(part.fromNanos()), from, to, axis);
            }
            if (room > 0 || !isDated) {
                TimeAxis.ticks(part, Math.max(1, room))
                        .stream()
                        .filter(tick -> !isDated || x(tick.nanos(), sight) >= from + LABEL_PIXELS)
                        .forEach(tick -> paintTick(tick, x(tick.nanos(), sight), to, axis));
            }
        }
    }

    /// @param end where the next words may begin
    private void paintTick(TimeAxis.Tick tick, double at, double end, double axis) {
        line(at, axis, at, axis + TICK_PIXELS);
        double room = end < width ? widths.of(tick.label(), FONT) + TICK_PIXELS : LABEL_PIXELS / 2;
        if (at < end - room) {
            graphics.setFill(palette.text());
            graphics.fillText(tick.label(), at + TICK_PIXELS, height);
        }
    }

    /// A gap that is drawn shorter than it is: two strokes across the axis at either end, and its
    /// length between them.
    private void paintBreak(TimeScale.Break gap, TimeRange sight) {
        double left = x(gap.fromNanos(), sight);
        double right = x(gap.toNanos(), sight);
        graphics.setFill(palette.ground());
        graphics.fillRect(left + BREAK_SLANT, baseline() - BREAK_SLANT, right - left - 2 * BREAK_SLANT,
                2 * BREAK_SLANT);
        graphics.setStroke(palette.text());
        graphics.setLineWidth(1);
        for (double at : new double[]{left + BREAK_SLANT, right - BREAK_SLANT}) {
            graphics.strokeLine(at - BREAK_SLANT, baseline() + BREAK_SLANT, at + BREAK_SLANT, baseline() - BREAK_SLANT);
        }
        graphics.setLineDashes(1, 3);
        line(left + BREAK_SLANT, 0, left + BREAK_SLANT, baseline() - BREAK_SLANT);
        line(right - BREAK_SLANT, 0, right - BREAK_SLANT, baseline() - BREAK_SLANT);
        graphics.setLineDashes();
        String words = StripText.breakLength(gap);
        double seen = Math.min(width, right) - Math.max(0, left);
        if (widths.of(words, FONT) <= seen - 2 * BREAK_SLANT) {
            graphics.setFont(FONT);
            graphics.setTextAlign(TextAlignment.CENTER);
            graphics.setTextBaseline(VPos.CENTER);
            graphics.setFill(palette.text());
            graphics.fillText(words, (Math.min(width, right) + Math.max(0, left)) / 2, baseline() / 2);
            graphics.setTextAlign(TextAlignment.LEFT);
        }
    }

    /// What is outside the brush recedes; its edges can be taken.
    private void paintBrush(TimeRange range, TimeRange sight) {
        double left = Math.clamp(x(range.fromNanos(), sight), 0, width);
        double right = Math.clamp(x(range.toNanos(), sight), 0, width);
        graphics.setFill(palette.ground().deriveColor(0, 1, 1, VEIL));
        graphics.fillRect(0, 0, left, baseline());
        graphics.fillRect(right, 0, width - right, baseline());
        paintEdge(range.fromNanos(), sight);
        paintEdge(range.toNanos(), sight);
    }

    private void paintEdge(long nanos, TimeRange sight) {
        if (!sight.contains(nanos)) {
            return;
        }
        double at = Math.clamp(x(nanos, sight), 1, width - 2);
        graphics.setStroke(palette.accent());
        line(at, 0, at, baseline());
        double left = Math.floor(at) + 0.5 - HANDLE_WIDTH / 2;
        double top = Math.floor((baseline() - HANDLE_HEIGHT) / 2);
        graphics.setFill(palette.ground());
        graphics.fillRoundRect(left, top, HANDLE_WIDTH, HANDLE_HEIGHT, HANDLE_ARC, HANDLE_ARC);
        graphics.strokeRoundRect(left, top, HANDLE_WIDTH, HANDLE_HEIGHT, HANDLE_ARC, HANDLE_ARC);
    }

    private void paintCursor(long at, TimeRange sight) {
        double x = x(at, sight);
        graphics.setStroke(palette.text());
        graphics.setLineDashes(2, 2);
        line(x, 0, x, baseline());
        graphics.setLineDashes();
    }

    /// A line through the middle of its pixels, so that it is sharp.
    private void line(double fromX, double fromY, double toX, double toY) {
        graphics.strokeLine(Math.floor(fromX) + 0.5, Math.floor(fromY) + 0.5, Math.floor(toX) + 0.5,
                Math.floor(toY) + 0.5);
    }
}
