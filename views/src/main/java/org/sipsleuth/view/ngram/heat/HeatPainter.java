package org.sipsleuth.view.ngram.heat;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.Locale;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.sipsleuth.view.ui.chart.ChartColours;

/// Draws a heat map: only the rows in view.
final class HeatPainter {

    private static final Font LETTERS = Font.font(11);
    private static final Font TICKS = Font.font(10);
    private static final Font STRONG = Font.font(Font.getDefault().getFamily(), FontWeight.BOLD, 11);
    private static final Font BYTES = Font.font("DejaVu Sans Mono", 10);
    private static final double LEGEND_WIDTH = 150;
    private static final double LEGEND_HEIGHT = 10;
    private static final double TICK_ROOM = 46;
    private static final double SCORE_ROOM = 28;

    private final GraphicsContext graphics;
    private final ChartColours colours;
    private final HeatPlaces places;
    private final Picture picture;
    private final Viridis viridis;

    /// What is drawn.
    ///
    /// @param top how far the rows are scrolled, in pixels
    /// @param selected the row that is selected, or -1
    /// @param cell the byte that is chosen in it, or -1
    /// @param threshold from which score on a message is anomalous; NaN to judge none
    /// @param full what has the end of the colour scale
    /// @param fullMissing the same of the column *missing*
    record Picture(HeatRows rows, HeatLayout layout, RowCache cache, double top, int selected, int cell,
            boolean isFocused, double threshold, ScoreScale scale, double full, double fullMissing) {}

    HeatPainter(GraphicsContext graphics, ChartColours colours, HeatPlaces places, Picture picture) {
        this.graphics = graphics;
        this.colours = colours;
        this.places = places;
        this.picture = picture;
        viridis = new Viridis(colours.fx(ChartColours.GROUND));
    }

    void paint() {
        graphics.clearRect(0, 0, places.width(), places.height());
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setLineDashes();
        heads();
        graphics.save();
        graphics.beginPath();
        graphics.rect(0, HeatPlaces.TOP, places.width(), places.plotHeight());
        graphics.clip();
        double top = picture.top();
        double bottom = top + places.plotHeight();
        for (HeatLayout.Group group : picture.layout().between(top, bottom)) {
            band(group);
        }
        HeatLayout layout = picture.layout();
        int row = layout.firstBelow(top);
        for (; row < picture.rows().count() && layout.top(row) < bottom; row++) {
            row(row);
        }
        select();
        graphics.restore();
        axis();
        threshold();
        legend();
    }

    private double y(int row) {
        return Math.floor(HeatPlaces.TOP + picture.layout().top(row) - picture.top());
    }

    private void heads() {
        graphics.setFont(STRONG);
        graphics.setFill(colours.fx(ChartColours.TEXT));
        graphics.setTextAlign(TextAlignment.LEFT);
        double y = 10;
        graphics.fillText(text("ngram.heat.cluster"), HeatPlaces.BAND, y);
        graphics.fillText(text("ngram.heat.zoom." + places.zoom().name()), HeatPlaces.LEFT, y, places.plotWidth() - 50);
        graphics.setTextAlign(TextAlignment.RIGHT);
        graphics.fillText(text("ngram.heat.frame"), HeatPlaces.FRAME_RIGHT, y);
        graphics.fillText(text("ngram.heat.missing"), places.missingLeft() + HeatPlaces.MISSING_WIDTH, y);
        graphics.fillText(text("ngram.heat.score"), places.scoreLeft() + HeatPlaces.SCORE_WIDTH, y);
        ruler();
    }

    /// The header fields of the selected message, or the names of the columns.
    private void ruler() {
        double y = HeatPlaces.TOP - 17;
        graphics.setFont(TICKS);
        if (places.zoom() == HeatZoom.FIELDS) {
            for (int column = places.first(); column < places.end(); column++) {
                label(places.x(column), y, places.column(), FieldColumns.shortName(column), picture.cell() == column);
            }
            return;
        }
        HeatRow row = picture.selected() < 0 ? null : picture.cache().get(picture.selected());
        if (row == null) {
            return;
        }
        int bytes = places.zoom().bytes();
        double end = places.x(places.end());
        for (HeatField field : row.fields()) {
            double from = Math.max(HeatPlaces.LEFT, place(field.from(), bytes));
            double to = Math.min(end, place(field.to(), bytes));
            if (to > from) {
                boolean isIts = picture.cell() >= field.from() && picture.cell() < field.to();
                label(from, y, to - from, FieldColumns.shortName(field.column()), isIts);
            }
        }
    }

    private double place(int offset, int bytes) {
        return HeatPlaces.LEFT + ((double) offset / bytes - places.first()) * places.column();
    }

