package org.sipsleuth.report.ladder.part;

import java.util.List;
import java.util.function.IntFunction;
import org.sipsleuth.dialog.ladder.layer.RowGroups;
import org.sipsleuth.report.draw.Ink;
import org.sipsleuth.report.draw.Pen;
import org.sipsleuth.report.draw.Pen.Anchor;
import org.sipsleuth.report.draw.Pen.Dashes;
import org.sipsleuth.report.draw.Pen.Letters;
import org.sipsleuth.report.draw.Pen.Stroke;
import org.sipsleuth.report.draw.TextMeasure;

/// Draws the legend for the colours and letters of groups of rows.
public final class GroupLegend {

    private static final double SAMPLE = 18;
    private static final double GAP = 6;
    private static final double NEXT = 20;
    private static final double WIDEST = 260;
    private static final Letters WORDS = new Letters(Ink.TEXT, 11, Anchor.LEFT);
    private static final Letters MORE = new Letters(Ink.FAINT, 11, Anchor.LEFT);

    private final TextMeasure measure;

    public GroupLegend(TextMeasure measure) {
        this.measure = measure;
    }

    /// Where a legend is.
    ///
    /// @param line the height of a line
    /// @param lines how many it has
    public record Area(double left, double top, double right, double line, int lines) {}

    /// The words of a legend.
    ///
    /// @param names of groups
    /// @param more the words for so many groups that do not fit
    public record Words(IntFunction<String> names, IntFunction<String> more) {}

    /// Draws the legend of groups, in their order, or of as many as fit.
    public <X extends Exception> void draw(Pen<X> pen, List<Integer> groups, Words words, Area area) throws X {
        double x = area.left();
        int line = 0;
        int left = groups.size();
        for (int group : groups) {
            String name = RowGroups.letter(group) + "  " + words.names().apply(group);
            String text = measure.fit(name, WORDS, WIDEST);
            double width = SAMPLE + GAP + measure.width(text, WORDS) + NEXT;
            if (x > area.left() && x + width > area.right() && line < area.lines() - 1) {
                x = area.left();
                line++;
            }
            boolean isLastLine = line == area.lines() - 1;
            String more = words.more().apply(left);
            double reserved = isLastLine && left > 1 ? measure.width(more, MORE) + NEXT / 2 : 0;
            double middle = area.top() + (line + 0.5) * area.line();
            if (isLastLine && x + width + reserved > area.right()) {
                pen.text(MORE, more, x, MORE.baseline(middle));
                return;
            }
            Stroke stroke = new Stroke(Ink.ofGroup(RowGroups.colour(group)), 3, Dashes.SOLID);
            pen.line(stroke, x, middle, x + SAMPLE, middle);
            pen.text(WORDS, text, x + SAMPLE + GAP, WORDS.baseline(middle));
            x += width;
            left--;
        }
    }
}
