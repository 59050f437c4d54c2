package org.sipsleuth.app.command.evaluate;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.app.command.evaluate.StoredResult.Row;

/// A mark on a page, before a table that is made of a stored result: `result FILE 'TABLE'`, then
/// maybe `rows 'REGEX'`, the rows that are listed. Its group `row` is the row's name, or else the
/// first; with a group `column` names are crossed.
///
/// @param file below docs/results
/// @param table its id; `*` for all tables, whose rows are then named `ID: NAME`
/// @param rows all that is listed, with groups
record ResultMark(String file, String table, Pattern rows) {

    /// The mark, the table, and the end.
    static final Pattern BLOCK = Pattern
            .compile("(?sm)^<!-- result (\\S+) '([^'\n]+)'(?: rows '([^'\n]+)')? -->\n(.*?)<!-- end of result -->");

    private static final String ANY = "*";
    private static final String ROW = "row";
    private static final String COLUMN = "column";
    private static final String SIMPLEST = "simplest";
    private static final Pattern ALL = Pattern.compile("(.*)");

    /// Numbers from here on are written whole.
    private static final double WHOLE = 1_000;

    static ResultMark of(Matcher block) {
        return new ResultMark(block.group(1), block.group(2),
                block.group(3) == null ? ALL : Pattern.compile(block.group(3)));
    }

    /// The table as Markdown.
    ///
    /// @throws IllegalArgumentException if the result has no such table, or no row is selected
    String markdown(StoredResult result) {
        List<Row> all = table.equals(ANY) ? ofAll(result) : result.tables().get(table);
        if (all == null) {
            throw new IllegalArgumentException(
                    "%s has no table %s, but %s".formatted(file, table, result.tables().keySet()));
        }
        List<Row> some = all.stream().filter(row -> rows.matcher(row.name()).matches()).toList();
        if (some.isEmpty()) {
            throw new IllegalArgumentException("%s, %s: no row is like %s".formatted(file, table, rows));
        }
        return rows.namedGroups().containsKey(COLUMN) ? crossed(some) : listed(some);
    }

    private static List<Row> ofAll(StoredResult result) {
        List<Row> all = new ArrayList<>();
        result.tables().forEach((id, its) -> its.forEach(row -> all.add(row.named(id + ": " + row.name()))));
        return all;
    }

    private String group(Row row, String group) {
        Matcher matcher = rows.matcher(row.name());
        int number = rows.namedGroups().getOrDefault(group, 1);
        return matcher.matches() ? matcher.group(number) : "";
    }

    private record Column(String head, Function<Row, String> cell) {}

    /// A row for each figure, with what it stands beside; what no row has is left out.
    private String listed(List<Row> some) {
        List<Column> all = List.of(new Column("", row -> group(row, ROW)),
                new Column("paper", row -> number(row.paper())), new Column("must", row -> must(row.must())),
                new Column("ours", ResultMark::ours), new Column("simplest", row -> number(row.simplest())),
                new Column("best", row -> number(row.best())));
        List<Column> used = all.stream()
                .filter(column -> some.stream().anyMatch(row -> !column.cell().apply(row).isEmpty()))
                .toList();
        List<List<String>> lines = new ArrayList<>();
        lines.add(used.stream().map(Column::head).toList());
        some.forEach(row -> lines.add(used.stream().map(column -> column.cell().apply(row)).toList()));
        return markdown(lines);
    }

    /// Names by names, and the simplest alternative where it is one for all columns.
    private String crossed(List<Row> some) {
        Set<String> columns = new LinkedHashSet<>();
        Map<String, Map<String, String>> cells = new LinkedHashMap<>();
        Map<String, Set<String>> simplest = new LinkedHashMap<>();
        for (Row row : some) {
            columns.add(group(row, COLUMN));
            cells.computeIfAbsent(group(row, ROW), _ -> new LinkedHashMap<>()).put(group(row, COLUMN), ours(row));
            simplest.computeIfAbsent(group(row, ROW), _ -> new LinkedHashSet<>()).add(number(row.simplest()));
        }
        if (simplest.values().stream().allMatch(its -> its.size() == 1 && !its.contains(""))) {
            columns.add(SIMPLEST);
            cells.forEach((name, its) -> its.put(SIMPLEST, simplest.getOrDefault(name, Set.of()).iterator().next()));
        }
        List<List<String>> lines = new ArrayList<>();
        List<String> head = new ArrayList<>(List.of(""));
        head.addAll(columns);
        lines.add(head);
        cells.forEach((name, its) -> {
            List<String> line = new ArrayList<>(List.of(name));
            columns.forEach(column -> line.add(its.getOrDefault(column, "")));
            lines.add(line);
        });
        return markdown(lines);
    }

    private static String markdown(List<List<String>> lines) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            StringJoiner cells = new StringJoiner(" | ", "| ", " |\n");
            lines.get(i).forEach(cell -> cells.add(cell.replace("|", "\\|")));
            text.append(cells.toString().replace("|  |", "| |"));
            if (i == 0) {
                text.append("|---".repeat(lines.getFirst().size())).append("|\n");
            }
        }
        return text.toString();
    }

    private static String must(@Nullable String must) {
        return must == null ? ""
                : must.replace(">=", "≥").replace("<=", "≤").replaceAll("(\\.\\d*?)0+$", "$1").replaceAll("\\.$", "");
    }

    /// The mean, with the range if there is one, and whether it is missed.
    private static String ours(Row row) {
        String mean = number(row.ours());
        String least = number(row.least());
        String most = number(row.most());
        String range = least.equals(most) ? mean : "%s (%s–%s)".formatted(mean, least, most);
        return row.isMissed() ? "**" + range + ", missed**" : range;
    }

    /// Three digits that count, at most three behind the point unless it is very small.
    static String number(@Nullable Double value) {
        if (value == null || value.isNaN()) {
            return value == null ? "" : "–";
        }
        double size = Math.abs(value);
        if (value == Math.rint(value) || size >= WHOLE) {
            return String.format(Locale.ROOT, "%,d", Math.round(value));
        }
        int digits = size >= 100 ? 1 : size >= 10 ? 2 : size >= 0.01 ? 3 : 3 - (int) Math.floor(Math.log10(size)) - 1;
        String text = String.format(Locale.ROOT, "%." + digits + "f", value);
        boolean isRoundedToWhole = Double.parseDouble(text) == Math.rint(value);
        return isRoundedToWhole ? text : text.replaceAll("0+$", "");
    }
}