    private void label(double x, double y, double width, String words, boolean isStrong) {
        graphics.setStroke(colours.fx(isStrong ? "anomaly-chosen" : ChartColours.GRID));
        graphics.setLineWidth(1);
        graphics.strokeRect(Math.floor(x) + 0.5, y + 0.5, Math.max(1, Math.floor(width) - 1), 14);
        if (width >= words.length() * 6 + 2) {
            graphics.setTextAlign(TextAlignment.CENTER);
            graphics.setFill(colours.fx(isStrong ? "anomaly-letters" : ChartColours.TEXT));
            graphics.fillText(words, x + width / 2, y + 8);
        }
    }

    private void band(HeatLayout.Group group) {
        if (group.cluster() < 0) {
            return;
        }
        double from = Math.max(HeatPlaces.TOP, y(group.from()));
        double to = Math.min(places.bottom(), y(group.to() - 1) + HeatLayout.ROW - 1);
        graphics.setFill(colours.fx(ClusterColours.style(group.cluster())));
        graphics.fillRect(HeatPlaces.BAND, from, HeatPlaces.BAND_WIDTH, to - from);
        if (to - from >= HeatLayout.ROW - 1) {
            graphics.setFont(STRONG);
            graphics.setFill(colours.fx("anomaly-letters"));
            graphics.setTextAlign(TextAlignment.LEFT);
            graphics.fillText(ClusterColours.name(group.cluster()), HeatPlaces.BAND + HeatPlaces.BAND_WIDTH + 4,
                    (from + to) / 2);
        }
    }

    private void row(int row) {
        double y = y(row);
        double height = HeatLayout.ROW - 1;
        graphics.setFont(LETTERS);
        graphics.setTextAlign(TextAlignment.RIGHT);
        graphics.setFill(colours.fx(row == picture.selected() ? "anomaly-letters" : ChartColours.TEXT));
        graphics.fillText(Integer.toString(picture.rows().frame(row)), HeatPlaces.FRAME_RIGHT, y + height / 2);
        HeatRow known = picture.cache().get(row);
        if (known != null) {
            cells(known, y, height);
        }
        score(row, y + height / 2);
    }

    private void cells(HeatRow row, double y, double height) {
        Color inset = colours.fx("anomaly-inset");
        int bytes = places.zoom().bytes();
        double width = places.column();
        int end = bytes == 0 ? places.end() : Math.min(places.end(), columns(row, bytes));
        if (bytes > 0 && end > places.first()) {
            double right = Math.min(place(row.length(), bytes), places.x(places.end()));
            graphics.setFill(inset);
            graphics.fillRect(HeatPlaces.LEFT, y, right - HeatPlaces.LEFT, height);
        }
        for (int column = places.first(); column < end; column++) {
            double value = bytes == 0 ? row.sum(column) : row.most(column * bytes, (column + 1) * bytes);
            double x = places.x(column);
            Color fill = value > 0 ? viridis.of(value / picture.full()) : inset;
            if (value > 0 || (bytes == 0 && value == 0)) {
                graphics.setFill(fill);
                graphics.fillRect(x, y, bytes == 0 ? width - 2 : width, height);
            }
            if (places.zoom() == HeatZoom.LETTERS) {
                letter(row.byteAt(column), x + width / 2, y + height / 2, fill);
            }
        }
        if (bytes > 0 && columns(row, bytes) > places.end()) {
            longer(places.x(places.end()) + 2, y + height / 2);
        }
        double missing = row.missing();
        graphics.setFill(missing > 0 ? viridis.of(missing / picture.fullMissing()) : inset);
        graphics.fillRect(places.missingLeft(), y, HeatPlaces.MISSING_WIDTH, height);
    }

    private static int columns(HeatRow row, int bytes) {
        return (row.length() + bytes - 1) / bytes;
    }

    private void letter(int value, double x, double y, Color ground) {
        graphics.setFont(BYTES);
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.setFill(Viridis.letters(ground));
        graphics.fillText(ByteLetters.of(value), x, y);
    }

    private void longer(double x, double y) {
        graphics.setFill(colours.fx("anomaly-letters"));
        graphics.fillPolygon(new double[]{x, x + 4, x}, new double[]{y - 3, y, y + 3}, 3);
    }

    private double scoreX(double score) {
        return places.scoreLeft() + picture.scale().share(score) * HeatPlaces.SCORE_WIDTH;
    }

    private void score(int row, double y) {
        double score = picture.rows().score(row);
        double x = scoreX(score);
        graphics.setStroke(colours.fx(ChartColours.GRID));
        graphics.setLineWidth(1);
        graphics.strokeLine(places.scoreLeft(), Math.floor(y) + 0.5, x, Math.floor(y) + 0.5);
        boolean isAnomalous = score >= picture.threshold();
        graphics.setFill(colours.fx(isAnomalous ? "anomaly-mark" : ChartColours.TEXT));
        if (isAnomalous) {
            graphics.fillOval(x - 4, y - 4, 8, 8);
        } else {
            graphics.fillRect(x - 1.5, y - 4, 3, 8);
        }
    }

