package org.sipsleuth.view.flood.lane;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;
import javafx.scene.paint.ImagePattern;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.flood.network.FloodNetwork;
import org.sipsleuth.flood.network.NetworkKind;
import org.sipsleuth.view.flood.traffic.Aggregate;
import org.sipsleuth.view.flood.traffic.Slices;
import org.sipsleuth.view.flood.traffic.Traffic;
import org.sipsleuth.view.session.Selection.TimeRange;
import org.sipsleuth.view.session.TimeAxis;
import org.sipsleuth.view.ui.TruthWords;
import org.sipsleuth.view.ui.UtcTime;
import org.sipsleuth.view.ui.chart.ChartColours;

/// Draws the lanes.
final class LanePainter {

    static final String FLOOD = "flood-mark";
    static final String INVITES = "flood-invites";
    static final String ANSWERS = "flood-answers";
    static final String INSET = "flood-inset";
    static final String LETTERS = "flood-letters";
    static final String BRUSH = "flood-brush";

    private static final Font FONT = Font.font(11);
    private static final Font BOLD = Font.font(null, FontWeight.BOLD, 11);
    private static final Font SMALL = Font.font(10);
    private static final double LABEL_PIXELS = 110;
    private static final double FOOT = 3;
    private static final double CAP = 3;
    private static final double MARK = 4;
    private static final double LEAST_BAND = 3;
    private static final double HEAD_LINES = 25;
    private static final double NAME = 96;
    private static final int HATCH = 6;
    private static final double SUBPIXELS = 4;

    /// What is drawn.
    ///
    /// @param aggregate the traffic
    /// @param sight the time in view, maybe already another than that of the aggregate
    /// @param brush the chosen time
    /// @param cursor a moment whose values are written
    /// @param window the moments of the window that is looked at
    /// @param isLogarithmic whether rates and counts are drawn so
    /// @param thresholdOf where the score of a network flags
    record Picture(Aggregate aggregate, TimeRange sight, Optional<TimeRange> brush, OptionalLong cursor,
            Optional<TimeRange> window, boolean isLogarithmic, ToDoubleFunction<NetworkKind> thresholdOf) {}

    private final GraphicsContext graphics;
    private final ChartColours colours;
    private final Places places;
    private final Picture picture;
    private final Aggregate data;
    private final Traffic traffic;

    LanePainter(GraphicsContext graphics, ChartColours colours, Places places, Picture picture) {
        this.graphics = graphics;
        this.colours = colours;
        this.places = places;
        this.picture = picture;
        this.data = picture.aggregate();
        this.traffic = data.traffic();
    }

    void paint() {
        graphics.clearRect(0, 0, places.width(), places.height());
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setLineWidth(1);
        graphics.save();
        graphics.beginPath();
        graphics.rect(Places.LEFT, 0, places.plotWidth(), places.height());
        graphics.clip();
        bandGrounds();
        graphics.restore();
        rates();
        halfOpen();
        int lane = 0;
        verdict(places.verdict(lane), text("flood.lane.overdue"), text("flood.lane.overdue.unit"), data::overdue,
                Traffic.OVERDUE_THRESHOLD);
        known(places.verdict(lane++));
        for (NetworkKind kind : NetworkKind.values()) {
            verdict(places.verdict(lane++), text("flood.lane." + kind.word()), text("flood.lane.probability"),
                    pixel -> data.verdict(kind, pixel), picture.thresholdOf().applyAsDouble(kind));
        }
        verdict(places.verdict(lane), text("flood.lane.cusum"), text("flood.lane.cusum.unit"), data::cusum,
                Traffic.CUSUM_THRESHOLD);
        if (places.hasTruth()) {
            truth();
        }
        inPlot(this::bands);
        axis();
        inPlot(this::brush);
        window();
        inPlot(this::bandNames);
        cursor();
    }

