package org.sipsleuth.report.ladder;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.report.draw.Ink;
import org.sipsleuth.report.draw.Pen;
import org.sipsleuth.report.draw.Pen.Anchor;
import org.sipsleuth.report.draw.Pen.Dashes;
import org.sipsleuth.report.draw.Pen.Letters;
import org.sipsleuth.report.draw.Pen.Rectangle;
import org.sipsleuth.report.draw.Pen.Stroke;
import org.sipsleuth.report.draw.Typeface;
import org.sipsleuth.report.ladder.content.ArrowKind;
import org.sipsleuth.report.ladder.content.LadderContent;
import org.sipsleuth.report.ladder.content.LadderContent.Mark;
import org.sipsleuth.report.ladder.content.Look;
import org.sipsleuth.report.ladder.part.ArrowPainter;
import org.sipsleuth.report.ladder.part.LabelPainter;
import org.sipsleuth.report.ladder.part.LabelPainter.Badge;
import org.sipsleuth.report.ladder.part.LadderSizes;
import org.sipsleuth.report.ladder.part.Place;

/// Draws what the looks of arrows and of all else mean, in as many lines as the width needs.
final class LegendPainter {

    /// The height of one line of it.
    static final double LINE = 17;

    private static final double SIZE = 9.5;
    private static final double SAMPLE = 30;
    private static final double SMALL_SAMPLE = 12;
    private static final double GAP = 6;
    private static final double NEXT = 16;
    private static final double BASE = 12;
    private static final double ABOVE_BASE = 3.5;

    private final Typeface typeface;
    private final LabelPainter labels;
    private final List<Entry> entries = new ArrayList<>();

    /// @param content the content to be explained
    LegendPainter(Typeface typeface, LadderContent content) {
        this.typeface = typeface;
        labels = new LabelPainter(typeface);
        arrows(content.extent());
        for (Mark mark : Mark.values()) {
            String words = mark == Mark.REPEATED ? "dotted: a retransmission" : mark.meaning();
            Badge badge = LadderPainter.badge(mark);
            double width = labels.width(badge);
            add(width, words, (pen, x, y) -> labels.badge(pen, badge, x, y + BASE - ABOVE_BASE));
        }
        layers(content.extent());
    }

    /// A sample and its meaning.
    private record Entry(double sample, String words, Drawer drawer) {}

    /// Draws a sample.
    @FunctionalInterface
    private interface Drawer {
        void draw(Pen<IOException> pen, double x, double top) throws IOException;
    }

    private void add(double sample, String words, Drawer drawer) {
        entries.add(new Entry(sample, words, drawer));
    }

    private void arrows(LadderContent.Extent extent) {
        for (ArrowKind kind : ArrowKind.values()) {
            boolean isShown = kind.isMedia() ? extent.hasMedia() : !extent.hasGroups();
            if (isShown) {
                arrow(Look.of(kind), kind.meaning());
            }
        }
        if (extent.hasGroups()) { // colours show something else: only the lines are explained
            arrow(new Look(ArrowKind.REQUEST, 0), "request");
            arrow(new Look(ArrowKind.SUCCESS, 0), "response");
        }
    }

    private void arrow(Look look, String words) {
        add(
                SAMPLE,
                words,
                (pen, x, y) -> {
                    boolean isStream = look.kind().isMedia();
                    double line = isStream ? LadderSizes.STREAM_ARROW : LadderSizes.ARROW;
                    double top = y + BASE - ABOVE_BASE - line;
                    Place place = new Place(x, x + SAMPLE, x, x + SAMPLE, top);
                    if (isStream) {
                        ArrowPainter.stream(pen, look, place);
                    } else {
                        ArrowPainter.message(pen, look, false, false, place);
                    }
                });
    }

    private void layers(LadderContent.Extent extent) {
        if (extent.bands() > 0) {
            box(Ink.BAND, "state of a dialog");
            box(Ink.BAND_OTHER, "failed state");
        }
        if (extent.brackets() > 0) {
            add(SMALL_SAMPLE, "a transaction", LegendPainter::bracket);
        }
        if (!extent.scale().isEmpty()) {
            String words = "time scale: one row = " + extent.scale() + "; zigzag: longer pause";
            add(0, words, (_, _, _) -> {});
        }
    }

    private void box(Ink ink, String words) {
        add(
                SMALL_SAMPLE,
                words,
                (pen, x, y) -> pen.box(ink, ink, new Rectangle(x, y + 3, SMALL_SAMPLE, LINE - 6)));
    }

    private static void bracket(Pen<IOException> pen, double x, double y) throws IOException {
        Stroke stroke = new Stroke(Ink.FAINT, 1.2, Dashes.SOLID);
        double left = x + SMALL_SAMPLE / 2;
        double right = left + SMALL_SAMPLE / 2;
        pen.line(stroke, right, y + 3, left, y + 3, left, y + LINE - 3, right, y + LINE - 3);
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
    double draw(Pen<IOException> pen, double width, double top) throws IOException {
        double x = 0;
        double y = top;
        pen.begin("legend", "");
        for (Entry entry : entries) {
            double gap = entry.sample() == 0 ? 0 : GAP;
            double needed = entry.sample() + gap + typeface.width(entry.words(), SIZE);
            if (x > 0 && x + needed > width) {
                x = 0;
                y += LINE;
            }
            entry.drawer().draw(pen, x, y);
            Letters faint = new Letters(Ink.FAINT, SIZE, Anchor.LEFT);
            pen.text(faint, entry.words(), x + entry.sample() + gap, y + BASE);
            x += needed + NEXT;
        }
        pen.end();
        return y + LINE - top;
    }

    /// Draws nothing, to measure.
    private static final Pen<IOException> NOTHING =
            new Pen<IOException>() {
                @Override
                public void line(Stroke stroke, double... points) {}

                @Override
                public void area(Ink ink, double... points) {}

                @Override
                public void box(Ink fill, Ink border, Rectangle place) {}

                @Override
                public void text(Letters letters, String text, double x, double baseline) {}

                @Override
                public void upright(Letters letters, String text, double x, double y) {}
            };
}
