package org.sipsleuth.view.ui.chart;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.sipsleuth.text.SpreadsheetText;

/// The data of a chart or a list, to be copied.
///
/// @param columns their names
/// @param rows a value for each column, a `Number` or anything else by its text
public record DataTable(List<String> columns, List<List<Object>> rows) {

    private static final int FIRST_PRINTABLE = 0x20;

    /// Takes copies.
    public DataTable {
        columns = List.copyOf(columns);
        rows = rows.stream().map(List::copyOf).toList();
    }

    /// Comma-separated values (RFC 4180). Texts are [SpreadsheetText], with spaces instead of control
    /// characters.
    public String csv() {
        StringBuilder text = new StringBuilder();
        line(text, new ArrayList<>(columns));
        rows.forEach(row -> line(text, row));
        return text.toString();
    }

    private static void line(StringBuilder text, List<?> values) {
        text.append(csvLine(values));
    }

    /// A line of [#csv], for those who write row by row.
    public static String csvLine(List<?> values) {
        return values.stream().map(DataTable::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(Object value) {
        if (value instanceof Number) {
            return value.toString();
        }
        String harmless = SpreadsheetText.of(value.toString())
                .chars()
                .map(c -> c < FIRST_PRINTABLE ? ' ' : c)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        boolean plain = harmless.indexOf(',') < 0 && harmless.indexOf('"') < 0;
        return plain ? harmless : '"' + harmless.replace("\"", "\"\"") + '"';
    }

    /// An array of objects (RFC 8259), one for each row; what is no finite number is a text.
    public String json() {
        return rows.stream()
                .map(row -> jsonObject(columns, row))
                .collect(Collectors.joining(",\n  ", "[\n  ", "\n]\n"));
    }

    /// An object of [#json], for those who write row by row.
    public static String jsonObject(List<String> columns, List<?> row) {
        List<String> members = new ArrayList<>();
        for (int i = 0; i < columns.size(); i++) {
            members.add(quoted(columns.get(i)) + ": " + value(row.get(i)));
        }
        return "{" + String.join(", ", members) + "}";
    }

    private static String value(Object value) {
        return value instanceof Number number && Double.isFinite(number.doubleValue()) ? number.toString()
                : quoted(value.toString());
    }

    private static String quoted(String words) {
        StringBuilder text = new StringBuilder("\"");
        for (int i = 0; i < words.length(); i++) {
            char character = words.charAt(i);
            if (character == '"' || character == '\\') {
                text.append('\\').append(character);
            } else if (character < FIRST_PRINTABLE || Character.isSurrogate(character)) {
                text.append("\\u%04x".formatted((int) character));
            } else {
                text.append(character);
            }
        }
        return text.append('"').toString();
    }
}