    private void inPlot(Runnable drawing) {
        graphics.save();
        graphics.beginPath();
        graphics.rect(Places.LEFT, 0, places.plotWidth(), places.height());
        graphics.clip();
        drawing.run();
        graphics.restore();
    }

    private double x(long nanos) {
        TimeRange sight = picture.sight();
        double span = Math.max(1, sight.toNanos() - sight.fromNanos());
        return Places.LEFT + places.plotWidth() * ((nanos - sight.fromNanos()) / span);
    }

    private void bandGrounds() {
        Color flood = colours.fx(FLOOD);
        for (Traffic.Flood found : traffic.floods()) {
            Traffic.Band band = found.band();
            double left = Math.floor(x(band.fromNanos()));
            double right = Math.max(left + LEAST_BAND, Math.ceil(x(band.toNanos())));
            graphics.setFill(flood.deriveColor(0, 1, 1, 0.1));
            graphics.fillRect(left, 0, right - left, places.lanesFoot());
            graphics.setFill(flood);
            graphics.fillRect(left, 0, right - left, CAP);
        }
    }

    private void bands() {
        Color flood = colours.fx(FLOOD);
        for (Traffic.Flood found : traffic.floods()) {
            Traffic.Band band = found.band();
            double left = Math.floor(x(band.fromNanos())) + 0.5;
            double right = Math.max(left + LEAST_BAND, Math.ceil(x(band.toNanos())) + 0.5);
            graphics.setStroke(flood);
            graphics.setLineDashes(3, 3);
            graphics.strokeLine(left, CAP, left, places.lanesFoot());
            graphics.strokeLine(right, CAP, right, places.lanesFoot());
            graphics.setLineDashes();
        }
    }

    /// Over all else; a name that has no room is left out.
    private void bandNames() {
        graphics.setTextAlign(TextAlignment.LEFT);
        double free = Places.LEFT;
        int number = 0;
        for (Traffic.Flood flood : traffic.floods()) {
            Traffic.Band band = flood.band();
            number++;
            double left = x(band.fromNanos());
            double right = Math.max(left + LEAST_BAND, x(band.toNanos()));
            double at = Math.max(left, Places.LEFT) + 4;
            if (at >= free && right > Places.LEFT) {
                graphics.setFill(colours.fx(ChartColours.GROUND).deriveColor(0, 1, 1, 0.8));
                graphics.fillRect(at - 2, CAP + 2, NAME - 4, HEAD_LINES);
                graphics.setFont(BOLD);
                graphics.setFill(colours.fx(LETTERS));
                graphics.fillText(text("flood.band", number), at, 12);
                graphics.setFont(SMALL);
                graphics.setFill(colours.fx(ChartColours.TEXT));
                graphics.fillText(FloodWords.of(flood.course()), at, 24);
                free = at + NAME;
            }
        }
    }

    private void rates() {
        Places.Lane lane = places.rate();
        Slices bins = data.bins();
        double highest = 0;
        for (int bin = 0; bin < bins.count(); bin++) {
            highest = Math.max(highest, Math.max(data.invites(bin), data.answers(bin)));
        }
        Scale scale = Scale.upTo(highest, 1 / bins.seconds(), picture.isLogarithmic());
        grid(lane, scale, (int) (lane.height() / 28));
        inPlot(() -> {
            never(lane, scale);
            step(lane, scale, data::acks, colours.fx(LETTERS), 1.2);
            graphics.setLineDashes(4, 3);
            step(lane, scale, data::answers, colours.fx(ANSWERS), 1.4);
            graphics.setLineDashes();
            step(lane, scale, data::invites, colours.fx(INVITES), 1.4);
        });
        graphics.setLineWidth(1);
        label(traffic.host(), 4, lane.top() + 8, true);
        label(text(picture.isLogarithmic() ? "flood.lane.rate.log" : "flood.lane.rate"), 4, lane.top() + 22, false);
        label(text("flood.lane.rate.bin", UtcTime.length(bins.seconds() * 1e9)), 4, lane.top() + 35, false);
        double top = lane.top() + 51;
        if (lane.height() > 96) {
            key(top, text("flood.lane.invites"), colours.fx(INVITES), 0);
            key(top + 13, text("flood.lane.answers"), colours.fx(ANSWERS), 4);
            key(top + 26, text("flood.lane.acks"), colours.fx(LETTERS), 0);
            if (lane.height() > 108) {
                graphics.setFill(hatching());
                graphics.fillRect(6, top + 34, 16, 9);
                label(text("flood.lane.never"), 28, top + 39, false);
            }
        }
    }

