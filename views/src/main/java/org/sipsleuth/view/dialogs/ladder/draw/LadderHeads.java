package org.sipsleuth.view.dialogs.ladder.draw;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.sipsleuth.dialog.ladder.Lifeline;
import org.sipsleuth.dialog.ladder.layer.DeltaTo;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderGeometry;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderSheet;
import org.sipsleuth.view.message.VisibleText;
import org.sipsleuth.view.ui.TextWidths;
import org.sipsleuth.view.ui.Texts;

/// Draws the heads of a ladder over its rows: a box per host, and what the times mean.
public final class LadderHeads {

    private static final Font NAME = Font.font("System", FontWeight.BOLD, 12);
    private static final Font SMALL_NAME = Font.font("System", FontWeight.BOLD, 10.5);
    private static final Font SMALL = Font.font("System", 11);
    private static final double BOX_TOP = 5;
    private static final double BOX_HEIGHT = LadderGeometry.HEAD - 11;
    private static final double BOX_WIDTH = 170;
    private static final double GAP = 6;
    private static final double ROUNDING = 8;
    private static final double TICK = 8;
    private static final int PORTS_NAMED = 4;
    private static final int LONGEST_NAME = 100;

    private final GraphicsContext pen;
    private final LadderPalette palette;
    private final StraightLines lines;
    private final TextWidths widths = new TextWidths();

    public LadderHeads(GraphicsContext pen, LadderPalette palette) {
        this.pen = pen;
        this.palette = palette;
        lines = new StraightLines(pen);
    }

    /// What is to be seen of the heads beside their names.
    ///
    /// @param source the lane that the current message comes from, or -1
    /// @param destination the lane that it goes to, or -1
    /// @param chosen the ids of the lifelines that the user chose
    /// @param dropAt before which lane one would go that is being moved, or -1
    public record Marks(int source, int destination, Set<String> chosen, int dropAt) {}

    /// Draws the heads.
    public void paint(LadderGeometry geometry, LadderSheet sheet, Marks marks) {
        pen.setTextBaseline(VPos.CENTER);
        pen.setLineDashes();
        pen.setFill(palette.get(LadderColour.BACKGROUND));
        pen.fillRect(0, 0, geometry.width(), LadderGeometry.HEAD);
        pen.save();
        pen.beginPath();
        pen.rect(geometry.gutter(), 0, geometry.width(), LadderGeometry.HEAD);
        pen.clip();
        for (int lane = 0; lane < geometry.lanes().count(); lane++) {
            double x = geometry.laneX(lane);
            if (x > -BOX_WIDTH && x < geometry.width() + BOX_WIDTH) {
                head(geometry, lane, sheet.rows().lifelines().get(lane), marks);
            }
        }
        if (marks.dropAt() >= 0) {
            double x = Math.floor(geometry.laneLeft(marks.dropAt()));
            pen.setFill(palette.get(LadderColour.CURRENT_BAR));
            pen.fillRect(x - 1.5, 0, 3, LadderGeometry.HEAD);
        }
        pen.restore();
        pen.setStroke(palette.get(LadderColour.LINE));
        pen.setLineWidth(1);
        double y = LadderGeometry.HEAD - 0.5;
        pen.strokeLine(0, y, geometry.width(), y);
        titles(geometry, sheet.style().delta());
    }

    private void titles(LadderGeometry geometry, DeltaTo delta) {
        pen.setFont(SMALL);
        pen.setFill(palette.get(LadderColour.FAINT_TEXT));
        pen.setTextAlign(TextAlignment.RIGHT);
        double base = LadderGeometry.HEAD - 14;
        pen.fillText(Texts.text("dialogs.ladder.time"), geometry.timeRight(), base);
        String of = "dialogs.ladder.delta." + delta.name().toLowerCase(Locale.ROOT);
        pen.fillText(
                Texts.text(geometry.isCompact() ? of + ".ms" : of), geometry.deltaRight(), base);
    }

    private void head(LadderGeometry geometry, int lane, Lifeline lifeline, Marks marks) {
        boolean participates = lane == marks.source() || lane == marks.destination();
        if (geometry.lanes().isWide(lane)) {
            boolean isChosen = marks.chosen().contains(lifeline.id());
            box(geometry, lane, lifeline, participates, isChosen);
        } else { // a tick says that there is one
            pen.setFill(palette.get(LadderColour.LINE));
            double x = Math.floor(geometry.laneX(lane)) + 0.5;
            lines.down(x, LadderGeometry.HEAD - TICK, LadderGeometry.HEAD, 1);
        }
    }

    private void box(
            LadderGeometry geometry,
            int lane,
            Lifeline lifeline,
            boolean participates,
            boolean isChosen) {
        double x = geometry.laneX(lane);
        double width = Math.min(BOX_WIDTH, geometry.laneWidth(lane) - GAP);
        double left = Math.floor(x - width / 2) + 0.5;
        pen.setFill(palette.get(isChosen ? LadderColour.CURRENT : LadderColour.HEAD_BACKGROUND));
        pen.fillRoundRect(left, BOX_TOP + 0.5, width, BOX_HEIGHT, ROUNDING, ROUNDING);
        pen.setStroke(
                palette.get(
                        participates || isChosen ? LadderColour.CURRENT_BAR : LadderColour.LINE));
        pen.setLineWidth(isChosen ? 2.5 : participates ? 1.5 : 1);
        pen.strokeRoundRect(left, BOX_TOP + 0.5, width, BOX_HEIGHT, ROUNDING, ROUNDING);
        pen.setTextAlign(TextAlignment.CENTER);
        double room = width - ROUNDING;
        boolean isNamed = lifeline.isNamed();
        String name = VisibleText.ofValue(lifeline.name(), LONGEST_NAME);
        Font font = widths.of(name, NAME) <= room ? NAME : SMALL_NAME;
        pen.setFont(font);
        pen.setFill(palette.get(LadderColour.TEXT));
        pen.fillText(
                isNamed ? widths.fit(name, font, room) : widths.fitEnd(name, font, room),
                x,
                BOX_TOP + BOX_HEIGHT * 0.3);
        pen.setFont(SMALL);
        pen.setFill(palette.get(LadderColour.FAINT_TEXT));
        pen.fillText(
                isNamed
                        ? widths.fitEnd(lifeline.hostText(), SMALL, room)
                        : widths.fit(ports(lifeline), SMALL, room),
                x,
                BOX_TOP + BOX_HEIGHT * 0.74);
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
