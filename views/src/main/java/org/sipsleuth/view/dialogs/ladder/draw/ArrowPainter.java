package org.sipsleuth.view.dialogs.ladder.draw;

import javafx.scene.canvas.GraphicsContext;
import org.sipsleuth.dialog.ladder.layer.RowGroups;
import org.sipsleuth.report.draw.Ink;
import org.sipsleuth.report.draw.Pen.Stroke;
import org.sipsleuth.report.ladder.LadderShapes;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderGeometry;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderRows;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderSheet;
import org.sipsleuth.view.ui.MessageClass;

/// Draws the arrow of a message with its label.
final class ArrowPainter {

    static final LadderShapes SHAPES = LadderShapes.WINDOW;

    private static final double WIDTH = 1.4;
    private static final double CURRENT_WIDTH = 2.4;
    private static final double PALE = 0.55;

    private final GraphicsContext canvas;
    private final CanvasPen pen;
    private final LabelPainter labels;

    private double strength = 1;

    ArrowPainter(GraphicsContext canvas, LadderPalette palette) {
        this.canvas = canvas;
        pen = new CanvasPen(canvas, palette);
        labels = new LabelPainter(canvas, palette);
    }

    /// Sets the opacity of the following rows, from 0 to 1.
    void setStrength(double next) {
        strength = next;
    }

    /// Draws a row.
    ///
    /// @param signs which rows have signs
    void paint(
            LadderGeometry geometry, LadderSheet sheet, int row, boolean current, RowSigns signs) {
        LadderRows rows = sheet.rows();
        double from = Math.floor(geometry.laneX(rows.source(row))) + 0.5;
        double to = Math.floor(geometry.laneX(rows.destination(row))) + 0.5;
        double y = Math.floor(geometry.rowTop(row) + LadderGeometry.ARROW) + 0.5;
        boolean repeated = rows.isRetransmission(row);
        boolean request = rows.isRequest(row);
        Stroke stroke =
                new Stroke(
                        ink(sheet, row),
                        current ? CURRENT_WIDTH : WIDTH,
                        LadderShapes.dashes(request, repeated));
        canvas.setGlobalAlpha(strength * (repeated && !current ? PALE : 1));
        if (rows.source(row) == rows.destination(row)) {
            SHAPES.loop(pen, stroke, request, from, y);
        } else {
            SHAPES.arrow(pen, stroke, request, from, to, y);
        }
        canvas.setGlobalAlpha(strength);
        labels.paint(geometry, sheet, row, current, signs);
        canvas.setGlobalAlpha(1);
    }

    private static Ink ink(LadderSheet sheet, int row) {
        RowGroups groups = sheet.groups();
        return groups == null
                ? ink(sheet.rows().messageClass(row))
                : Ink.ofGroup(RowGroups.colour(groups.of(row)));
    }

    private static Ink ink(MessageClass messageClass) {
        return switch (messageClass) {
            case REQUEST -> Ink.REQUEST;
            case PROVISIONAL -> Ink.PROVISIONAL;
            case SUCCESS -> Ink.SUCCESS;
            case REDIRECTION -> Ink.REDIRECTION;
            case CLIENT_ERROR -> Ink.CLIENT_ERROR;
            case FAILURE -> Ink.FAILURE;
        };
    }
}