    private void key(double y, String words, Color colour, double dash) {
        graphics.setStroke(colour);
        graphics.setLineWidth(2);
        if (dash > 0) {
            graphics.setLineDashes(dash, dash - 1);
        }
        graphics.strokeLine(6, y, 22, y);
        graphics.setLineDashes();
        graphics.setLineWidth(1);
        label(words, 28, y, false);
    }

    private void step(Places.Lane lane, Scale scale, IntToDoubleFunction rate, Color colour, double width) {
        Slices bins = data.bins();
        graphics.setStroke(colour);
        graphics.setLineWidth(width);
        graphics.beginPath();
        for (int bin = 0; bin < bins.count(); bin++) {
            double y = lane.y(scale.share(rate.applyAsDouble(bin)));
            double left = x(bins.startOf(bin));
            if (bin == 0) {
                graphics.moveTo(left, y);
            } else {
                graphics.lineTo(left, y);
            }
            graphics.lineTo(x(bins.startOf(bin + 1)), y);
        }
        graphics.stroke();
    }

    /// Between INVITEs and ACKs: calls that nobody acknowledges.
    private void never(Places.Lane lane, Scale scale) {
        Slices bins = data.bins();
        Paint hatching = hatching();
        for (int bin = 0; bin < bins.count(); bin++) {
            double top = lane.y(scale.share(data.invites(bin)));
            double foot = lane.y(scale.share(data.acks(bin)));
            double left = x(bins.startOf(bin));
            double right = x(bins.startOf(bin + 1));
            graphics.setFill(colours.fx(INVITES).deriveColor(0, 1, 1, 0.1));
            graphics.fillRect(left, top, right - left, lane.foot() - top);
            boolean isMany = data.invites(bin) > 2 * data.acks(bin) + 3 / bins.seconds();
            if (isMany && foot > top) {
                graphics.setFill(hatching);
                graphics.fillRect(left, top, right - left, foot - top);
            }
        }
    }

    /// Lines at 45 degrees, as a pattern: drawn one by one they took most of a frame.
    private Paint hatching() {
        Color colour = colours.fx(FLOOD).deriveColor(0, 1, 1, 0.8);
        WritableImage tile = new WritableImage(HATCH, HATCH);
        Color beside = colour.deriveColor(0, 1, 1, 0.35);
        for (int y = 0; y < HATCH; y++) {
            int x = HATCH - 1 - y;
            tile.getPixelWriter().setColor(x, y, colour);
            tile.getPixelWriter().setColor((x + 1) % HATCH, y, beside);
        }
        return new ImagePattern(tile, 0, 0, HATCH, HATCH, false);
    }

