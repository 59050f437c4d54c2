package org.sipsleuth.view.edge.flow;

import static org.sipsleuth.view.edge.text.EdgeText.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.paint.Paint;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.sipsleuth.edge.traffic.MessageClass;
import org.sipsleuth.view.edge.text.EdgeColours;
import org.sipsleuth.view.edge.text.EdgeText;
import org.sipsleuth.view.ui.TextWidths;
import org.sipsleuth.view.ui.chart.ChartColours;

/// Draws the flow, and remembers where its ribbons are.
final class FlowPainter {

    private static final Font BOLD = Font.font(null, FontWeight.BOLD, 11);
    private static final Font FONT = Font.font(11);
    private static final double SWATCH = 8;
    private static final double LINE = 14;
    private static final double INSET = 4;
    private static final double ARROW = 8;
    private static final double NAME_Y = 12;
    private static final double SETTING_Y = 27;

    /// What a ribbon stands for.
    ///
    /// @param stage from which it comes
    /// @param its the class of its messages
    /// @param outcome where it leaves the flow; empty if it goes on
    record Ribbon(int stage, MessageClass its, Optional<FlowOutcome> outcome, double left, double top, double right,
            double bottom) {

        /// Whether a point lies on it; of bent ribbons near it is enough.
        boolean contains(double x, double y) {
            if (outcome.isEmpty() || x > right || y < top || x < left) {
                return outcome.isEmpty() && x >= left && x <= right && y >= top && y <= bottom;
            }
            return y <= bottom;
        }
    }

    private final GraphicsContext graphics;
    private final ChartColours colours;
    private final TextWidths widths;
    private final FlowText words;
    private final Flow flow;
    private final FlowLayout layout;
    private final Paint hatching;
    private final List<Ribbon> ribbons = new ArrayList<>();

    FlowPainter(GraphicsContext graphics, ChartColours colours, TextWidths widths, FlowText words, FlowLayout layout) {
        this.graphics = graphics;
        this.colours = colours;
        this.widths = widths;
        this.words = words;
        this.flow = words.flow();
        this.layout = layout;
        this.hatching = EdgeColours.hatching(colours);
    }

    /// Draws all of it.
    ///
    /// @return the ribbons, those above others last
    List<Ribbon> paint() {
        graphics.setTextBaseline(VPos.CENTER);
        graphics.setTextAlign(TextAlignment.LEFT);
        for (int stage = 0; stage < flow.stages().size(); stage++) {
            through(stage);
        }
        for (int stage = 0; stage < flow.stages().size(); stage++) {
            for (MessageClass its : List.of(MessageClass.ATTACK, MessageClass.LEGITIMATE)) { // the rarer above
                leave(stage, its);
            }
        }
        for (int stage = 0; stage <= flow.stages().size(); stage++) {
            bars(stage);
            head(stage);
        }
        for (int stage = 0; stage < flow.stages().size(); stage++) {
            outcome(stage);
        }
        passed();
        words.feedback().ifPresent(this::feedback);
        return ribbons;
    }

    private double x(int column) {
        return layout.columns().get(column).x();
    }

    private Tally arriving(int column) {
        return column < flow.stages().size() ? flow.stages().get(column).arriving() : flow.passed().count();
    }

    private void through(int stage) {
        Tally on = flow.stages().get(stage).leaving();
        double left = x(stage) + FlowLayout.BAR;
        double right = x(stage + 1);
        for (MessageClass its : MessageClass.values()) {
            double thick = layout.thick(on.of(its));
            if (thick == 0) {
                continue;
            }
            double top = layout.top(its, flow.ingress());
            graphics.setFill(EdgeColours.ribbon(colours, its));
            graphics.fillRect(left, top, right - left, thick);
            if (its == MessageClass.ATTACK) {
                graphics.setFill(hatching);
                graphics.fillRect(left, top, right - left, thick);
            }
            ribbons.add(new Ribbon(stage, its, Optional.empty(), left, top, right, top + thick));
        }
    }

