package org.sipsleuth.view.dialogs.ladder.draw;

import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.scene.canvas.GraphicsContext;
import org.sipsleuth.dialog.ladder.Lifeline;
import org.sipsleuth.dialog.ladder.layer.DeltaTo;
import org.sipsleuth.report.draw.Ink;
import org.sipsleuth.report.draw.Pen.Anchor;
import org.sipsleuth.report.draw.Pen.Dashes;
import org.sipsleuth.report.draw.Pen.Letters;
import org.sipsleuth.report.draw.Pen.Rectangle;
import org.sipsleuth.report.draw.Pen.Stroke;
import org.sipsleuth.report.ladder.content.LadderContent.Head;
import org.sipsleuth.report.ladder.part.HeadPainter;
import org.sipsleuth.report.ladder.part.LadderSizes;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderGeometry;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderSheet;
import org.sipsleuth.view.message.VisibleText;
import org.sipsleuth.view.ui.Texts;

/// Draws the heads of a ladder over its rows: a box per host, and what the times mean.
public final class LadderHeads {

    private static final Letters TITLE = new Letters(Ink.FAINT, LadderSizes.TIME_LETTERS, Anchor.RIGHT);
    private static final Stroke LINE = new Stroke(Ink.LINE, 1, Dashes.SOLID);
    private static final double CHOSEN_WIDTH = 2.5;
    private static final double PARTICIPATING_WIDTH = 1.5;
    private static final double TICK = 8;
    private static final int PORTS_NAMED = 4;
    private static final int LONGEST_NAME = 100;

    private final GraphicsContext pen;
    private final LadderPalette palette;
    private final CanvasPen parts;
    private final HeadPainter heads;

    public LadderHeads(GraphicsContext pen, LadderPalette palette) {
        this.pen = pen;
        this.palette = palette;
        parts = new CanvasPen(pen, palette);
        heads = new HeadPainter(parts);
    }

    /// What is to be seen of the heads beside their names.
    ///
    /// @param source the lane that the current message comes from, or -1
    /// @param destination the lane that it goes to, or -1
    /// @param chosen the ids of the lifelines that the user chose
    /// @param dropAt before which lane one would go that is being moved, or -1
    public record Marks(int source, int destination, Set<String> chosen, int dropAt) {}

    /// Draws the heads.
    ///
    /// @param surprise how usual the messages are
    public void paint(LadderGeometry geometry, LadderSheet sheet, Marks marks, RowSurprise surprise) {
        pen.setFill(palette.get(LadderColour.BACKGROUND));
        pen.fillRect(0, 0, geometry.width(), LadderGeometry.HEAD);
        pen.save();
        pen.beginPath();
        pen.rect(geometry.gutter(), 0, geometry.width(), LadderGeometry.HEAD);
        pen.clip();
        for (int lane = 0; lane < geometry.lanes().count(); lane++) {
            double x = geometry.laneX(lane);
            double reach = geometry.laneWidth(lane);
            if (x > -reach && x < geometry.width() + reach) {
                head(geometry, lane, sheet.rows().lifelines().get(lane), marks);
            }
        }
        if (marks.dropAt() >= 0) {
            double x = Math.floor(geometry.laneLeft(marks.dropAt()));
            pen.setFill(palette.get(LadderColour.CURRENT_BAR));
            pen.fillRect(x - 1.5, 0, 3, LadderGeometry.HEAD);
        }
        pen.restore();
        double y = LadderGeometry.HEAD - 0.5;
        parts.line(LINE, 0, y, geometry.width(), y);
        titles(geometry, sheet.style().delta());
        if (!surprise.bits().isEmpty()) {
            double right = geometry.gutter() - sheet.spansWidth() - SurpriseLayer.MARGIN / 2;
            parts.text(TITLE, Texts.text("dialogs.ladder.bits"), right, TITLE.baseline(LadderSizes.HEAD_TIME));
        }
    }

    private void titles(LadderGeometry geometry, DeltaTo delta) {
        double base = TITLE.baseline(LadderSizes.HEAD_TIME);
        parts.text(TITLE, Texts.text("dialogs.ladder.time"), geometry.timeRight(), base);
        String of = "dialogs.ladder.delta." + delta.name().toLowerCase(Locale.ROOT);
        String title = Texts.text(geometry.isCompact() ? of + ".ms" : of);
        parts.text(TITLE, title, geometry.deltaRight(), base);
    }

    private void head(LadderGeometry geometry, int lane, Lifeline lifeline, Marks marks) {
        boolean participates = lane == marks.source() || lane == marks.destination();
        if (geometry.lanes().isWide(lane)) {
            boolean isChosen = marks.chosen().contains(lifeline.id());
            box(geometry, lane, lifeline, participates, isChosen);
        } else { // a tick says that there is one
            double x = parts.sharp(geometry.laneX(lane));
            parts.line(LINE, x, LadderGeometry.HEAD - TICK, x, LadderGeometry.HEAD);
        }
    }

    private void box(LadderGeometry geometry, int lane, Lifeline lifeline, boolean participates, boolean isChosen) {
        double x = geometry.laneX(lane);
        boolean isNamed = lifeline.isNamed();
        String name = VisibleText.ofValue(lifeline.name(), LONGEST_NAME);
        Head head = new Head(name, isNamed ? lifeline.hostText() : ports(lifeline), isNamed);
        Rectangle box = heads.box(parts, head, x, geometry.laneWidth(lane), 0);
        parts.setHighlight(isChosen ? LadderColour.CURRENT : null);
        heads.draw(parts, head, box, x, 0);
        parts.setHighlight(null);
        if (participates || isChosen) {
            double width = isChosen ? CHOSEN_WIDTH : PARTICIPATING_WIDTH;
            parts.outline(palette.get(LadderColour.CURRENT_BAR), width, box);
        }
    }

    private static String ports(Lifeline lifeline) {
        String named = lifeline.ports()
                .stream()
                .limit(PORTS_NAMED)
                .map(port -> Integer.toString(port))
                .collect(Collectors.joining(", "));
        return lifeline.ports().size() > PORTS_NAMED ? named + " …" : named;
    }
}
