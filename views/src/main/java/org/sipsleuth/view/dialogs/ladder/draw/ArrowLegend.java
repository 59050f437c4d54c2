package org.sipsleuth.view.dialogs.ladder.draw;

import java.util.EnumSet;
import javafx.scene.AccessibleRole;
import javafx.scene.canvas.Canvas;
import javafx.scene.canvas.GraphicsContext;
import org.sipsleuth.report.ladder.content.LadderContent.Extent;
import org.sipsleuth.report.ladder.content.LadderContent.Mark;
import org.sipsleuth.report.ladder.part.LegendPainter;

/// The legend of a ladder's arrows, marks and layers, one per line, as files have it. Used on the
/// JavaFX thread.
public final class ArrowLegend extends Canvas {

    private final LadderPalette palette;
    private final CanvasPen pen;

    /// @param palette the colours of the ladder
    public ArrowLegend(LadderPalette palette) {
        this.palette = palette;
        pen = new CanvasPen(getGraphicsContext2D(), palette);
        setId("ladder-legend");
        setAccessibleRole(AccessibleRole.IMAGE_VIEW);
    }

    /// Draws the legend, as large as it needs to be.
    ///
    /// @param extent what the ladder has
    public void draw(Extent extent) {
        LegendPainter<RuntimeException> legend =
                new LegendPainter<>(pen, extent, EnumSet.of(Mark.SDP, Mark.HINT, Mark.PROBLEM));
        setWidth(Math.ceil(legend.listWidth()));
        setHeight(Math.ceil(legend.listHeight()));
        GraphicsContext canvas = getGraphicsContext2D();
        canvas.setFill(palette.get(LadderColour.BACKGROUND));
        canvas.fillRect(0, 0, getWidth(), getHeight());
        legend.drawList(pen);
        setAccessibleText(String.join(", ", legend.meanings()));
    }
}
