package org.sipsleuth.report.ladder.part;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.sipsleuth.report.draw.Ink;
import org.sipsleuth.report.draw.Pen;
import org.sipsleuth.report.draw.Pen.Anchor;
import org.sipsleuth.report.draw.Pen.Dashes;
import org.sipsleuth.report.draw.Pen.Letters;
import org.sipsleuth.report.draw.Pen.Rectangle;
import org.sipsleuth.report.draw.Pen.Stroke;
import org.sipsleuth.report.draw.TextMeasure;
import org.sipsleuth.report.ladder.content.ArrowKind;
import org.sipsleuth.report.ladder.content.LadderContent.Extent;
import org.sipsleuth.report.ladder.content.LadderContent.Mark;
import org.sipsleuth.report.ladder.content.Look;
import org.sipsleuth.report.ladder.part.LabelPainter.Badge;

/// Draws the legend of the arrows, marks and layers of a ladder, in as many lines as the width
/// needs or as a list.
///
/// @param <X> thrown when the drawing cannot be written
public final class LegendPainter<X extends Exception> {

    private static final double LINE = 17;

    private static final double SIZE = 9.5;
    private static final double SAMPLE = 30;
    private static final double SMALL_SAMPLE = 12;
    private static final double GAP = 6;
    private static final double NEXT = 16;
    private static final double BASE = 12;
    private static final double ABOVE_BASE = 3.5;
    private static final String DEFECTIVE_SAMPLE = "BYE";

    private final TextMeasure measure;
    private final Letters words;
    private final LabelPainter labels;
    private final List<Entry<X>> entries = new ArrayList<>();

    /// @param extent what the explained ladder has
    /// @param badges the marks that are drawn as badges; a retransmission without one is a dotted
    ///     arrow alone, a message with defects has a label in the colour of failures
    public LegendPainter(TextMeasure measure, Extent extent, Set<Mark> badges) {
        this.measure = measure;
        words = new Letters(Ink.FAINT, Math.max(SIZE, measure.smallest()), Anchor.LEFT);
        labels = new LabelPainter(measure);
        arrows(extent);
        for (Mark mark : Mark.values()) {
            mark(mark, badges.contains(mark));
        }
        layers(extent);
    }

    /// A sample and its meaning.
    private record Entry<X extends Exception>(double sample, String words, Drawer<X> drawer) {

        /// Where its words start.
        ///
        /// @param isList whether the words of all entries are aligned
        double wordsLeft(boolean isList) {
            return sample == 0 ? 0 : (isList ? SAMPLE : sample) + GAP;
        }
    }

    /// An entry in its place.
    private record Placed<X extends Exception>(Entry<X> entry, double x, double y) {}

    /// Draws a sample.
    @FunctionalInterface
    private interface Drawer<X extends Exception> {
        void draw(Pen<X> pen, double x, double top) throws X;
    }

    private void add(double sample, String meaning, Drawer<X> drawer) {
        entries.add(new Entry<>(sample, meaning, drawer));
    }

    private void arrows(Extent extent) {
        for (ArrowKind kind : ArrowKind.values()) {
            boolean isShown = kind.isMedia() ? extent.hasMedia() : !extent.hasGroups();
            if (isShown) {
                arrow(Look.of(kind), false, kind.meaning());
            }
        }
        if (extent.hasGroups()) { // colours show something else: only the lines are explained
            arrow(new Look(ArrowKind.REQUEST, 0), false, "request");
            arrow(new Look(ArrowKind.SUCCESS, 0), false, "response");
        }
    }

    private void arrow(Look look, boolean isRepeated, String meaning) {
        add(SAMPLE, meaning, (pen, x, y) -> {
            boolean isStream = look.kind().isMedia();
            double line = isStream ? LadderSizes.STREAM_ARROW : LadderSizes.ARROW;
            double top = y + BASE - ABOVE_BASE - line;
            Place place = new Place(x, x + SAMPLE, x, x + SAMPLE, top);
            if (isStream) {
                ArrowPainter.stream(pen, look, place);
            } else {
                ArrowPainter.message(pen, look, isRepeated, false, place);
            }
        });
    }

