package org.sipsleuth.view.dialogs.ladder.draw;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.sipsleuth.dialog.ladder.layer.RowGroups;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderGeometry;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderRows;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderSheet;

/// Draws the arrow of a message with what it says.
final class ArrowPainter {

    private static final double TIP_LENGTH = 9;
    private static final double TIP_HALF = 4.5;
    static final double LOOP_WIDTH = 34;
    private static final double LOOP_HALF = 6;
    private static final double PALE = 0.55;
    private static final double[] RESPONSE_DASHES = {6, 4};
    private static final double[] REPEATED_DASHES = {2, 3};
    private static final double[] SOLID = {};

    private final GraphicsContext pen;
    private final LadderPalette palette;
    private final LabelPainter labels;
    private final StraightLines lines;

    private double strength = 1;

    ArrowPainter(GraphicsContext pen, LadderPalette palette) {
        this.pen = pen;
        this.palette = palette;
        labels = new LabelPainter(pen, palette);
        lines = new StraightLines(pen);
    }

    /// Draws the next rows so strong, from 0 to 1.
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
        Color colour = colour(sheet, row);
        pen.setGlobalAlpha(strength * (repeated && !current ? PALE : 1));
        pen.setStroke(colour);
        pen.setFill(colour);
        pen.setLineWidth(current ? 2.4 : 1.4);
        boolean request = rows.isRequest(row);
        double[] dashes = repeated ? REPEATED_DASHES : request ? SOLID : RESPONSE_DASHES;
        if (rows.source(row) == rows.destination(row)) {
            pen.setLineDashes(dashes);
            loop(from, y, request);
        } else {
            double forward = Math.signum(to - from);
            double end = to - forward * (request ? TIP_LENGTH - 1 : 1);
            lines.across(from, end, y, pen.getLineWidth(), dashes);
            tip(to, y, forward, request);
        }
        pen.setGlobalAlpha(strength);
        labels.paint(geometry, sheet, row, current, signs);
        pen.setGlobalAlpha(1);
    }

    private Color colour(LadderSheet sheet, int row) {
        RowGroups groups = sheet.groups();
        return palette.get(
                groups == null
                        ? LadderColour.of(sheet.rows().messageClass(row))
                        : LadderColour.ofGroup(RowGroups.colour(groups.of(row))));
    }

    private void loop(double x, double y, boolean request) {
        double top = y - LOOP_HALF;
        double bottom = y + LOOP_HALF;
        pen.strokePolyline(
                new double[] {x, x + LOOP_WIDTH, x + LOOP_WIDTH, x + TIP_LENGTH},
                new double[] {top, top, bottom, bottom},
                4);
        tip(x, bottom, -1, request);
    }

    /// A filled tip for a request, an open one for a response.
    private void tip(double x, double y, double forward, boolean request) {
        double back = x - forward * TIP_LENGTH;
        if (request) {
            pen.fillPolygon(
                    new double[] {x, back, back}, new double[] {y, y - TIP_HALF, y + TIP_HALF}, 3);
            return;
        }
        pen.setLineDashes(SOLID);
        pen.strokePolyline(
                new double[] {back, x, back}, new double[] {y - TIP_HALF, y, y + TIP_HALF}, 3);
    }
}
