package org.sipsleuth.view.dialogs.ladder.draw;

import java.util.List;
import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderGeometry;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderRows;
import org.sipsleuth.view.dialogs.ladder.sheet.LikelyRoute;
import org.sipsleuth.view.session.page.LikelyMessage;
import org.sipsleuth.view.ui.TextWidths;

/// Draws what may come next, faint and dotted, in a band below the current row.
public final class LikelyPainter {

    private static final Font TEXT = Font.font("System", 11);
    private static final Font CAME = Font.font("System", FontWeight.BOLD, 11);
    private static final Font SMALL = Font.font("System", 9);
    private static final Font SMALL_CAME = Font.font("System", FontWeight.BOLD, 9);
    private static final double[] DOTS = {1.5, 4};
    private static final double[] SOLID = {};
    private static final double FAINT = 0.75;
    private static final double TIP_LENGTH = 8;
    private static final double TIP_HALF = 4;
    private static final double GAP = 4;
    private static final double LEAST_LINE = 4;
    private static final double LOOP = 60;

    private final GraphicsContext pen;
    private final LadderPalette palette;
    private final TextWidths widths = new TextWidths();

    public LikelyPainter(GraphicsContext pen, LadderPalette palette) {
        this.pen = pen;
        this.palette = palette;
    }

    /// Draws into the band that the geometry keeps free.
    public void paint(LadderGeometry geometry, LadderRows rows, int current, List<LikelyMessage> likely) {
        if (likely.isEmpty() || current < 0) {
            return;
        }
        pen.save();
        pen.beginPath();
        pen.rect(geometry.gutter(), LadderGeometry.HEAD, Math.max(0, geometry.width() - geometry.gutter()),
                geometry.height());
        pen.clip();
        pen.setTextBaseline(VPos.CENTER);
        double top = geometry.bandTop();
        for (int i = 0; i < likely.size(); i++) {
            double y = top + (i + 0.5) * LadderGeometry.LIKELY_ROW;
            arrow(geometry, LikelyRoute.of(rows, current, likely.get(i).type()), likely.get(i), Math.floor(y) + 0.5);
        }
        pen.restore();
    }

    private void arrow(LadderGeometry geometry, LikelyRoute route, LikelyMessage message, double y) {
        double from = geometry.laneX(route.from());
        double to = geometry.laneX(route.to());
        if (route.from() == route.to()) {
            to = from + LOOP;
        }
        Font font = message.came() ? CAME : TEXT;
        double besideTips = Math.abs(to - from) - 2 * (TIP_LENGTH + GAP);
        if (widths.of(message.words(), font) > besideTips) {
            font = message.came() ? SMALL_CAME : SMALL;
        }
        String text = widths.fit(message.words(), font, geometry.lanesSeen() - 2 * GAP);
        double half = widths.of(text, font) / 2;
        double middle = Math.clamp((from + to) / 2, Math.min(geometry.gutter() + half + GAP, geometry.width() / 2),
                Math.max(geometry.width() - half - GAP, geometry.width() / 2));
        pen.setGlobalAlpha(message.came() ? 1 : FAINT);
        pen.setStroke(palette.get(LadderColour.FAINT_TEXT));
        pen.setLineWidth(1.4);
        pen.setLineDashes(DOTS);
        double left = Math.min(from, to);
        double right = Math.max(from, to);
        if (middle - half - GAP - left > LEAST_LINE) {
            pen.strokeLine(left + 1, y, middle - half - GAP, y);
        }
        if (right - middle - half - GAP > LEAST_LINE) {
            pen.strokeLine(middle + half + GAP, y, right - 1, y);
        }
        if (route.isDirected()) {
            tip(to, y, Math.signum(to - from));
        }
        pen.setFont(font);
        pen.setTextAlign(TextAlignment.CENTER);
        pen.setFill(palette.get(message.came() ? LadderColour.TEXT : LadderColour.FAINT_TEXT));
        pen.fillText(text, middle, y);
        pen.setGlobalAlpha(1);
        pen.setLineDashes(SOLID);
    }

    private void tip(double x, double y, double forward) {
        double back = x - forward * TIP_LENGTH;
        pen.setLineDashes(SOLID);
        pen.strokePolyline(new double[]{back, x - forward, back}, new double[]{y - TIP_HALF, y, y + TIP_HALF}, 3);
    }
}
