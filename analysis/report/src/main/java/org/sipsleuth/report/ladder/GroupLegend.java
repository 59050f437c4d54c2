package org.sipsleuth.report.ladder;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.ladder.layer.RowGroups;
import org.sipsleuth.report.draw.Ink;
import org.sipsleuth.report.draw.Pen;
import org.sipsleuth.report.draw.Pen.Anchor;
import org.sipsleuth.report.draw.Pen.Dashes;
import org.sipsleuth.report.draw.Pen.Letters;
import org.sipsleuth.report.draw.Pen.Stroke;
import org.sipsleuth.report.draw.Typeface;
import org.sipsleuth.report.ladder.content.LadderContent;
import org.sipsleuth.report.ladder.content.Look;
import org.sipsleuth.report.output.HumanText;

/// Draws the legend for the colours and letters of a range of rows.
final class GroupLegend {

    private static final double LINE = 15;
    private static final int LINES = 2;
    private static final double ENTRY = 230;
    private static final double SIZE = 9.5;
    private static final double SAMPLE = 18;
    private static final double GAP = 6;
    private static final double ABOVE = 6;
    private static final double BASE = ABOVE + 11;

    private final Typeface typeface;
    private final LadderContent content;

    GroupLegend(Typeface typeface, LadderContent content) {
        this.typeface = typeface;
        this.content = content;
    }

    /// Its height, whatever rows it is of.
    double height() {
        return content.extent().hasGroups() ? ABOVE + LINES * LINE : 0;
    }

    /// Draws it for these rows.
    ///
    /// @param end the row after the last one
    void draw(Pen pen, int from, int end, double width, double top) throws IOException {
        if (!content.extent().hasGroups()) {
            return;
        }
        List<Integer> groups =
                IntStream.range(from, end)
                        .map(content::group)
                        .filter(group -> group != Look.NO_GROUP)
                        .distinct()
                        .sorted()
                        .boxed()
                        .toList();
        int across = Math.max(1, (int) (width / ENTRY));
        int room = across * LINES;
        int named = groups.size() <= room ? groups.size() : room - 1;
        pen.begin("groups", "");
        for (int i = 0; i < named; i++) {
            int line = i / across;
            entry(pen, groups.get(i), i % across * ENTRY, top + line * LINE);
        }
        if (named < groups.size()) {
            String more = "and " + HumanText.count(groups.size() - named) + " more";
            double x = named % across * ENTRY;
            int line = named / across;
            words(pen, Ink.FAINT, more, x, top + line * LINE);
        }
        pen.end();
    }

    private void entry(Pen pen, int group, double x, double top) throws IOException {
        Stroke stroke = new Stroke(Ink.ofGroup(RowGroups.colour(group)), 3, Dashes.SOLID);
        double y = top + BASE - 3.5;
        pen.line(stroke, x, y, x + SAMPLE, y);
        String text = RowGroups.letter(group) + "  " + content.groupName(group);
        double left = x + SAMPLE + GAP;
        words(pen, Ink.TEXT, typeface.fit(text, SIZE, ENTRY - SAMPLE - 3 * GAP), left, top);
    }

    private static void words(Pen pen, Ink ink, String words, double x, double top)
            throws IOException {
        pen.text(new Letters(ink, SIZE, Anchor.LEFT), words, x, top + BASE);
    }
}