    private void mark(Mark mark, boolean isBadge) {
        String dotted = "dotted: a retransmission";
        if (isBadge) {
            Badge badge = Badge.of(mark);
            String meaning = mark == Mark.REPEATED ? dotted : mark.meaning();
            double width = labels.width(badge);
            add(width, meaning, (pen, x, y) -> labels.badge(pen, badge, x, y + BASE - ABOVE_BASE));
        } else if (mark == Mark.REPEATED) {
            arrow(Look.of(ArrowKind.REQUEST), true, dotted);
        } else {
            Letters sample = new Letters(Badge.of(mark).ink(), words.size(), Anchor.LEFT);
            double width = measure.width(DEFECTIVE_SAMPLE, sample);
            Drawer<X> drawer = (pen, x, y) -> pen.text(sample, DEFECTIVE_SAMPLE, x, y + BASE);
            add(width, mark.meaning(), drawer);
        }
    }

    private void layers(Extent extent) {
        if (extent.bands() > 0) {
            box(Ink.BAND, "state of a dialog");
            box(Ink.BAND_OTHER, "failed state");
        }
        if (extent.brackets() > 0) {
            add(SMALL_SAMPLE, "a transaction", LegendPainter::bracket);
        }
        if (!extent.scale().isEmpty()) {
            String meaning = "time scale: one row = " + extent.scale() + "; zigzag: longer pause";
            add(0, meaning, (_, _, _) -> {});
        }
    }

    private void box(Ink ink, String meaning) {
        add(SMALL_SAMPLE, meaning, (pen, x, y) -> pen.box(ink, ink, new Rectangle(x, y + 3, SMALL_SAMPLE, LINE - 6)));
    }

    private static <X extends Exception> void bracket(Pen<X> pen, double x, double y) throws X {
        Stroke stroke = new Stroke(Ink.FAINT, 1.2, Dashes.SOLID);
        double left = x + SMALL_SAMPLE / 2;
        double right = left + SMALL_SAMPLE / 2;
        pen.line(stroke, right, y + 3, left, y + 3, left, y + LINE - 3, right, y + LINE - 3);
    }

    /// Its meanings, in order.
    public List<String> meanings() {
        return entries.stream().map(Entry::words).toList();
    }

    /// Its height at this width. An entry that is wider has a line of its own.
    public double height(double width) {
        return height(place(width));
    }

    /// Draws it.
    ///
    /// @return its height
    public double draw(Pen<X> pen, double width, double top) throws X {
        List<Placed<X>> all = place(width);
        pen.begin("legend", "");
        for (Placed<X> placed : all) {
            draw(pen, placed, top, false);
        }
        pen.end();
        return height(all);
    }

    private static double height(List<? extends Placed<?>> all) {
        return all.getLast().y() + LINE;
    }

    /// The width of a list of its entries.
    public double listWidth() {
        return entries.stream().mapToDouble(entry -> width(entry, true)).max().orElse(0);
    }

    /// The height of a list of its entries.
    public double listHeight() {
        return entries.size() * LINE;
    }

    /// Draws its entries as a list, one per line, with their meanings aligned.
    public void drawList(Pen<X> pen) throws X {
        double y = 0;
        for (Entry<X> entry : entries) {
            draw(pen, new Placed<>(entry, 0, y), 0, true);
            y += LINE;
        }
    }

    private void draw(Pen<X> pen, Placed<X> placed, double top, boolean isList) throws X {
        Entry<X> entry = placed.entry();
        double y = top + placed.y();
        entry.drawer().draw(pen, placed.x(), y);
        double x = placed.x() + entry.wordsLeft(isList);
        pen.text(words, entry.words(), x, y + BASE);
    }

    private List<Placed<X>> place(double width) {
        List<Placed<X>> all = new ArrayList<>();
        double x = 0;
        double y = 0;
        for (Entry<X> entry : entries) {
            double needed = width(entry, false);
            if (x > 0 && x + needed > width) {
                x = 0;
                y += LINE;
            }
            all.add(new Placed<>(entry, x, y));
            x += needed + NEXT;
        }
        return all;
    }

    private double width(Entry<X> entry, boolean isList) {
        return entry.wordsLeft(isList) + measure.width(entry.words(), words);
    }
}