    /// A ribbon that bends down to its outcome.
    private void leave(int stage, MessageClass its) {
        FlowOutcome outcome = flow.stages().get(stage).outcome();
        double thick = layout.thick(outcome.count().of(its));
        if (thick == 0) {
            return;
        }
        double x0 = x(stage) + FlowLayout.BAR;
        double y0 = layout.top(its, flow.ingress()) + layout.thick(flow.stages().get(stage).leaving().of(its));
        double y1 = y0 + thick;
        double left = layout.footLeft(stage, its, outcome.count());
        double right = left + thick;
        double bend = Math.min(layout.foot(), y1 + (left - x0));
        graphics.beginPath();
        graphics.moveTo(x0, y0);
        graphics.bezierCurveTo(x0 + 0.55 * (right - x0), y0, right, y0 + 0.45 * (bend - y0), right, bend);
        graphics.lineTo(right, layout.foot());
        graphics.lineTo(left, layout.foot());
        graphics.lineTo(left, bend);
        graphics.bezierCurveTo(left, bend - 0.55 * (bend - y1), left - 0.45 * (left - x0), y1, x0, y1);
        graphics.closePath();
        graphics.setFill(colours.fx(ChartColours.GROUND).deriveColor(0, 1, 1, 0.75));
        graphics.fill(); // what lies below recedes
        graphics.setFill(its == MessageClass.ATTACK ? EdgeColours.ribbon(colours, its)
                : EdgeColours.of(colours, its).deriveColor(0, 1, 1, 0.7));
        graphics.fill();
        if (its == MessageClass.ATTACK) {
            graphics.setFill(hatching);
            graphics.fill();
        }
        ribbons.add(new Ribbon(stage, its, Optional.of(outcome), left - 2, y0, right + 2, layout.foot()));
    }

    private void bars(int column) {
        Tally its = arriving(column);
        for (MessageClass each : MessageClass.values()) {
            double thick = layout.thick(its.of(each));
            if (thick > 0) {
                graphics.setFill(EdgeColours.of(colours, each));
                graphics.fillRect(x(column), layout.top(each, flow.ingress()), FlowLayout.BAR, thick);
            }
        }
    }

    private void head(int column) {
        double room = layout.columns().get(column).width() - 10;
        boolean isPassed = column == flow.stages().size();
        String name = isPassed ? text("stage.passed") : words.name(column);
        if (!isPassed && widths.of(name, BOLD) > room) {
            name = words.shortName(column);
        }
        String setting = isPassed ? text("stage.messages", flow.passed().count().sum()) : words.setting(column);
        write(widths.fit(name, BOLD, room), x(column), NAME_Y, BOLD, EdgeColours.LETTERS);
        if (widths.of(setting, FONT) > room) {
            setting = isPassed ? text("outcome.count", flow.passed().count().sum()) : words.shortSetting(column);
        }
        write(widths.fit(setting, FONT, room), x(column), SETTING_Y, FONT, ChartColours.TEXT);
    }

    /// An arrow from the SIP stack back to the stage that hears what later ones discard.
    private void feedback(String line) {
        double left = x(words.listener()) + FlowLayout.BAR / 2;
        double right = x(flow.stages().size() - 1) + FlowLayout.BAR / 2;
        double y = layout.top() - FlowLayout.FEEDBACK / 2 + 1;
        double wide = widths.of(line, FONT);
        double from = left + (right - left - wide) / 2 - INSET;
        graphics.setStroke(colours.fx(ChartColours.TEXT));
        graphics.setFill(colours.fx(ChartColours.TEXT));
        graphics.setLineWidth(1);
        graphics.setLineDashes(4, 3);
        graphics.strokeLine(left + ARROW, y, from, y);
        graphics.strokeLine(from + wide + 2 * INSET, y, right, y);
        graphics.strokeLine(right, y, right, layout.top() - 2);
        graphics.setLineDashes();
        graphics.fillPolygon(new double[]{left, left + ARROW, left + ARROW},
                new double[]{y, y - ARROW / 2, y + ARROW / 2}, 3);
        write(line, from + INSET, y, FONT, ChartColours.TEXT);
    }

