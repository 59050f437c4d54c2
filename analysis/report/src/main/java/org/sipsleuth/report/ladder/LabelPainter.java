package org.sipsleuth.report.ladder;

import java.io.IOException;
import org.sipsleuth.report.draw.Ink;
import org.sipsleuth.report.draw.Pen;
import org.sipsleuth.report.draw.Pen.Anchor;
import org.sipsleuth.report.draw.Pen.Letters;
import org.sipsleuth.report.draw.Pen.Rectangle;
import org.sipsleuth.report.draw.Typeface;
import org.sipsleuth.report.ladder.content.LadderContent;

/// Draws the label of an arrow: the letter of its group, its text, its marks.
final class LabelPainter {

    /// How much wider than its label an arrow is at least.
    static final double MARGIN = 14;

    static final double SIZE = 11.5;
    static final double BADGE_SIZE = 8.5;

    private static final double BASE = 12;
    private static final double BADGE_GAP = 5;
    private static final double BADGE_PADDING = 6;
    private static final double BADGE_HEIGHT = 11;

    private final Typeface typeface;

    LabelPainter(Typeface typeface) {
        this.typeface = typeface;
    }

    /// The width of a label with all its badges.
    double width(LadderContent.Row row) {
        return typeface.width(row.label().whole(), SIZE) + badgesWidth(row);
    }

    /// Draws the label of a row.
    void label(Pen pen, LadderContent.Row row, LaneGrid grid, double top) throws IOException {
        boolean loop = row.source() == row.destination();
        double from = grid.x(row.source());
        double to = grid.x(row.destination());
        String letter = row.look().letter();
        double before = letter.isEmpty() ? 0 : badgeWidth(letter) + BADGE_GAP;
        double badges = badgesWidth(row);
        double all = grid.right() - grid.left();
        double behindLoop = grid.right() - from - LadderShapes.FILE.loopWidth() - MARGIN / 2;
        double beforeLoop = from - MARGIN / 2 - grid.left();
        double most = loop ? Math.max(behindLoop, beforeLoop) : all;
        double room = loop ? most : Math.abs(to - from) - MARGIN;
        String whole = row.label().whole();
        boolean roomy = typeface.width(whole, SIZE) + badges <= room;
        String text = typeface.fit(roomy ? whole : row.label().brief(), SIZE, most - badges);
        double half = (typeface.width(text, SIZE) + badges) / 2;
        double beside = loop ? besideLoop(from, half, grid.right()) : (from + to) / 2;
        double middle = Math.max(grid.left() + half, Math.min(beside, grid.right() - half));
        double base = top + (loop ? LadderPainter.ARROW : BASE);
        pen.box(
                Ink.PAPER,
                Ink.PAPER,
                new Rectangle(middle - half - 2, base - 10, 2 * half + 4, 12.5));
        boolean defective = row.is(LadderContent.Mark.DEFECTIVE);
        boolean isMedia = row.look().kind().isMedia();
        Ink ink = defective ? Ink.FAILURE : isMedia ? Ink.MEDIA : Ink.TEXT;
        double left = middle - half;
        if (!letter.isEmpty()) {
            badge(pen, letter, row.look().ink(), left, base);
            left += before;
        }
        pen.text(new Letters(ink, SIZE, Anchor.LEFT), text, left, base);
        badges(pen, row, left + typeface.width(text, SIZE), base);
    }

    /// Right of the loop, or left of the lifeline where there is more room.
    private static double besideLoop(double x, double half, double right) {
        double after = x + LadderShapes.FILE.loopWidth() + MARGIN / 2 + half;
        return after + half <= right ? after : x - MARGIN / 2 - half;
    }

    private double badgesWidth(LadderContent.Row row) {
        String letter = row.look().letter();
        double width = letter.isEmpty() ? 0 : badgeWidth(letter) + BADGE_GAP;
        for (LadderContent.Mark mark : LadderContent.Mark.values()) {
            width += row.is(mark) ? BADGE_GAP + badgeWidth(mark.badge()) : 0;
        }
        return width;
    }

    private void badges(Pen pen, LadderContent.Row row, double from, double base)
            throws IOException {
        double x = from;
        for (LadderContent.Mark mark : LadderContent.Mark.values()) {
            if (row.is(mark)) {
                badge(pen, mark, x + BADGE_GAP, base);
                x += BADGE_GAP + badgeWidth(mark.badge());
            }
        }
    }

    double badgeWidth(String words) {
        return typeface.width(words, BADGE_SIZE) + BADGE_PADDING;
    }

    /// Draws the sign of a mark.
    void badge(Pen pen, LadderContent.Mark mark, double x, double base) throws IOException {
        Ink ink =
                switch (mark) {
                    case SDP, REPEATED -> Ink.FAINT;
                    case DEFECTIVE -> Ink.FAILURE;
                    case HINT -> Ink.HINT;
                };
        badge(pen, mark.badge(), ink, x, base);
    }

    private void badge(Pen pen, String words, Ink ink, double x, double base) throws IOException {
        double width = badgeWidth(words);
        pen.box(Ink.PAPER, ink, new Rectangle(x, base - BADGE_HEIGHT + 2, width, BADGE_HEIGHT));
        Letters letters = new Letters(ink, BADGE_SIZE, Anchor.CENTRE);
        pen.text(letters, words, x + width / 2, base - 0.5);
    }
}
