package org.sipsleuth.report.compare;

import java.io.IOException;
import org.sipsleuth.compare.DialogComparison;
import org.sipsleuth.compare.DialogRow;
import org.sipsleuth.compare.HostParts;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.ladder.Ladder;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.report.output.VisibleText;

/// Two dialogs side by side as text: a line per message with the time since the message before,
/// who sends it to whom, and what it is. Hosts have letters, the same for the same part.
public final class DialogComparisonText {

    private static final int PAUSE_CELLS = 12;
    private static final int PAUSE_DIGITS = 6;

    private final DialogComparison comparison;
    private final boolean unicode;
    private final int columns;
    private final Ladder left;
    private final Ladder right;
    private final HostParts parts;

    /// @param unicode whether the text may be more than ASCII
    /// @param columns how wide it may be
    public DialogComparisonText(DialogComparison comparison, boolean unicode, int columns) {
        this.comparison = comparison;
        this.unicode = unicode;
        this.columns = columns;
        left = ladder(comparison.index(), comparison.left());
        right = ladder(comparison.rightIndex(), comparison.right());
        parts = HostParts.of(comparison);
    }

    private static Ladder ladder(SipIndex index, int dialog) {
        return Ladder.of(index, dialog == DialogComparison.NONE ? new int[0] : index.messagesOf(dialog));
    }

    /// Writes how they differ in words, who is who, what the signs mean, and all messages.
    public void writeTo(Appendable out) throws IOException {
        out.append(comparison.leftOut() == 0 ? "" : leftOut());
        int count = comparison.differences();
        out.append(count == 0 ? "no differences\n\n"
                : HumanText.count(count, "row") + (count == 1 ? " differs" : " differ")
                        + "; the right dialog is like the left one " + VisibleText.of(comparison.summary(), unicode)
                        + "\n~ different type, < only left, > only right, ^ opposite"
                        + " direction, * different pause\n" + (comparison.isByPieces() ? BY_PIECES : "") + "\n");
        SideBySide text = new SideBySide(out, columns);
        text.write(heading(comparison.index(), comparison.left()), ' ',
                heading(comparison.rightIndex(), comparison.right()));
        hosts(text);
        text.write("", ' ', "");
        for (DialogRow row : comparison.rows()) {
            String ours = line(row.left(), row.leftPauseNanos(), true);
            String theirs = line(row.right(), row.rightPauseNanos(), false);
            text.write(ours, sign(row), theirs);
        }
    }

    private static final String BY_PIECES =
            "long dialogs are aligned in sections: another alignment may have fewer differences\n";

    private String leftOut() {
        return HumanText.count(comparison.leftOut(), "message") + " after the first "
                + HumanText.count(DialogComparison.MOST_MESSAGES) + " not compared\n";
    }

    private void hosts(SideBySide text) throws IOException {
        for (HostParts.Part part : parts.all()) {
            text.write(host(part, part.left()), ' ', host(part, part.right()));
        }
    }

    private static String host(HostParts.Part part, String host) {
        return host.isEmpty() ? "" : part.letter() + "  " + host;
    }

    private String heading(SipIndex index, int dialog) {
        if (dialog == DialogComparison.NONE) {
            return "";
        }
        String state = DialogOutcome.of(index, dialog).text();
        String id = index.dialogs().callId(dialog);
        return VisibleText.of("Call-ID " + id + ", " + state, unicode);
    }

    private String line(int message, long pauseNanos, boolean isLeft) {
        if (message < 0) {
            return "";
        }
        String pause = (pauseNanos < 0 ? "" : "+") + HumanText.seconds(pauseNanos, PAUSE_DIGITS);
        Ladder ladder = isLeft ? left : right;
        return " ".repeat(Math.max(0, PAUSE_CELLS - pause.length())) + pause + "  "
                + parts.all().get(parts.source(message, isLeft)).letter() + (unicode ? " → " : " -> ")
                + parts.all().get(parts.destination(message, isLeft)).letter() + "  "
                + VisibleText.of(ladder.label(ladder.rowOf(message)), unicode);
    }

    private static char sign(DialogRow row) {
        return switch (row.kind()) {
            case OTHER_TYPE -> '~';
            case ONLY_LEFT -> '<';
            case ONLY_RIGHT -> '>';
            case SAME -> row.is(DialogRow.Mark.OTHER_WAY) ? '^' : row.is(DialogRow.Mark.OTHER_PAUSE) ? '*' : ' ';
        };
    }
}
