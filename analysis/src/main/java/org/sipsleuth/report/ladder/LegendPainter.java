package org.sipsleuth.report.ladder;

import java.io.IOException;
import org.sipsleuth.report.draw.Ink;
import org.sipsleuth.report.draw.Pen;
import org.sipsleuth.report.draw.Pen.Anchor;
import org.sipsleuth.report.draw.Pen.Letters;
import org.sipsleuth.report.draw.Typeface;

/// Draws what the looks of arrows mean, in as many lines as the width needs.
final class LegendPainter {

    /// The height of one line of it.
    static final double LINE = 17;

    private static final double SIZE = 9.5;
    private static final double SAMPLE = 30;
    private static final double GAP = 6;
    private static final double NEXT = 16;
    private static final double BASE = 12;
    private static final double ABOVE_BASE = 3.5;
    private static final String REPEATED = "dotted: a retransmission";

    private final Typeface typeface;
    private final LadderPainter painter;
    private final boolean hasMedia;

    /// @param hasMedia whether there are arrows of media to be explained
    LegendPainter(Typeface typeface, LadderPainter painter, boolean hasMedia) {
        this.typeface = typeface;
        this.painter = painter;
        this.hasMedia = hasMedia;
    }

    /// Its height at this width.
    double height(double width) {
        try {
            return draw(NOTHING, width, 0);
        } catch (IOException e) {
            throw new IllegalStateException("nothing is written", e);
        }
    }

    /// Draws it.
    ///
    /// @return its height
    double draw(Pen pen, double width, double top) throws IOException {
        double x = 0;
        double y = top;
        pen.begin("legend", "");
        for (ArrowKind kind : ArrowKind.values()) {
            if (kind == ArrowKind.MEDIA && !hasMedia) {
                continue;
            }
            double needed = SAMPLE + GAP + typeface.width(kind.meaning(), SIZE);
            if (x > 0 && x + needed > width) {
                x = 0;
                y += LINE;
            }
            LadderPainter.arrow(pen, kind, false, x, x + SAMPLE, y + BASE - ABOVE_BASE);
            words(pen, kind.meaning(), x + SAMPLE + GAP, y);
            x += needed + NEXT;
        }
        for (LadderContent.Mark mark : LadderContent.Mark.values()) {
            String meaning = mark == LadderContent.Mark.REPEATED ? REPEATED : mark.meaning();
            double badge = painter.badgeWidth(mark);
            double needed = badge + GAP + typeface.width(meaning, SIZE);
            if (x > 0 && x + needed > width) {
                x = 0;
                y += LINE;
            }
            painter.badge(pen, mark, x, y + BASE);
            words(pen, meaning, x + badge + GAP, y);
            x += needed + NEXT;
        }
        pen.end();
        return y + LINE - top;
    }

    private static void words(Pen pen, String words, double x, double top) throws IOException {
        pen.text(new Letters(Ink.FAINT, SIZE, Anchor.LEFT), words, x, top + BASE);
    }

    /// Draws nothing, to measure.
    private static final Pen NOTHING =
            new Pen() {
                @Override
                public void line(Stroke stroke, double... points) {}

                @Override
                public void area(Ink ink, double... points) {}

                @Override
                public void box(Ink fill, Ink border, Rectangle place) {}

                @Override
                public void text(Letters letters, String text, double x, double baseline) {}
            };
}
