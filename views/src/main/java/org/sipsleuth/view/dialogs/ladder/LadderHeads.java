package org.sipsleuth.view.dialogs.ladder;

import java.util.Map;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.sipsleuth.dialog.ladder.Lifeline;
import org.sipsleuth.view.fx.Texts;

/// Draws the heads of a ladder over its rows: a box per host, and what the times mean.
final class LadderHeads {

    private static final Font NAME = Font.font("System", FontWeight.BOLD, 12);
    private static final Font SMALL_NAME = Font.font("System", FontWeight.BOLD, 10.5);
    private static final Font SMALL = Font.font("System", 11);
    private static final double BOX_TOP = 5;
    private static final double BOX_HEIGHT = LadderGeometry.HEAD - 11;
    private static final double BOX_WIDTH = 170;
    private static final double GAP = 6;
    private static final double ROUNDING = 8;
    private static final int PORTS_NAMED = 4;

    private final GraphicsContext pen;
    private final LadderPalette palette;
    private final TextWidths widths = new TextWidths();

    LadderHeads(GraphicsContext pen, LadderPalette palette) {
        this.pen = pen;
        this.palette = palette;
    }

    /// Draws the heads.
    ///
    /// @param source the lane that the current message comes from, or -1
    /// @param destination the lane that it goes to, or -1
    void paint(
            LadderGeometry geometry,
            LadderRows rows,
            Map<String, String> aliases,
            int source,
            int destination) {
        pen.setTextBaseline(VPos.CENTER);
        pen.setLineDashes();
        pen.setFill(palette.get(LadderColour.BACKGROUND));
        pen.fillRect(0, 0, geometry.width(), LadderGeometry.HEAD);
        pen.save();
        pen.beginPath();
        pen.rect(geometry.gutter(), 0, geometry.width(), LadderGeometry.HEAD);
        pen.clip();
        for (int lane = 0; lane < geometry.lanes(); lane++) {
            double x = geometry.laneX(lane);
            if (x > -BOX_WIDTH && x < geometry.width() + BOX_WIDTH) {
                boolean takesPart = lane == source || lane == destination;
                box(geometry, x, rows.lifelines().get(lane), aliases, takesPart);
            }
        }
        pen.restore();
        pen.setStroke(palette.get(LadderColour.LINE));
        pen.setLineWidth(1);
        double y = LadderGeometry.HEAD - 0.5;
        pen.strokeLine(0, y, geometry.width(), y);
        pen.setFont(SMALL);
        pen.setFill(palette.get(LadderColour.FAINT_TEXT));
        pen.setTextAlign(TextAlignment.RIGHT);
        double base = LadderGeometry.HEAD - 14;
        pen.fillText(Texts.text("dialogs.ladder.time"), geometry.timeRight(), base);
        pen.fillText(
                Texts.text(
                        geometry.isCompact() ? "dialogs.ladder.delta.ms" : "dialogs.ladder.delta"),
                geometry.deltaRight(),
                base);
    }

    private void box(
            LadderGeometry geometry,
            double x,
            Lifeline lifeline,
            Map<String, String> aliases,
            boolean takesPart) {
        double width = Math.min(BOX_WIDTH, geometry.laneWidth() - GAP);
        double left = Math.floor(x - width / 2) + 0.5;
        pen.setFill(palette.get(LadderColour.HEAD_BACKGROUND));
        pen.fillRoundRect(left, BOX_TOP + 0.5, width, BOX_HEIGHT, ROUNDING, ROUNDING);
        pen.setStroke(palette.get(takesPart ? LadderColour.CURRENT_BAR : LadderColour.LINE));
        pen.setLineWidth(takesPart ? 1.5 : 1);
        pen.strokeRoundRect(left, BOX_TOP + 0.5, width, BOX_HEIGHT, ROUNDING, ROUNDING);
        String alias = aliases.get(lifeline.host());
        String name = alias == null ? lifeline.host() : alias;
        String below = alias == null ? ports(lifeline) : lifeline.host();
        pen.setTextAlign(TextAlignment.CENTER);
        double room = width - ROUNDING;
        Font font = widths.of(name, NAME) <= room ? NAME : SMALL_NAME;
        pen.setFont(font);
        pen.setFill(palette.get(LadderColour.TEXT));
        String fitting =
                alias == null ? widths.fitEnd(name, font, room) : widths.fit(name, font, room);
        pen.fillText(fitting, x, BOX_TOP + BOX_HEIGHT * 0.3);
        pen.setFont(SMALL);
        pen.setFill(palette.get(LadderColour.FAINT_TEXT));
        String second =
                alias == null ? widths.fit(below, SMALL, room) : widths.fitEnd(below, SMALL, room);
        pen.fillText(second, x, BOX_TOP + BOX_HEIGHT * 0.74);
    }

    private static String ports(Lifeline lifeline) {
        String named =
                lifeline.ports().stream()
                        .limit(PORTS_NAMED)
                        .map(port -> Integer.toString(port))
                        .collect(Collectors.joining(", "));
        return lifeline.ports().size() > PORTS_NAMED ? named + " …" : named;
    }
}