    private void select() {
        int row = picture.selected();
        if (row < 0 || row >= picture.rows().count()) {
            return;
        }
        double y = y(row);
        graphics.setStroke(colours.fx("anomaly-chosen"));
        graphics.setLineWidth(2);
        double left = HeatPlaces.FRAME_RIGHT - 42;
        graphics.strokeRect(left, y - 1, places.width() - left - 4, HeatLayout.ROW + 1);
        int bytes = places.zoom().bytes();
        int column = bytes == 0 ? picture.cell() : picture.cell() / bytes;
        if (picture.cell() >= 0 && column >= places.first() && column < places.end()) {
            graphics.setStroke(colours.fx("anomaly-letters"));
            graphics.setLineWidth(picture.isFocused() ? 2 : 1);
            double x = places.x(column);
            graphics.strokeRect(x - 0.5, y - 0.5, places.column() + 1, HeatLayout.ROW);
        }
    }

    private void axis() {
        double y = places.bottom() + 9;
        graphics.setFont(TICKS);
        graphics.setFill(colours.fx(ChartColours.TEXT));
        graphics.setTextAlign(TextAlignment.CENTER);
        int bytes = places.zoom().bytes();
        if (bytes > 0) {
            int step = (int) Math.ceil(TICK_ROOM / places.column() * bytes / 20) * 20;
            for (int at = (places.first() * bytes + step - 1) / step * step; at <= places.end() * bytes; at += step) {
                graphics.fillText(Integer.toString(at), place(at, bytes), y);
            }
        }
        double last = Double.NEGATIVE_INFINITY;
        for (double decade = Math.pow(10, Math.ceil(Math.log10(picture.scale().low())));
                decade <= picture.scale().high(); decade *= 10) {
            if (scoreX(decade) - last >= SCORE_ROOM) {
                last = scoreX(decade);
                graphics.fillText(decade(decade), last, y);
            }
        }
    }

    private static String decade(double value) {
        return value >= 1 ? String.format(Locale.ROOT, "%.0f", value) : String.format(Locale.ROOT, "%.1g", value);
    }

    private void threshold() {
        if (Double.isNaN(picture.threshold()) || picture.rows().count() == 0) {
            return;
        }
        double x = Math.floor(scoreX(picture.threshold())) + 0.5;
        Color colour = colours.fx("anomaly-letters");
        graphics.setStroke(colour);
        graphics.setLineWidth(1);
        graphics.setLineDashes(3, 3);
        graphics.strokeLine(x, HeatPlaces.TOP, x, places.bottom());
        graphics.setLineDashes();
        graphics.setFill(colour);
        double y = places.bottom() + 16;
        graphics.fillPolygon(new double[]{x - 5, x, x + 5}, new double[]{y + 8, y, y + 8}, 3);
        graphics.setFont(TICKS);
        graphics.setTextAlign(TextAlignment.RIGHT);
        graphics.fillText(text("ngram.heat.threshold", number(picture.threshold())), places.width() - 6, y + 18);
    }

    private void legend() {
        double x = HeatPlaces.LEFT;
        double y = places.bottom() + 20;
        graphics.setFont(TICKS);
        graphics.setTextAlign(TextAlignment.LEFT);
        graphics.setFill(colours.fx("anomaly-inset"));
        graphics.fillRect(x, y, 10, LEGEND_HEIGHT);
        for (int i = 10; i < LEGEND_WIDTH; i++) {
            double place = i / LEGEND_WIDTH;
            graphics.setFill(viridis.of(place * place));
            graphics.fillRect(x + i, y, 1.5, LEGEND_HEIGHT);
        }
        graphics.setFill(colours.fx(ChartColours.TEXT));
        graphics.fillText("0", x, y + 18);
        graphics.setTextAlign(TextAlignment.CENTER);
        graphics.fillText(number(picture.full() / 4), x + LEGEND_WIDTH / 2, y + 18);
        graphics.fillText("≥ " + number(picture.full()), x + LEGEND_WIDTH, y + 18);
        graphics.setTextAlign(TextAlignment.LEFT);
        double room = places.scoreLeft() - x - LEGEND_WIDTH - 28;
        double beside = x + LEGEND_WIDTH + 26;
        if (room > 60) {
            graphics.fillText(
                    text(places.zoom() == HeatZoom.FIELDS ? "ngram.heat.legend.field" : "ngram.heat.legend.byte"),
                    beside, y + 5, room);
            graphics.fillText(text("ngram.heat.legend.more"), beside, y + 18, room);
        }
    }

    static String number(double value) {
        double size = Math.abs(value);
        return size >= 100 ? String.format(Locale.ROOT, "%.0f", value)
                : size >= 10 ? String.format(Locale.ROOT, "%.1f", value)
                : size >= 0.1 || size == 0 ? String.format(Locale.ROOT, "%.2f", value)
                : String.format(Locale.ROOT, "%.2g", value);
    }
}
