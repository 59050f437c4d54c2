package org.sipsleuth.report.investigation;

import java.io.IOException;
import java.util.List;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.report.draw.Ink;
import org.sipsleuth.report.draw.Pen;
import org.sipsleuth.report.draw.Pen.Anchor;
import org.sipsleuth.report.draw.Pen.Dashes;
import org.sipsleuth.report.draw.Pen.Letters;
import org.sipsleuth.report.draw.Pen.Rectangle;
import org.sipsleuth.report.draw.Pen.Stroke;
import org.sipsleuth.report.draw.Picture;
import org.sipsleuth.report.draw.Typeface;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.report.output.VisibleText;
import org.sipsleuth.sentence.Severity;

/// The traffic of a capture over time, and below it a bar for each stage of an incident.
final class TimelinePicture {

    private static final double WIDTH = 680;
    private static final double LABELS = 190;
    private static final double MARGIN = 34; // half a time at the right end
    private static final double TRAFFIC = 46;
    private static final double TOP = 16;
    private static final double ROW = 20;
    private static final double AXIS = 24;
    private static final double BAR = 10;
    private static final double NARROWEST = 3;
    private static final double SIZE = 11;
    private static final int SLOTS = 120;
    private static final int TICKS = 4;
    private static final long SECOND = 1_000_000_000L;
    private static final long DAY = 86_400 * SECOND;

    private static final Letters LEFT = new Letters(Ink.TEXT, SIZE, Anchor.LEFT);
    private static final Letters FAINT = new Letters(Ink.FAINT, SIZE, Anchor.CENTRE);

    /// A stage.
    record Bar(String label, long fromNanos, long toNanos, Severity severity) {}

    private final ReportText text;
    private final List<Bar> bars;
    private final long[] messages = new long[SLOTS];
    private final long first;
    private final long last;

    TimelinePicture(SipIndex index, ReportText text, List<Bar> bars) {
        this.text = text;
        this.bars = List.copyOf(bars);
        MessageTable table = index.messages();
        long from = Long.MAX_VALUE;
        long to = Long.MIN_VALUE;
        for (int i = 0; i < table.size(); i++) {
            from = Math.min(from, table.capturedAtNanos(i));
            to = Math.max(to, table.capturedAtNanos(i));
        }
        first = from;
        last = Math.max(to, from + 1);
        for (int i = 0; i < table.size(); i++) {
            double share = share(table.capturedAtNanos(i));
            messages[(int) Math.min(SLOTS - 1, share * SLOTS)]++;
        }
    }

    private double share(long nanos) {
        return ((double) nanos - first) / Math.max(1, (double) last - first); // doubles of today are 256 ns apart
    }

    private double x(long nanos) {
        return LABELS + share(nanos) * (WIDTH - LABELS - MARGIN);
    }

    Picture picture() {
        double height = TOP + TRAFFIC + bars.size() * ROW + AXIS;
        return new Picture(text.text("timeline.title"), WIDTH, height, this::draw);
    }

    private void draw(Pen<IOException> pen) throws IOException {
        Typeface typeface = Typeface.load();
        double bottom = TOP + TRAFFIC + bars.size() * ROW;
        ticks(pen, bottom);
        traffic(pen);
        for (int i = 0; i < bars.size(); i++) {
            bar(pen, typeface, bars.get(i), TOP + TRAFFIC + i * ROW);
        }
    }

    private void ticks(Pen<IOException> pen, double bottom) throws IOException {
        long unit = last - first < 10 * SECOND ? 1 : 0;
        for (int i = 0; i <= TICKS; i++) {
            long at = first + (long) ((last - (double) first) * i / TICKS);
            double x = x(at);
            pen.line(new Stroke(Ink.LINE, 1, Dashes.SOLID), x, TOP, x, bottom);
            pen.text(FAINT, time(at, unit == 1 ? 3 : 0), x, bottom + SIZE + 4);
        }
    }

    private String time(long nanos, int digits) {
        return last - first < DAY ? HumanText.clock(nanos, digits) : HumanText.moment(nanos, 0).substring(5, 16);
    }

    private void traffic(Pen<IOException> pen) throws IOException {
        long most = 1;
        for (long count : messages) {
            most = Math.max(most, count);
        }
        double bottom = TOP + TRAFFIC - 8;
        double width = (WIDTH - LABELS - MARGIN) / SLOTS;
        for (int slot = 0; slot < SLOTS; slot++) {
            double height = (TRAFFIC - 12) * messages[slot] / most;
            if (height > 0) {
                double from = LABELS + slot * width;
                pen.box(Ink.PROVISIONAL, Ink.PROVISIONAL,
                        new Rectangle(from, bottom - height, Math.max(1, width - 1), height));
            }
        }
        pen.line(new Stroke(Ink.LINE, 1, Dashes.SOLID), LABELS, bottom, WIDTH - MARGIN, bottom);
        pen.text(LEFT, text.text("timeline.messages"), 0, bottom);
    }

    private void bar(Pen<IOException> pen, Typeface typeface, Bar bar, double top) throws IOException {
        String label = typeface.fit(VisibleText.of(bar.label(), true), SIZE, LABELS - 8);
        pen.text(LEFT, label, 0, LEFT.baseline(top + ROW / 2));
        double from = x(bar.fromNanos());
        double width = Math.max(NARROWEST, x(bar.toNanos()) - from);
        Ink ink = ink(bar.severity());
        pen.box(ink, ink, new Rectangle(from, top + (ROW - BAR) / 2, width, BAR, 2));
    }

    private static Ink ink(Severity severity) {
        return switch (severity) {
            case CRITICAL, HIGH -> Ink.FAILURE;
            case MEDIUM -> Ink.CLIENT_ERROR;
            case LOW, INFO -> Ink.REQUEST;
        };
    }
}
