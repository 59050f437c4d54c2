package org.sipsleuth.report.compare;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.ToIntFunction;
import org.sipsleuth.compare.Change;
import org.sipsleuth.compare.Line;
import org.sipsleuth.compare.LinePair;
import org.sipsleuth.compare.MessageComparison;
import org.sipsleuth.report.output.VisibleText;

/// Two messages side by side as text: changes within a line are in brackets.
public final class MessageComparisonText {

    private final MessageComparison comparison;
    private final boolean unicode;
    private final int columns;

    /// @param unicode whether the text may be more than ASCII
    /// @param columns how wide it may be
    public MessageComparisonText(MessageComparison comparison, boolean unicode, int columns) {
        this.comparison = comparison;
        this.unicode = unicode;
        this.columns = columns;
    }

    /// Writes what the signs mean, and all lines.
    ///
    /// @param left what the left message is
    /// @param right what the right one is
    public void writeTo(Appendable out, String left, String right) throws IOException {
        SideBySide text = new SideBySide(out, columns);
        int count = comparison.differences();
        out.append(count == 0 ? "no differences" : count == 1 ? "1 line differs" : count + " lines differ");
        out.append(count == 0 ? "\n\n" : ": ~ changed, < only left, > only right, ^ moved\n\n");
        text.write(VisibleText.of(left, unicode), ' ', VisibleText.of(right, unicode));
        text.write("", ' ', "");
        for (LinePair pair : comparison.pairs()) {
            switch (pair) {
                case LinePair.OnlyLeft only -> text.write(visible(only.left().content()), '<', "");
                case LinePair.OnlyRight only -> text.write("", '>', visible(only.right().content()));
                case LinePair.Both both -> text.write(marked(both.left(), both, Change::leftFrom, Change::leftTo),
                        sign(both), marked(both.right(), both, Change::rightFrom, Change::rightTo));
            }
        }
    }

    private static char sign(LinePair.Both both) {
        if (!both.changes().isEmpty()) {
            return '~';
        }
        return both.moved() ? '^' : ' ';
    }

    private String marked(Line line, LinePair.Both both, ToIntFunction<Change> from, ToIntFunction<Change> to) {
        String text = line.content();
        StringBuilder marked = new StringBuilder();
        int at = 0;
        List<Change> changes = both.changes();
        for (Change change : changes) {
            int begin = Math.min(text.length(), from.applyAsInt(change));
            int end = Math.min(text.length(), to.applyAsInt(change));
            marked.append(visible(text.substring(at, begin)));
            if (begin < end) {
                marked.append(unicode ? '⟦' : '{').append(visible(text.substring(begin, end)));
                marked.append(unicode ? '⟧' : '}');
            }
            at = end;
        }
        return marked.append(visible(text.substring(at))).toString();
    }

    private String visible(String bytes) {
        byte[] utf8 = bytes.getBytes(StandardCharsets.ISO_8859_1);
        return VisibleText.of(new String(utf8, StandardCharsets.UTF_8), unicode);
    }
}
