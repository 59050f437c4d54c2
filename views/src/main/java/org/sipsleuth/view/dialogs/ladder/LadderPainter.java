package org.sipsleuth.view.dialogs.ladder;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;

/// Draws the rows of a ladder that are in sight: times, lifelines, arrows.
final class LadderPainter {

    private static final Font TEXT = Font.font("System", 12);
    private static final Font BOLD = Font.font("System", FontWeight.BOLD, 12);
    private static final Font TIMES = Font.font("DejaVu Sans Mono", 11);
    private static final Font BADGE_TEXT = Font.font("System", 9);
    private static final String BADGE = "SDP";
    private static final double BADGE_GAP = 5;
    private static final double BADGE_PADDING = 7;
    private static final double BADGE_HEIGHT = 12;
    private static final double BADGE_ROUNDING = 6;
    private static final double BAR = 4;

    /// The width of the arrow head at the right edge that says: here.
    private static final double HERE = 9;

    private static final double TIP_LENGTH = 9;
    private static final double TIP_HALF = 4.5;
    private static final double LABEL_BASE = 9;
    private static final double LABEL_HALF = 8;
    private static final double LABEL_MARGIN = 14;
    private static final double LOOP_WIDTH = 34;
    private static final double LOOP_HALF = 6;
    private static final double PALE = 0.55;
    private static final double[] RESPONSE_DASHES = {6, 4};
    private static final double[] REPEATED_DASHES = {2, 3};
    private static final double[] SOLID = {};

    private final GraphicsContext pen;
    private final LadderPalette palette;
    private final TextWidths widths = new TextWidths();

    LadderPainter(GraphicsContext pen, LadderPalette palette) {
        this.pen = pen;
        this.palette = palette;
    }

    /// Draws all but the heads.
    ///
    /// @param current the current row, or -1
    /// @param focused whether keys move it
    /// @param pointed the row under the pointer, or -1
    void paint(
            LadderGeometry geometry, LadderRows rows, int current, boolean focused, int pointed) {
        pen.setTextBaseline(VPos.CENTER);
        pen.setFill(palette.get(LadderColour.BACKGROUND));
        pen.fillRect(0, 0, geometry.width(), geometry.height());
        highlight(geometry, pointed, LadderColour.POINTED);
        highlight(geometry, current, LadderColour.CURRENT);
        pen.save();
        pen.beginPath();
        pen.rect(
                geometry.gutter(),
                LadderGeometry.HEAD,
                Math.max(0, geometry.width() - geometry.gutter()),
                geometry.height());
        pen.clip();
        lifelines(geometry);
        for (int row = geometry.firstRow(); row < geometry.endRow(); row++) {
            arrow(geometry, rows, row, row == current);
        }
        pen.restore();
        for (int row = geometry.firstRow(); row < geometry.endRow(); row++) {
            times(geometry, rows, row, row == current);
        }
        if (current >= 0) {
            mark(geometry, geometry.rowTop(current), focused);
        }
    }

    private void mark(LadderGeometry geometry, double top, boolean focused) {
        pen.setFill(palette.get(LadderColour.CURRENT_BAR));
        pen.fillRect(0, top, BAR, LadderGeometry.ROW);
        double right = geometry.width();
        double middle = top + LadderGeometry.ROW / 2;
        pen.fillPolygon(
                new double[] {right - HERE, right, right},
                new double[] {middle, middle - HERE * 0.8, middle + HERE * 0.8},
                3);
        if (focused) {
            pen.setStroke(palette.get(LadderColour.CURRENT_BAR));
            pen.setLineDashes(SOLID);
            pen.setLineWidth(1);
            pen.strokeRect(
                    0.5, Math.floor(top) + 0.5, geometry.width() - 1, LadderGeometry.ROW - 1);
        }
    }

    private void highlight(LadderGeometry geometry, int row, LadderColour colour) {
        if (row >= 0) {
            pen.setFill(palette.get(colour));
            pen.fillRect(0, geometry.rowTop(row), geometry.width(), LadderGeometry.ROW);
        }
    }

    private void lifelines(LadderGeometry geometry) {
        pen.setStroke(palette.get(LadderColour.LINE));
        pen.setLineWidth(1);
        pen.setLineDashes(SOLID);
        for (int lane = 0; lane < geometry.lanes(); lane++) {
            double x = Math.floor(geometry.laneX(lane)) + 0.5;
            if (x > 0 && x < geometry.width()) {
                pen.strokeLine(x, LadderGeometry.HEAD, x, geometry.height());
            }
        }
    }

    private void times(LadderGeometry geometry, LadderRows rows, int row, boolean current) {
        double y = geometry.rowTop(row) + LadderGeometry.ARROW - 1;
        pen.setFont(TIMES);
        pen.setTextAlign(TextAlignment.RIGHT);
        pen.setFill(palette.get(current ? LadderColour.TEXT : LadderColour.FAINT_TEXT));
        pen.fillText(rows.time(row, geometry.isCompact()), geometry.timeRight(), y);
        pen.fillText(rows.delta(row, geometry.isCompact()), geometry.deltaRight(), y);
    }

