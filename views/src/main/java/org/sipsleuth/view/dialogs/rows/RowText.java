package org.sipsleuth.view.dialogs.rows;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.sipsleuth.view.message.VisibleText;

/// Rows of the list as text for the clipboard, with a header line. Control characters are written
/// as escapes (`\t`, `\x1b`), so that a value stays in its cell.
public final class RowText {

    private RowText() {}

    /// Values separated by tabs.
    public static String tabSeparated(
            Listed listed, List<DialogColumn> columns, List<Integer> dialogs) {
        return table(listed, columns, dialogs, "\t", "\n", RowText::escaped);
    }

    /// Comma-separated values (RFC 4180).
    public static String csv(Listed listed, List<DialogColumn> columns, List<Integer> dialogs) {
        return table(listed, columns, dialogs, ",", "\r\n", value -> quoted(escaped(value)));
    }

    /// The Call-IDs, a line each.
    public static String callIds(Listed listed, List<Integer> dialogs) {
        return dialogs.stream()
                .map(dialog -> escaped(listed.index().dialogs().callId(dialog)))
                .collect(Collectors.joining("\n"));
    }

    private static String table(
            Listed listed,
            List<DialogColumn> columns,
            List<Integer> dialogs,
            String gap,
            String end,
            UnaryOperator<String> write) {
        StringBuilder text = new StringBuilder();
        text.append(
                        columns.stream()
                                .map(column -> write.apply(column.title()))
                                .collect(Collectors.joining(gap)))
                .append(end);
        for (int dialog : dialogs) {
            text.append(
                            columns.stream()
                                    .map(column -> write.apply(column.text(listed, dialog)))
                                    .collect(Collectors.joining(gap)))
                    .append(end);
        }
        return text.toString();
    }

    private static String quoted(String value) {
        boolean plain = value.indexOf(',') < 0 && value.indexOf('"') < 0;
        return plain ? value : '"' + value.replace("\"", "\"\"") + '"';
    }

    /// The value with its control characters as escapes.
    public static String escaped(String value) {
        return VisibleText.ofValue(value, Integer.MAX_VALUE);
    }
}
