package org.sipsleuth.view.dialogs.ladder.draw;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import javafx.scene.text.FontWeight;
import javafx.scene.text.TextAlignment;
import org.sipsleuth.dialog.ladder.layer.RowGroups;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderGeometry;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderRows;
import org.sipsleuth.view.dialogs.ladder.sheet.LadderSheet;
import org.sipsleuth.view.ui.TextWidths;

/// Draws what an arrow says: the letter of its group, its words, that it has a session description,
/// that a hint is about it.
final class LabelPainter {

    private static final Font TEXT = Font.font("System", 12);
    private static final Font BOLD = Font.font("System", FontWeight.BOLD, 12);
    private static final Font BADGE_TEXT = Font.font("System", 9);
    private static final String SDP = "SDP";
    private static final String HINT = "!";
    private static final double GAP = 5;
    private static final double PADDING = 7;
    private static final double BADGE_HEIGHT = 12;
    private static final double ROUNDING = 6;
    private static final double BASE = 9;
    private static final double HALF = 8;
    private static final double MARGIN = 14;
    private static final double[] SOLID = {};

    private final GraphicsContext pen;
    private final LadderPalette palette;
    private final TextWidths widths = new TextWidths();

    LabelPainter(GraphicsContext pen, LadderPalette palette) {
        this.pen = pen;
        this.palette = palette;
    }

    /// What a label consists of.
    ///
    /// @param letter of its group, or empty
    /// @param hit whether the message has what is searched for
    /// @param match whether the message matches the window's filter, unlike others
    private record Pieces(
            String letter, LadderRows.Label label, boolean hinted, boolean hit, boolean match) {}

    void paint(
            LadderGeometry geometry, LadderSheet sheet, int row, boolean current, RowSigns signs) {
        LadderRows rows = sheet.rows();
        double from = geometry.laneX(rows.source(row));
        double to = geometry.laneX(rows.destination(row));
        double left = geometry.gutter() + MARGIN / 2;
        double right = geometry.width() - MARGIN / 2;
        boolean loop = rows.source(row) == rows.destination(row);
        double y = geometry.rowTop(row) + (loop ? LadderGeometry.ARROW : BASE);
        Pieces pieces =
                new Pieces(
                        letter(sheet, row),
                        rows.label(row),
                        signs.isHinted(row),
                        signs.isHit(row),
                        signs.isMatch(row));
        if (Math.max(from, to) < left || Math.min(from, to) > right) {
            beyond(pieces.label().brief(), from < left ? left : right, y, from < left);
            return;
        }
        Font font = current ? BOLD : TEXT;
        Color colour = labelColour(rows, row, current);
        if (loop) {
            besideLoop(pieces, font, colour, new double[] {from, left, right, y});
            return;
        }
        double badges = badges(pieces);
        boolean roomy =
                widths.of(pieces.label().whole(), font) + badges <= Math.abs(to - from) - MARGIN;
        String wanted = roomy ? pieces.label().whole() : pieces.label().brief();
        String text = widths.fit(wanted, font, Math.max(0, right - left - badges));
        double half = (widths.of(text, font) + badges) / 2;
        double middle = Math.max(left + half, Math.min((from + to) / 2, right - half));
        erase(middle - half - 2, y - HALF, 2 * half + 4, current);
        draw(pieces, text, font, colour, middle - half, y);
    }

    private static String letter(LadderSheet sheet, int row) {
        RowGroups groups = sheet.groups();
        return groups == null ? "" : RowGroups.letter(groups.of(row));
    }

    /// On the side of the loop that has more room, and no further than that.
    ///
    /// @param place the lifeline, the left and the right edge, the height
    private void besideLoop(Pieces pieces, Font font, Color colour, double[] place) {
        double after = place[0] + ArrowPainter.SHAPES.loopWidth() + MARGIN / 2;
        double before = place[0] - MARGIN / 2;
        double badges = badges(pieces);
        double whole = widths.of(pieces.label().whole(), font) + badges;
        boolean isRight = whole <= place[2] - after || place[2] - after >= before - place[1];
        double room = isRight ? place[2] - after : before - place[1];
        String wanted = whole <= room ? pieces.label().whole() : pieces.label().brief();
        String text = widths.fit(wanted, font, Math.max(0, room - badges));
        double width = widths.of(text, font) + badges;
        draw(pieces, text, font, colour, isRight ? after : before - width, place[3]);
    }