    private void arrow(LadderGeometry geometry, LadderRows rows, int row, boolean current) {
        double from = Math.floor(geometry.laneX(rows.source(row))) + 0.5;
        double to = Math.floor(geometry.laneX(rows.destination(row))) + 0.5;
        double y = Math.floor(geometry.rowTop(row) + LadderGeometry.ARROW) + 0.5;
        boolean repeated = rows.isRetransmission(row);
        Color colour = palette.get(LadderColour.of(rows.messageClass(row)));
        pen.setGlobalAlpha(repeated && !current ? PALE : 1);
        pen.setStroke(colour);
        pen.setFill(colour);
        pen.setLineWidth(current ? 2.4 : 1.4);
        boolean request = rows.isRequest(row);
        pen.setLineDashes(repeated ? REPEATED_DASHES : request ? SOLID : RESPONSE_DASHES);
        if (rows.source(row) == rows.destination(row)) {
            loop(from, y, request);
        } else {
            line(from, to, y, request);
        }
        pen.setGlobalAlpha(1);
        label(geometry, rows, row, current);
    }

    private void line(double from, double to, double y, boolean request) {
        double forward = Math.signum(to - from);
        pen.strokeLine(from, y, to - forward * (request ? TIP_LENGTH - 1 : 1), y);
        tip(to, y, forward, request);
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

    private void label(LadderGeometry geometry, LadderRows rows, int row, boolean current) {
        double from = geometry.laneX(rows.source(row));
        double to = geometry.laneX(rows.destination(row));
        double left = geometry.gutter() + LABEL_MARGIN / 2;
        double right = geometry.width() - LABEL_MARGIN / 2;
        boolean loop = rows.source(row) == rows.destination(row);
        double y = geometry.rowTop(row) + (loop ? LadderGeometry.ARROW : LABEL_BASE);
        LadderRows.Label label = rows.label(row);
        if (Math.max(from, to) < left || Math.min(from, to) > right) {
            beyond(label.brief(), from < left ? left : right, y, from < left);
            return;
        }
        Font font = current ? BOLD : TEXT;
        double badge = label.hasSdp() ? BADGE_GAP + badgeWidth() : 0;
        double room = loop ? right - left : Math.abs(to - from) - LABEL_MARGIN;
        boolean roomy = widths.of(label.whole(), font) + badge <= room;
        String wanted = roomy ? label.whole() : label.brief();
        String text = widths.fit(wanted, font, Math.max(0, right - left - badge));
        double half = (widths.of(text, font) + badge) / 2;
        double beside = loop ? besideLoop(from, half, right) : (from + to) / 2;
        double middle = Math.max(left + half, Math.min(beside, right - half));
        if (!loop) {
            erase(middle - half - 2, y - LABEL_HALF, 2 * half + 4, current);
        }
        Color colour = labelColour(rows, row, current);
        pen.setFont(font);
        pen.setTextAlign(TextAlignment.LEFT);
        pen.setFill(colour);
        pen.fillText(text, middle - half, y);
        if (label.hasSdp()) {
            badge(middle + half - badgeWidth(), y, colour);
        }
    }

    private double badgeWidth() {
        return widths.of(BADGE, BADGE_TEXT) + BADGE_PADDING;
    }

    /// Tells of a session description.
    private void badge(double x, double y, Color colour) {
        double left = Math.floor(x) + 0.5;
        double top = Math.floor(y - BADGE_HEIGHT / 2) + 0.5;
        pen.setStroke(colour);
        pen.setLineWidth(1);
        pen.setLineDashes(SOLID);
        pen.strokeRoundRect(
                left, top, badgeWidth() - 1, BADGE_HEIGHT, BADGE_ROUNDING, BADGE_ROUNDING);
        pen.setFont(BADGE_TEXT);
        pen.setTextAlign(TextAlignment.CENTER);
        pen.fillText(BADGE, left + (badgeWidth() - 1) / 2, top + BADGE_HEIGHT / 2);
    }

    /// Right of the loop, or left of the lifeline where there is more room.
    private static double besideLoop(double x, double half, double right) {
        double after = x + LOOP_WIDTH + LABEL_MARGIN / 2 + half;
        return after + half <= right ? after : x - LABEL_MARGIN / 2 - half;
    }

    /// Tells at the edge of a message whose lanes are out of sight.
    private void beyond(String label, double x, double y, boolean onTheLeft) {
        pen.setFont(TEXT);
        pen.setTextAlign(onTheLeft ? TextAlignment.LEFT : TextAlignment.RIGHT);
        pen.setFill(palette.get(LadderColour.FAINT_TEXT));
        String text = widths.fit(label, TEXT, LadderGeometry.NARROWEST_LANE);
        pen.fillText(onTheLeft ? "‹ " + text : text + " ›", x, y);
    }

    /// Takes the lifelines away where a label will stand.
    private void erase(double x, double y, double width, boolean current) {
        pen.setFill(palette.get(LadderColour.BACKGROUND));
        pen.fillRect(x, y, width, 2 * LABEL_HALF);
        if (current) {
            pen.setFill(palette.get(LadderColour.CURRENT));
            pen.fillRect(x, y, width, 2 * LABEL_HALF);
        }
    }

    private Color labelColour(LadderRows rows, int row, boolean current) {
        if (rows.isDefective(row)) {
            return palette.get(LadderColour.DEFECT);
        }
        boolean faint = rows.isRetransmission(row) && !current;
        return palette.get(faint ? LadderColour.FAINT_TEXT : LadderColour.TEXT);
    }
}
