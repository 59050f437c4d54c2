package org.sipsleuth.view.ngram.message;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.sipsleuth.compare.Change;
import org.sipsleuth.compare.Line;
import org.sipsleuth.compare.LinePair;
import org.sipsleuth.compare.MessageComparison;

/// Two messages side by side in rows that fit into a number of letters, each letter a byte.
/// Immutable.
final class PairRows {

    /// What stands in normal messages in place of values.
    private static final Pattern REPLACED = Pattern.compile("[*@:]++");

    private final List<Row> rows;
    private final BitSet leftChanges;
    private final BitSet rightChanges;

    /// A row.
    ///
    /// @param sign how the lines compare: `≠`, `−` only left, `+` only right, `⇅` moved; empty for
    ///     equal lines and below the first row of a line
    record Row(Part left, Part right, String sign, boolean isDifferent) {}

    /// A part of a message.
    ///
    /// @param from its first byte
    /// @param to the byte behind its last one
    record Part(int from, int to) {
        static final Part NONE = new Part(0, 0);
    }

    private PairRows(List<Row> rows, BitSet leftChanges, BitSet rightChanges) {
        this.rows = List.copyOf(rows);
        this.leftChanges = leftChanges;
        this.rightChanges = rightChanges;
    }

    /// A message alone.
    static PairRows of(byte[] message, int letters) {
        return of(MessageComparison.of(message, message), letters, false);
    }

    /// Two messages side by side.
    ///
    /// @param letters how many fit beside each other, at least 1
    static PairRows of(byte[] left, byte[] right, int letters) {
        return of(MessageComparison.of(left, right), letters, true);
    }

    private static PairRows of(MessageComparison comparison, int letters, boolean isPair) {
        List<Row> rows = new ArrayList<>();
        BitSet leftChanges = new BitSet();
        BitSet rightChanges = new BitSet();
        int[] starts = rightStarts(comparison);
        int at = 0;
        for (LinePair pair : comparison.pairs()) {
            Part left = Part.NONE;
            Part right = Part.NONE;
            String sign = "";
            switch (pair) {
                case LinePair.OnlyLeft only -> {
                    left = part(only.left(), at);
                    leftChanges.set(left.from(), left.to());
                    sign = "−";
                }
                case LinePair.OnlyRight only -> {
                    right = part(only.right(), starts[only.right().number()]);
                    rightChanges.set(right.from(), right.to());
                    sign = "+";
                }
                case LinePair.Both both -> {
                    left = part(both.left(), at);
                    right = part(both.right(), starts[both.right().number()]);
                    List<Change> changes = both.changes()
                            .stream()
                            .filter(difference -> !isReplaced(both.right(), difference))
                            .toList();
                    for (Change change : changes) {
                        leftChanges.set(at + change.leftFrom(), at + change.leftTo());
                        rightChanges.set(starts[both.right().number()] + change.rightFrom(),
                                starts[both.right().number()] + change.rightTo());
                    }
                    sign = changes.isEmpty() ? both.moved() ? "⇅" : "" : "≠";
                }
            }
            at += leftLength(pair);
            wrap(rows, left, isPair ? right : Part.NONE, isPair ? sign : "", letters);
        }
        return new PairRows(rows, leftChanges, isPair ? rightChanges : new BitSet());
    }

    /// Whether a change is only that of a value which the model replaces by `*`.
    private static boolean isReplaced(Line right, Change change) {
        String there = right.text().substring(change.rightFrom(), change.rightTo());
        return there.contains("*") && REPLACED.matcher(there).matches();
    }

    private static int leftLength(LinePair pair) {
        return switch (pair) {
            case LinePair.OnlyLeft only -> only.left().text().length();
            case LinePair.OnlyRight _ -> 0;
            case LinePair.Both both -> both.left().text().length();
        };
    }

    private static int[] rightStarts(MessageComparison comparison) {
        List<Line> lines = comparison.pairs().stream().flatMap(pair -> switch (pair) {
            case LinePair.OnlyLeft _ -> Stream.<Line>empty();
            case LinePair.OnlyRight only -> Stream.of(only.right());
            case LinePair.Both both -> Stream.of(both.right());
        }).sorted(Comparator.comparingInt(Line::number)).toList();
        int[] starts = new int[lines.isEmpty() ? 0 : lines.getLast().number() + 1];
        int at = 0;
        for (Line line : lines) {
            starts[line.number()] = at;
            at += line.text().length();
        }
        return starts;
    }

    /// A line without its end, unless that is not CR LF (RFC 3261 §7): then it is shown.
    private static Part part(Line line, int at) {
        boolean isUsual = line.text().length() - line.content().length() == 2 && line.text().endsWith("\r\n");
        return new Part(at, at + (isUsual ? line.content().length() : line.text().length()));
    }

    private static void wrap(List<Row> rows, Part left, Part right, String sign, int letters) {
        int longest = Math.max(left.to() - left.from(), right.to() - right.from());
        int count = Math.max(1, (longest + letters - 1) / letters);
        for (int i = 0; i < count; i++) {
            rows.add(new Row(piece(left, i * letters, letters), piece(right, i * letters, letters), i == 0 ? sign : "",
                    !sign.isEmpty()));
        }
    }

    private static Part piece(Part part, int from, int letters) {
        int begin = Math.min(part.to(), part.from() + from);
        return new Part(begin, Math.min(part.to(), begin + letters));
    }

    /// The rows.
    List<Row> rows() {
        return rows;
    }

    /// Whether a byte of the left message differs.
    boolean isLeftChanged(int offset) {
        return leftChanges.get(offset);
    }

    /// Whether a byte of the right message differs.
    boolean isRightChanged(int offset) {
        return rightChanges.get(offset);
    }

    /// The row with a byte of the left message; that before it for a line end.
    int rowOf(int offset) {
        int found = 0;
        for (int row = 0; row < rows.size(); row++) {
            Part left = rows.get(row).left();
            if (left.from() <= offset && left.to() > left.from()) {
                found = row;
            }
        }
        return found;
    }
}
