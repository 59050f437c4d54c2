package org.sipsleuth.view.dialogs.table.query;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.sipsleuth.dialog.field.FieldKind;
import org.sipsleuth.text.SpreadsheetText;
import org.sipsleuth.view.message.VisibleText;
import org.sipsleuth.view.ui.chart.DataTable;

/// Rows of the list as text, with a header line. Control characters are written as escapes (`\t`,
/// `\x1b`), so that a value stays in its cell.
public final class RowText {

    private final ColumnReader reader;
    private final List<DialogColumn> columns;

    /// Of these columns.
    public RowText(Listed listed, List<DialogColumn> columns) {
        reader = new ColumnReader(listed);
        this.columns = List.copyOf(columns);
    }

    /// Values separated by tabs, safe from formulas.
    public String tabSeparated(List<Integer> dialogs) {
        StringBuilder text = new StringBuilder();
        text.append(String.join("\t", titles())).append('\n');
        for (int dialog : dialogs) {
            text.append(cells(dialog).stream().map(SpreadsheetText::of).collect(Collectors.joining("\t"))).append('\n');
        }
        return text.toString();
    }

    /// Comma-separated values (RFC 4180), safe from formulas.
    public String csv(List<Integer> dialogs) {
        return table(dialogs).csv();
    }

    /// An array of objects; numbers are numbers.
    public String json(List<Integer> dialogs) {
        return table(dialogs).json();
    }

    /// A table as Markdown has it.
    public String markdown(List<Integer> dialogs) {
        StringBuilder text = new StringBuilder(markdownLine(titles()));
        text.append("|---".repeat(columns.size())).append("|\n");
        dialogs.forEach(dialog -> text.append(markdownLine(cells(dialog))));
        return text.toString();
    }

    /// The Call-IDs, a line each.
    public String callIds(List<Integer> dialogs) {
        return dialogs.stream()
                .map(dialog -> escaped(reader.listed().index().dialogs().callId(dialog)))
                .collect(Collectors.joining("\n"));
    }

    /// The names of the columns.
    public List<String> titles() {
        return columns.stream().map(DialogColumn::title).toList();
    }

    /// The values of a dialog: numbers where they are, else texts.
    public List<Object> values(int dialog) {
        List<Object> values = new ArrayList<>();
        for (DialogColumn column : columns) {
            String words = escaped(column.text(reader, dialog));
            values.add(isPlainNumber(column) && !words.isEmpty() ? Double.valueOf(words) : words);
        }
        return values.stream().map(RowText::whole).toList();
    }

    private DataTable table(List<Integer> dialogs) {
        return new DataTable(titles(), dialogs.stream().map(this::values).toList());
    }

    private static boolean isPlainNumber(DialogColumn column) {
        return column instanceof FieldColumn(var value)
                && (value.kind() == FieldKind.COUNT || value.kind() == FieldKind.SPAN);
    }

    /// A number without fraction is written without one.
    private static Object whole(Object value) {
        return value instanceof Double number && number == Math.rint(number) ? (Object) number.longValue() : value;
    }

    private List<String> cells(int dialog) {
        return columns.stream().map(column -> escaped(column.text(reader, dialog))).toList();
    }

    private static String markdownLine(List<String> cells) {
        return cells.stream().map(RowText::harmless).collect(Collectors.joining(" | ", "| ", " |\n"));
    }

    /// What Markdown would take for markup, or for the end of a cell, is escaped.
    private static String harmless(String cell) {
        StringBuilder text = new StringBuilder();
        cell.chars().forEach(c -> {
            if ("\\`*_{}[]<>()#+!|~$&".indexOf(c) >= 0) {
                text.append('\\');
            }
            text.append((char) c);
        });
        return text.toString();
    }

    /// The value with its control characters as escapes.
    public static String escaped(String value) {
        return VisibleText.ofValue(value, Integer.MAX_VALUE);
    }
}
