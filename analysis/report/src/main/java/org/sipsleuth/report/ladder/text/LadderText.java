package org.sipsleuth.report.ladder.text;

import java.io.IOException;
import java.util.List;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.ladder.layer.RowGroups;
import org.sipsleuth.report.ladder.content.LadderContent;
import org.sipsleuth.report.ladder.content.Look;
import org.sipsleuth.report.output.DisplayWidth;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.report.output.VisibleText;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

/// A ladder drawn with characters: a lifeline per host, an arrow per message, the time and the time
/// since the message before it at the left.
public final class LadderText {

    /// More lifelines than this do not fit a screen; then each row names its two ends instead.
    private static final int MAX_LIFELINES = 12;

    private static final int MIN_GAP = 18;
    private static final int MAX_GAP = 44;
    private static final int NARROWEST_TIME = 9;
    private static final int ROWS_BETWEEN_LOOKS = 1000;
    private static final int MAX_GROUPS = 200;

    private final LadderContent content;
    private final boolean unicode;
    private final LadderContent.Place widest;
    private final TextSides sides;
    private final int margin;
    private final int gap;

    /// @param unicode whether arrows may be more than ASCII
    /// @param columns how wide it should be; a ladder of many hosts can be wider
    public LadderText(LadderContent content, boolean unicode, int columns) {
        this.content = content;
        this.unicode = unicode;
        widest = content.widest();
        sides = new TextSides(content, unicode);
        margin = content.heads().isEmpty() ? 0 : named(content.heads().getFirst()) / 2;
        gap = Math.clamp(room(columns), MIN_GAP, widestGap());
    }

    // How far apart lifelines can stand if all are to fit.
    private int room(int columns) {
        return (columns - indent() - 2 * margin) / Math.max(1, content.heads().size() - 1);
    }

    private int indent() {
        return content.size() == 0 ? 0 : times(content.row(0)).length() + sides.width();
    }

    // How far apart they need to stand for every label and every host, within bounds.
    private int widestGap() {
        int widestSoFar = MIN_GAP;
        for (LadderContent.Head head : content.heads()) {
            widestSoFar = Math.max(widestSoFar, named(head) + 3);
        }
        for (int row = 0; row < content.size() && widestSoFar < MAX_GAP; row++) {
            int label = DisplayWidth.of(label(content.row(row), Integer.MAX_VALUE));
            widestSoFar = Math.max(widestSoFar, label + 8);
        }
        return Math.min(widestSoFar, MAX_GAP);
    }

    private int named(LadderContent.Head head) {
        return Math.max(DisplayWidth.of(visible(head.name())), DisplayWidth.of(visible(head.below())));
    }

    /// Writes the heading and a line for each message.
    ///
    /// @throws java.util.concurrent.CancellationException if the monitor asked to stop
    public void writeTo(Appendable text, RunMonitor monitor) throws IOException {
        boolean drawn = content.heads().size() <= MAX_LIFELINES;
        if (drawn) {
            heading(text);
        }
        for (int number = 0; number < content.size(); number++) {
            LadderContent.Row row = content.row(number);
            room(text, number, drawn);
            text.append(times(row)).append(sides.beside(number));
            text.append(drawn ? arrow(row) : ends(number) + label(row, Integer.MAX_VALUE));
            if (row.is(LadderContent.Mark.REPEATED)) {
                text.append("  retransmission");
            }
            if (drawn && row.look().kind().isMedia()) { // too much for most arrows
                text.append("  ").append(visible(row.label().whole())).append(marks(row));
            }
            text.append('\n');
            if (number % ROWS_BETWEEN_LOOKS == 0) {
                monitor.throwIfCancelled();
                monitor.progress(new Progress("Writing ladder", number, content.size()));
            }
        }
        groups(text);
    }

    /// The room before a row: a line for each row's height, or one with the length of a break.
    private void room(Appendable text, int row, boolean drawn) throws IOException {
        String pause = content.pauseBefore(row);
        String words = pause.isEmpty() ? "" : (unicode ? "⋮ " : ": ") + pause + "  ";
        int lines = pause.isEmpty() ? (int) Math.round(content.roomBefore(row)) : 1;
        int times = indent() - sides.width();
        for (int line = 0; line < lines; line++) {
            text.append(" ".repeat(Math.max(0, times - words.length()))).append(words);
            String beside = sides.above(row);
            String lanes = drawn ? tail(new StringBuilder(), 0).toString() : "";
            text.append((beside + lanes).stripTrailing()).append('\n');
        }
    }