    private void write(String line, double x, double y, Font font, String colour) {
        graphics.setFont(font);
        graphics.setFill(colours.fx(colour));
        graphics.fillText(line, x, y);
    }

    private void outcome(int stage) {
        FlowOutcome outcome = flow.stages().get(stage).outcome();
        if (outcome.count().sum() == 0) {
            return;
        }
        double left = outcomeLeft(stage);
        double room = outcomeWidth(stage) - 2 * INSET;
        double y = layout.foot() + 13;
        write(widths.fit(words.title(outcome), BOLD, room), left + INSET, y, BOLD, EdgeColours.LETTERS);
        for (MessageClass its : FlowText.classes(outcome)) {
            y += LINE + 1;
            swatch(its, left + INSET, y);
            write(line(outcome, its, room - SWATCH - 5), left + INSET + SWATCH + 5, y, FONT, EdgeColours.LETTERS);
        }
    }

    /// As much as there is room for.
    private String line(FlowOutcome outcome, MessageClass its, double room) {
        for (FlowText.Detail detail : FlowText.Detail.values()) {
            String line = words.count(outcome, its, detail);
            if (widths.of(line, FONT) <= room) {
                return line;
            }
        }
        return widths.fit(words.count(outcome, its, FlowText.Detail.COUNT), FONT, room);
    }

    private void swatch(MessageClass its, double x, double y) {
        double top = Math.rint(y - SWATCH / 2);
        if (its == MessageClass.ATTACK) {
            graphics.setFill(EdgeColours.ribbon(colours, its));
            graphics.fillRect(x, top, SWATCH, SWATCH);
            graphics.setFill(hatching);
            graphics.fillRect(x, top, SWATCH, SWATCH);
            graphics.setStroke(EdgeColours.of(colours, its));
            graphics.setLineWidth(1);
            graphics.strokeRect(x + 0.5, top + 0.5, SWATCH - 1, SWATCH - 1);
        } else {
            graphics.setFill(EdgeColours.of(colours, its));
            graphics.fillRect(x, top, SWATCH, SWATCH);
        }
    }

    /// Where the words of an outcome begin.
    double outcomeLeft(int stage) {
        return x(stage) + FlowLayout.BAR + 2;
    }

    /// How much room they have: up to the next stage that something leaves.
    double outcomeWidth(int stage) {
        int next = stage + 1;
        while (next < flow.stages().size() && flow.stages().get(next).outcome().count().sum() == 0) {
            next++;
        }
        return x(next) - x(stage) - 4;
    }

    private void passed() {
        FlowOutcome passed = flow.passed();
        double left = x(flow.stages().size()) + FlowLayout.BAR + 8;
        double room = layout.columns().getLast().width() - FlowLayout.BAR - 10;
        double y = layout.top() + 8;
        for (MessageClass its : MessageClass.values()) {
            int count = passed.count().of(its);
            if (flow.ingress().of(its) == 0) {
                continue;
            }
            y = Math.max(y, layout.top(its, flow.ingress()) + 8);
            Color colour = EdgeColours.of(colours, its);
            graphics.setFill(colour);
            swatch(its, left, y);
            write(widths.fit(text("outcome.count", count), BOLD, room), left + SWATCH + 5, y, BOLD,
                    EdgeColours.LETTERS);
            y += LINE;
            write(widths.fit(words.words().of(its), FONT, room), left, y, FONT, EdgeColours.LETTERS);
            y += LINE;
            write(EdgeText.percent(count, flow.ingress().of(its)), left, y, FONT, EdgeColours.LETTERS);
            y += LINE;
            int delayed = passed.part().of(its);
            if (delayed > 0) {
                write(widths.fit(text("outcome.delayed", delayed), FONT, room), left, y, FONT, ChartColours.TEXT);
                y += LINE;
            }
            y += 4;
        }
    }
}
