package org.sipsleuth.view.dialogs.ladder.draw;

import java.util.SortedSet;
import java.util.TreeSet;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.TextAlignment;
import org.sipsleuth.dialog.ladder.layer.RowGroups;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderGeometry;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderSheet;
import org.sipsleuth.view.message.VisibleText;
import org.sipsleuth.view.ui.TextWidths;
import org.sipsleuth.view.ui.Texts;

/// Draws the legend of the colours and letters in sight below the rows.
final class LegendPainter {

    private static final Font TEXT = Font.font("System", 11);
    private static final double MARGIN = 10;
    private static final double LINE = 18;
    private static final double GAP = 6;
    private static final double WIDEST = 260;
    private static final int LONGEST_NAME = 120;

    private final GraphicsContext pen;
    private final LadderPalette palette;
    private final TextWidths widths = new TextWidths();

    LegendPainter(GraphicsContext pen, LadderPalette palette) {
        this.pen = pen;
        this.palette = palette;
    }

    void paint(LadderGeometry geometry, LadderSheet sheet) {
        RowGroups groups = sheet.groups();
        if (groups == null) {
            return;
        }
        double top = geometry.height() - LadderGeometry.LEGEND;
        pen.setFill(palette.get(LadderColour.HEAD_BACKGROUND));
        pen.fillRect(0, top, geometry.width(), LadderGeometry.LEGEND);
        pen.setStroke(palette.get(LadderColour.LINE));
        pen.setLineWidth(1);
        pen.setLineDashes();
        pen.strokeLine(0, Math.floor(top) + 0.5, geometry.width(), Math.floor(top) + 0.5);
        pen.setFont(TEXT);
        pen.setTextAlign(TextAlignment.LEFT);
        SortedSet<Integer> inSight = new TreeSet<>();
        for (int row = geometry.firstRow(); row < geometry.endRow(); row++) {
            inSight.add(groups.of(row));
        }
        entries(geometry, groups, inSight, top + LadderGeometry.LEGEND / 2);
    }

    private void entries(
            LadderGeometry geometry, RowGroups groups, SortedSet<Integer> inSight, double y) {
        double x = MARGIN;
        int left = inSight.size();
        for (int group : inSight) {
            String name =
                    RowGroups.letter(group)
                            + "  "
                            + VisibleText.ofValue(groups.name(group), LONGEST_NAME);
            String text = widths.fit(name, TEXT, WIDEST);
            String more = Texts.text("dialogs.ladder.legend.more", left);
            double needed = LINE + GAP + widths.of(text, TEXT) + 2 * MARGIN;
            double reserved = left > 1 ? widths.of(more, TEXT) + MARGIN : 0;
            if (x + needed + reserved > geometry.width()) {
                pen.setFill(palette.get(LadderColour.FAINT_TEXT));
                pen.fillText(more, x, y);
                return;
            }
            pen.setStroke(palette.get(LadderColour.ofGroup(RowGroups.colour(group))));
            pen.setLineWidth(3);
            pen.strokeLine(x, y, x + LINE, y);
            pen.setFill(palette.get(LadderColour.TEXT));
            pen.fillText(text, x + LINE + GAP, y);
            x += needed;
            left--;
        }
    }
}
