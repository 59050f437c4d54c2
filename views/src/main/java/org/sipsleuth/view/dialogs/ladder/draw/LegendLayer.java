package org.sipsleuth.view.dialogs.ladder.draw;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import javafx.scene.canvas.GraphicsContext;
import org.sipsleuth.dialog.ladder.layer.RowGroups;
import org.sipsleuth.report.draw.Ink;
import org.sipsleuth.report.draw.Pen.Dashes;
import org.sipsleuth.report.draw.Pen.Stroke;
import org.sipsleuth.report.ladder.part.GroupLegend;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderGeometry;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderSheet;
import org.sipsleuth.view.message.VisibleText;
import org.sipsleuth.view.ui.Texts;

/// Draws the legend of the colours and letters in view below the rows.
final class LegendLayer {

    private static final double MARGIN = 10;
    private static final int LONGEST_NAME = 120;

    private final GraphicsContext canvas;
    private final LadderPalette palette;
    private final CanvasPen pen;
    private final GroupLegend legend;

    LegendLayer(GraphicsContext canvas, LadderPalette palette, CanvasPen pen) {
        this.canvas = canvas;
        this.palette = palette;
        this.pen = pen;
        legend = new GroupLegend(pen);
    }

    void paint(LadderGeometry geometry, LadderSheet sheet) {
        RowGroups groups = sheet.groups();
        if (groups == null) {
            return;
        }
        double top = geometry.height() - LadderGeometry.LEGEND;
        canvas.setFill(palette.get(LadderColour.HEAD_BACKGROUND));
        canvas.fillRect(0, top, geometry.width(), LadderGeometry.LEGEND);
        double line = pen.sharp(top);
        pen.line(new Stroke(Ink.LINE, 1, Dashes.SOLID), 0, line, geometry.width(), line);
        SortedSet<Integer> inSight = new TreeSet<>();
        for (int row = geometry.firstRow(); row < geometry.endRow(); row++) {
            inSight.add(groups.of(row));
        }
        legend.draw(pen, List.copyOf(inSight),
                new GroupLegend.Words(group -> VisibleText.ofValue(groups.name(group), LONGEST_NAME),
                        count -> Texts.text("dialogs.ladder.legend.more", count)),
                new GroupLegend.Area(MARGIN, top, geometry.width(), LadderGeometry.LEGEND, 1));
    }
}
