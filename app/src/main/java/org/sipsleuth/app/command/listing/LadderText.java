package org.sipsleuth.app.command.listing;

import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.ladder.Ladder;
import org.sipsleuth.dialog.ladder.Lifeline;
import org.sipsleuth.report.output.DisplayWidth;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.report.output.VisibleText;

/// A ladder drawn with characters: a lifeline per host, an arrow per message, the time and the time
/// since the message before it at the left.
public final class LadderText {

    /// More lifelines than this do not fit a screen; then each row names its two ends instead.
    private static final int MAX_LIFELINES = 12;

    private static final int MIN_GAP = 18;
    private static final int MAX_GAP = 44;
    private static final int PORTS_NAMED = 3;

    private final Ladder ladder;
    private final MessageTable messages;
    private final Captured captured;
    private final boolean unicode;
    private final int frameCells;
    private final int margin;
    private final int gap;

    /// @param unicode whether arrows may be more than ASCII
    /// @param columns how wide it should be; a ladder of many hosts can be wider
    public LadderText(SipIndex index, Ladder ladder, boolean unicode, int columns) {
        this.ladder = ladder;
        this.unicode = unicode;
        messages = index.messages();
        captured = new Captured(index);
        frameCells = Integer.toString(lastFrame()).length();
        margin = ladder.lifelines().isEmpty() ? 0 : named(ladder.lifelines().getFirst()) / 2;
        gap = Math.clamp(room(columns), MIN_GAP, widestGap());
    }

    private int lastFrame() {
        return ladder.size() == 0 ? 0 : messages.frame(ladder.message(ladder.size() - 1));
    }

    // How far apart lifelines can stand if all are to fit.
    private int room(int columns) {
        int times = ladder.size() == 0 ? 0 : times(0).length();
        return (columns - times - 2 * margin) / Math.max(1, ladder.lifelines().size() - 1);
    }

    // How far apart they need to stand for every label and every host, within bounds.
    private int widestGap() {
        int widest = MIN_GAP;
        for (Lifeline lifeline : ladder.lifelines()) {
            widest = Math.max(widest, named(lifeline) + 3);
        }
        for (int row = 0; row < ladder.size() && widest < MAX_GAP; row++) {
            widest = Math.max(widest, DisplayWidth.of(visible(ladder.label(row))) + 8);
        }
        return Math.min(widest, MAX_GAP);
    }

    private static int named(Lifeline lifeline) {
        return Math.max(lifeline.host().length(), ports(lifeline).length());
    }

    /// Writes the heading and a line for each message.
    public void writeTo(Appendable text) throws IOException {
        boolean drawn = ladder.lifelines().size() <= MAX_LIFELINES;
        if (drawn) {
            heading(text);
        }
        for (int row = 0; row < ladder.size(); row++) {
            text.append(times(row));
            if (drawn) {
                text.append(arrow(row));
            } else {
                text.append(ends(row));
            }
            if (messages.isRetransmission(ladder.message(row))) {
                text.append("  retransmission");
            }
            text.append('\n');
        }
    }

    private void heading(Appendable text) throws IOException {
        int indent = ladder.size() == 0 ? 0 : times(0).length();
        List<Lifeline> lifelines = ladder.lifelines();
        centred(text, indent, lifelines.stream().map(Lifeline::host).toList());
        centred(text, indent, lifelines.stream().map(LadderText::ports).toList());
    }

    private static String ports(Lifeline lifeline) {
        String ports =
                lifeline.ports().stream()
                        .limit(PORTS_NAMED)
                        .map(String::valueOf)
                        .collect(Collectors.joining(","));
        return ":" + ports + (lifeline.ports().size() > PORTS_NAMED ? ",.." : "");
    }

    private void centred(Appendable text, int indent, List<String> names) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int i = 0; i < names.size(); i++) {
            int from = indent + margin + i * gap - names.get(i).length() / 2;
            line.repeat(' ', Math.max(i == 0 ? 0 : 1, from - line.length())).append(names.get(i));
        }
        text.append(line).append('\n');
    }

    private String times(int row) {
        int message = ladder.message(row);
        int digits = captured.digits(message);
        long now = messages.capturedAtNanos(message);
        long before = row == 0 ? now : messages.capturedAtNanos(ladder.message(row - 1));
        return padded(Integer.toString(messages.frame(message)), frameCells)
                + "  "
                + HumanText.clock(now, digits)
                + padded("+" + HumanText.seconds(now - before, digits), digits + 6)
                + "  ";
    }

    private static String padded(String number, int cells) {
        return " ".repeat(Math.max(0, cells - number.length())) + number;
    }

    private String ends(int row) {
        int message = ladder.message(row);
        return messages.endpoint(messages.source(message))
                + (unicode ? " → " : " -> ")
                + messages.endpoint(messages.destination(message))
                + "  "
                + visible(ladder.label(row));
    }

    private String arrow(int row) {
        int source = ladder.source(row);
        int destination = ladder.destination(row);
        int left = Math.min(source, destination);
        int right = Math.max(source, destination);
        StringBuilder line = new StringBuilder();
        lifelines(line.repeat(' ', margin), 0, left);
        line.append(lifeline());
        if (left == right) {
            toItself(line, row);
        } else {
            between(line, row, (right - left) * gap - 1, destination == right);
            line.append(lifeline());
        }
        return tail(line, right + 1).toString();
    }

    private StringBuilder tail(StringBuilder line, int next) {
        for (int i = next; i < ladder.lifelines().size(); i++) {
            int column = margin + i * gap;
            line.repeat(' ', Math.max(1, column - DisplayWidth.of(line.toString())))
                    .append(lifeline());
        }
        return line;
    }

    private void lifelines(StringBuilder line, int from, int to) {
        for (int i = from; i < to; i++) {
            line.append(lifeline()).repeat(' ', gap - 1);
        }
    }

    private void toItself(StringBuilder line, int row) {
        String label = DisplayWidth.cut(visible(ladder.label(row)), gap - 6, mark());
        line.append(unicode ? "↩ " : "<' ").append(label);
    }

    private void between(StringBuilder line, int row, int cells, boolean rightward) {
        String label = DisplayWidth.cut(visible(ladder.label(row)), cells - 6, mark());
        int dashes = cells - DisplayWidth.of(label) - 3;
        String dash = unicode ? "─" : "-";
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