    private void halfOpen() {
        Places.Lane lane = places.halfOpen();
        double highest = 1;
        for (int pixel = 0; pixel < data.pixels().count(); pixel++) {
            double value = data.halfOpen(pixel);
            highest = value > highest ? value : highest;
        }
        Scale scale = Scale.upTo(highest, 1, picture.isLogarithmic());
        grid(lane, scale, (int) (lane.height() / 20));
        double before = traffic.halfOpen().at(data.pixels().fromNanos());
        double held = Double.isNaN(before) ? 0 : before;
        Columns columns = new Columns(lane.foot());
        Color open = colours.fx(INVITES).deriveColor(0, 1, 1, 0.45);
        for (int pixel = 0; pixel < data.pixels().count(); pixel++) {
            double value = data.halfOpen(pixel);
            double shown = Double.isNaN(value) ? held : value;
            columns.add(pixel, open, lane.foot() - lane.y(scale.share(shown)));
            double last = traffic.halfOpen().at(data.pixels().startOf(pixel + 1) - 1);
            held = Double.isNaN(last) ? 0 : last;
        }
        columns.draw();
        label(text("flood.lane.open"), 4, lane.top() + 6, true);
        if (lane.height() > 26) {
            label(text("flood.lane.open.unit"), 4, lane.top() + 19, false);
        }
    }

    /// Columns of pixels that stand on a line; equal ones beside each other are drawn as one.
    private final class Columns {

        private final double foot;
        private double left;
        private double right = Double.NaN;
        private double height;
        private @Nullable Color colour;

        Columns(double foot) {
            this.foot = foot;
        }

        void add(int pixel, Color its, double high) {
            double from = Math.rint(x(data.pixels().startOf(pixel)));
            double to = Math.rint(x(data.pixels().startOf(pixel + 1)));
            double rounded = Math.rint(high * SUBPIXELS) / SUBPIXELS;
            if (its.equals(colour) && rounded == height && from == right) {
                right = to;
                return;
            }
            draw();
            colour = its;
            left = from;
            right = to;
            height = rounded;
        }

        void draw() {
            double end = Places.LEFT + places.plotWidth();
            if (colour != null && right > Places.LEFT && left < end) {
                double from = Math.max(left, Places.LEFT);
                graphics.setFill(colour);
                graphics.fillRect(from, foot - height, Math.max(1, Math.min(right, end) - from), height);
            }
            colour = null;
        }
    }

    private void verdict(Places.Lane lane, String name, String unit, IntToDoubleFunction value, double threshold) {
        graphics.setFill(colours.fx(INSET));
        graphics.fillRect(Places.LEFT, lane.top(), places.plotWidth(), lane.height());
        Color flagged = colours.fx(FLOOD).deriveColor(0, 1, 1, 0.75);
        Color other = colours.fx(ChartColours.TEXT).deriveColor(0, 1, 1, 0.45);
        Columns columns = new Columns(lane.foot());
        Columns feet = new Columns(lane.foot() + FOOT);
        for (int pixel = 0; pixel < data.pixels().count(); pixel++) {
            double score = value.applyAsDouble(pixel);
            if (Double.isNaN(score)) {
                continue;
            }
            boolean isFlagged = score >= threshold;
            columns.add(pixel, isFlagged ? flagged : other, Math.max(1, score * lane.height()));
            if (isFlagged) {
                feet.add(pixel, colours.fx(FLOOD), FOOT);
            }
        }
        columns.draw();
        feet.draw();
        double y = Math.floor(lane.y(threshold)) + 0.5;
        graphics.setStroke(colours.fx(LETTERS));
        graphics.setLineDashes(1, 3);
        graphics.strokeLine(Places.LEFT, y, Places.LEFT + places.plotWidth(), y);
        graphics.setLineDashes();
        label(name, 4, lane.top() + lane.height() / 2, true);
        right(unit, Places.LEFT - 8, lane.top() + lane.height() / 2, false);
    }

    /// When the rule knew each flood: a triangle on its lane.
    private void known(Places.Lane lane) {
        inPlot(() -> {
            graphics.setFill(colours.fx(LETTERS));
            for (Traffic.Flood flood : traffic.floods()) {
                flood.known().ifPresent(known -> {
                    double at = x(known);
                    graphics.fillPolygon(new double[]{at - MARK, at + MARK, at},
                            new double[]{lane.top() - 1, lane.top() - 1, lane.top() - 1 + 2 * MARK}, 3);
                });
            }
        });
    }