    /// The legend of the letters of groups.
    private void groups(Appendable text) throws IOException {
        if (!content.extent().hasGroups()) {
            return;
        }
        int[] groups = IntStream.range(0, content.size())
                .map(content::group)
                .filter(group -> group != Look.NO_GROUP)
                .distinct()
                .toArray();
        text.append('\n');
        for (int i = 0; i < Math.min(MAX_GROUPS, groups.length); i++) {
            String name = visible(content.groupName(groups[i]));
            text.append(RowGroups.letter(groups[i])).append("  ").append(name).append('\n');
        }
        if (groups.length > MAX_GROUPS) {
            int more = groups.length - MAX_GROUPS;
            text.append("and ").append(HumanText.count(more)).append(" more\n");
        }
    }

    private void heading(Appendable text) throws IOException {
        int indent = indent();
        List<LadderContent.Head> heads = content.heads();
        centred(text, indent, heads.stream().map(head -> visible(head.name())).toList());
        centred(text, indent, heads.stream().map(head -> visible(head.below())).toList());
    }

    private void centred(Appendable text, int indent, List<String> names) throws IOException {
        StringBuilder line = new StringBuilder();
        int cells = 0;
        for (int i = 0; i < names.size(); i++) {
            int width = DisplayWidth.of(names.get(i));
            int from = indent + margin + i * gap - width / 2;
            int blanks = Math.max(i == 0 ? 0 : 1, from - cells);
            line.repeat(' ', blanks).append(names.get(i));
            cells += blanks + width;
        }
        text.append(line).append('\n');
    }

    private String times(LadderContent.Row row) {
        LadderContent.Place place = row.place();
        String dialog = widest.dialog().isEmpty() ? "" : padded(place.dialog(), widest.dialog().length()) + "  ";
        return dialog + padded(place.frame(), widest.frame().length()) + "  " + place.time()
                + " ".repeat(widest.time().length() - place.time().length())
                + padded(place.delta(), Math.max(NARROWEST_TIME, widest.delta().length() + 1)) + "  ";
    }

    private static String padded(String number, int cells) {
        return " ".repeat(Math.max(0, cells - number.length())) + number;
    }

    /// A label that keeps its marks where it is cut.
    private String label(LadderContent.Row row, int cells) {
        String marks = row.look().kind().isMedia() && content.heads().size() <= MAX_LIFELINES ? "" : marks(row);
        return DisplayWidth.cut(words(row), cells - marks.length(), mark()) + marks;
    }

    private String words(LadderContent.Row row) {
        if (row.look().kind().isMedia() && content.heads().size() <= MAX_LIFELINES) {
            return row.look().kind().meaning();
        }
        String letter = row.look().letter();
        return (letter.isEmpty() ? "" : "[" + letter + "] ") + visible(row.label().text());
    }

    private static String marks(LadderContent.Row row) {
        return row.is(LadderContent.Mark.PROBLEM) ? " [problem]" : row.is(LadderContent.Mark.HINT) ? " [hint]" : "";
    }

    private String ends(int row) {
        String ends = content.ends(row);
        return (unicode ? ends : visible(ends.replace("→", "->"))) + "  ";
    }

    private String arrow(LadderContent.Row row) {
        int left = Math.min(row.source(), row.destination());
        int right = Math.max(row.source(), row.destination());
        StringBuilder line = new StringBuilder();
        lifelines(line.repeat(' ', margin), 0, left);
        line.append(lifeline());
        if (left == right) {
            toItself(line, row);
        } else {
            between(line, row, (right - left) * gap - 1, row.destination() == right);
            line.append(lifeline());
        }
        return tail(line, right + 1).toString();
    }

    private StringBuilder tail(StringBuilder line, int next) {
        for (int i = next; i < content.heads().size(); i++) {
            int column = margin + i * gap;
            line.repeat(' ', Math.max(1, column - DisplayWidth.of(line.toString()))).append(lifeline());
        }
        return line;
    }

    private void lifelines(StringBuilder line, int from, int to) {
        for (int i = from; i < to; i++) {
            line.append(lifeline()).repeat(' ', gap - 1);
        }
    }

    private void toItself(StringBuilder line, LadderContent.Row row) {
        String label = label(row, gap - 6);
        line.append(unicode ? "↩ " : "<' ").append(label);
    }

    private void between(StringBuilder line, LadderContent.Row row, int cells, boolean rightward) {
        String label = label(row, cells - 6);
        int dashes = cells - DisplayWidth.of(label) - 3;
        boolean isMedia = row.look().kind().isMedia();
        String dash = unicode ? isMedia ? "═" : "─" : isMedia ? "=" : "-";
        line.append(rightward ? dash : unicode ? "◀" : "<");
        line.repeat(dash, dashes / 2).append(' ').append(label).append(' ');
        line.repeat(dash, dashes - dashes / 2 - 1);
        line.append(rightward ? unicode ? "▶" : ">" : dash);
    }

    private String lifeline() {
        return unicode ? "│" : "|";
    }

    private String mark() {
        return unicode ? "…" : "~";
    }

    private String visible(String text) {
        return VisibleText.of(text, unicode);
    }
}