    private double badges(Pieces pieces) {
        return room(pieces.letter())
                + (pieces.label().hasSdp() ? room(SDP) : 0)
                + (pieces.hinted() ? room(HINT) : 0);
    }

    private double room(String badge) {
        return badge.isEmpty() ? 0 : GAP + width(badge);
    }

    private double width(String badge) {
        return widths.of(badge, BADGE_TEXT) + PADDING;
    }

    private void draw(Pieces pieces, String text, Font font, Color colour, double left, double y) {
        double x = left;
        if (!pieces.letter().isEmpty()) {
            badge(pieces.letter(), x, y, palette.get(LadderColour.TEXT));
            x += room(pieces.letter());
        }
        if (pieces.hit()) {
            hit(x, widths.of(text, font), y);
        } else if (pieces.match()) {
            underline(x, widths.of(text, font), y, LadderColour.MATCH_MARK);
        }
        pen.setFont(font);
        pen.setTextAlign(TextAlignment.LEFT);
        pen.setFill(colour);
        pen.fillText(text, x, y);
        x += widths.of(text, font) + GAP;
        if (pieces.label().hasSdp()) {
            badge(SDP, x, y, colour);
            x += room(SDP);
        }
        if (pieces.hinted()) {
            badge(HINT, x, y, palette.get(LadderColour.HINT));
        }
    }

    /// The same as in the raw message: a marker over the words; with a bar below it, as colour
    /// alone is not sufficient.
    private void hit(double x, double width, double y) {
        pen.setFill(palette.get(LadderColour.HIT));
        pen.fillRect(x - 2, y - HALF + 1, width + 4, 2 * HALF - 2);
        underline(x, width, y, LadderColour.HIT_MARK);
    }

    private void underline(double x, double width, double y, LadderColour colour) {
        pen.setFill(palette.get(colour));
        pen.fillRect(x - 2, y + HALF - 2.5, width + 4, 1.5);
    }

    private void badge(String words, double x, double y, Color colour) {
        double left = Math.floor(x) + 0.5;
        double top = Math.floor(y - BADGE_HEIGHT / 2) + 0.5;
        double inner = width(words) - 1;
        pen.setStroke(colour);
        pen.setFill(colour);
        pen.setLineWidth(1);
        pen.setLineDashes(SOLID);
        pen.strokeRoundRect(left, top, inner, BADGE_HEIGHT, ROUNDING, ROUNDING);
        pen.setFont(BADGE_TEXT);
        pen.setTextAlign(TextAlignment.CENTER);
        pen.fillText(words, left + inner / 2, top + BADGE_HEIGHT / 2);
    }

    /// Marks at the edge a message whose lanes are out of sight.
    private void beyond(String label, double x, double y, boolean onTheLeft) {
        pen.setFont(TEXT);
        pen.setTextAlign(onTheLeft ? TextAlignment.LEFT : TextAlignment.RIGHT);
        pen.setFill(palette.get(LadderColour.FAINT_TEXT));
        String text = widths.fit(label, TEXT, LadderGeometry.NARROWEST_LANE);
        pen.fillText(onTheLeft ? "‹ " + text : text + " ›", x, y);
    }

    /// Clears the lifelines where a label will be.
    private void erase(double x, double y, double width, boolean current) {
        pen.setFill(palette.get(LadderColour.BACKGROUND));
        pen.fillRect(x, y, width, 2 * HALF);
        if (current) {
            pen.setFill(palette.get(LadderColour.CURRENT));
            pen.fillRect(x, y, width, 2 * HALF);
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