    private void truth() {
        Places.Lane lane = places.truth();
        label(text("flood.lane.truth"), 4, lane.top() + lane.height() / 2, true);
        inPlot(() -> {
            for (Traffic.TrueSpan span : traffic.truth()) {
                double left = Math.floor(x(span.band().fromNanos())) + 0.5;
                double width = Math.max(LEAST_BAND, Math.ceil(x(span.band().toNanos())) - left + 0.5);
                graphics.setFill(colours.fx(TruthWords.styleClass(span.label().trafficClass())));
                graphics.fillRect(left, lane.top(), width, lane.height() - 2);
                graphics.setStroke(colours.fx(LETTERS));
                graphics.strokeRect(left, lane.top(), width, lane.height() - 2);
                String word = TruthWords.of(span.label());
                if (width > 7.0 * word.length() + 8) {
                    graphics.setFont(SMALL);
                    graphics.setFill(Color.BLACK);
                    graphics.setTextAlign(TextAlignment.CENTER);
                    graphics.fillText(word, left + width / 2, lane.top() + lane.height() / 2 - 1, width - 4);
                }
            }
        });
    }

    private void axis() {
        double top = Math.floor(places.lanesFoot()) + 0.5;
        graphics.setStroke(colours.fx(ChartColours.GRID));
        graphics.strokeLine(Places.LEFT, top, Places.LEFT + places.plotWidth(), top);
        graphics.setFont(FONT);
        graphics.setFill(colours.fx(ChartColours.TEXT));
        graphics.setTextAlign(TextAlignment.CENTER);
        int room = Math.max(1, (int) (places.plotWidth() / LABEL_PIXELS));
        List<TimeAxis.Tick> ticks = TimeAxis.ticks(picture.sight(), room);
        for (TimeAxis.Tick tick : ticks) {
            double at = Math.floor(x(tick.nanos())) + 0.5;
            graphics.strokeLine(at, top, at, top + 4);
            if (at < places.width() - LABEL_PIXELS / 2) {
                graphics.fillText(tick.label(), at, top + 12);
            }
        }
        label(text("flood.lane.time"), 4, top + 11, false);
    }

    /// What is outside the brush recedes.
    private void brush() {
        picture.brush().ifPresent(range -> {
            double left = x(range.fromNanos());
            double right = x(range.toNanos());
            double end = Places.LEFT + places.plotWidth();
            graphics.setFill(colours.fx(ChartColours.GROUND).deriveColor(0, 1, 1, 0.6));
            graphics.fillRect(Places.LEFT, 0, left - Places.LEFT, places.lanesFoot());
            graphics.fillRect(right, 0, end - right, places.lanesFoot());
            graphics.setStroke(colours.fx(BRUSH));
            graphics.setLineWidth(1.5);
            graphics.strokeLine(left, 0, left, places.lanesFoot());
            graphics.strokeLine(right, 0, right, places.lanesFoot());
            graphics.setLineWidth(1);
        });
    }

    private void window() {
        picture.window().ifPresent(range -> inPlot(() -> {
            double left = Math.floor(x(range.fromNanos())) + 0.5;
            double width = Math.max(LEAST_BAND, x(range.toNanos()) - left);
            graphics.setFill(colours.fx(BRUSH).deriveColor(0, 1, 1, 0.3));
            graphics.fillRect(left, CAP, width, places.lanesFoot() - CAP);
            graphics.setStroke(colours.fx(BRUSH));
            graphics.strokeRect(left, CAP, width, places.lanesFoot() - CAP);
        }));
    }

    private void cursor() {
        if (picture.cursor().isEmpty()) {
            return;
        }
        long at = picture.cursor().getAsLong();
        double place = Math.floor(x(at)) + 0.5;
        if (place < Places.LEFT || place > Places.LEFT + places.plotWidth()) {
            return;
        }
        graphics.setStroke(colours.fx(LETTERS));
        graphics.strokeLine(place, CAP, place, places.lanesFoot());
        tag(at, place);
        Slices bins = data.bins();
        int bin = Math.clamp((long) ((at - bins.fromNanos()) / 1e9 / bins.seconds()), 0, bins.count() - 1);
        double x = Places.LEFT + places.plotWidth() + 8;
        double y = places.rate().top() + 8;
        label(text("flood.cursor.invites", number(data.invites(bin))), x, y, true);
        label(text("flood.cursor.answers", number(data.answers(bin))), x, y + 15, true);
        label(text("flood.cursor.acks", number(data.acks(bin))), x, y + 30, true);
        double open = traffic.halfOpen().at(at);
        Places.Lane lane = places.halfOpen();
        value(lane, Double.isNaN(open) ? "" : number(open));
        int verdict = 0;
        double share = traffic.overdue().at(at);
        value(places.verdict(verdict++),
                Double.isNaN(share) ? "" : text("flood.cursor.overdue", Math.round(share * FloodNetwork.MESSAGES)));
        for (NetworkKind kind : NetworkKind.values()) {
            double score = traffic.verdict(kind).at(at);
            value(places.verdict(verdict++),
                    Double.isNaN(score) ? text(traffic.isScored() ? "flood.cursor.none" : "flood.cursor.scoring")
                            : String.format(Locale.ROOT, "%.3f", score));
        }
        double cusum = traffic.cusum().at(at);
        value(places.verdict(verdict), Double.isNaN(cusum) ? ""
                : text("flood.cursor.nats", String.format(Locale.ROOT, "%.1f", cusum * Traffic.HIGHEST_CUSUM)));
    }

    private void tag(long at, double place) {
        String words = UtcTime.clock(at);
        double width = 84;
        double left = Math.clamp(place - width / 2, Places.LEFT,
                Math.max(Places.LEFT, Places.LEFT + places.plotWidth() - width));
        graphics.setFill(colours.fx(LETTERS));
        graphics.fillRoundRect(left, places.lanesFoot() + 2, width, 17, 4, 4);
        graphics.setFont(BOLD);
        graphics.setFill(colours.fx(ChartColours.GROUND));
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.fillText(words, left + width / 2, places.lanesFoot() + 10.5, width - 6);
    }

    private void value(Places.Lane lane, String words) {
        label(words, Places.LEFT + places.plotWidth() + 8, lane.top() + Math.min(lane.height() / 2, 10), true);
    }

    private void grid(Places.Lane lane, Scale scale, int atMost) {
        graphics.setStroke(colours.fx(ChartColours.GRID));
        for (double tick : scale.ticks(Math.max(2, atMost))) {
            double y = Math.floor(lane.y(scale.share(tick))) + 0.5;
            graphics.strokeLine(Places.LEFT, y, Places.LEFT + places.plotWidth(), y);
            graphics.setFont(SMALL);
            graphics.setFill(colours.fx(ChartColours.TEXT));
            graphics.setTextAlign(TextAlignment.RIGHT);
            graphics.fillText(number(tick), Places.LEFT - 8, y);
        }
    }

    private void label(String words, double x, double y, boolean isBold) {
        graphics.setTextAlign(TextAlignment.LEFT);
        write(words, x, y, isBold);
    }

    private void right(String words, double x, double y, boolean isBold) {
        graphics.setTextAlign(TextAlignment.RIGHT);
        write(words, x, y, isBold);
    }

    private void write(String words, double x, double y, boolean isBold) {
        graphics.setFont(isBold ? BOLD : FONT);
        graphics.setFill(colours.fx(isBold ? LETTERS : ChartColours.TEXT));
        graphics.fillText(words, x, y);
    }

    private static String number(double number) {
        return number >= 10 || number == Math.rint(number) ? String.format(Locale.ENGLISH, "%,.0f", number)
                : String.format(Locale.ENGLISH, "%.2g", number);
    }
}
