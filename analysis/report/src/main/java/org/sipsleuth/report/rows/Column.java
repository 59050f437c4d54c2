package org.sipsleuth.report.rows;

import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.sipsleuth.report.output.Style;
import org.sipsleuth.run.FaultSink;

/// One column of rows.
///
/// @param name its heading, and its key in JSON
/// @param kind what its cells hold
/// @param isNeverCut whether its cells must never be cut to fit a line of text
/// @param style the colour of a cell, by the cell's text
/// @param rank which columns text leaves out where they do not fit: the highest rank first, 0 never
public record Column(
        String name, Kind kind, boolean isNeverCut, Function<String, Style> style, int rank) {

    private Column(String name, Kind kind, boolean isNeverCut) {
        this(name, kind, isNeverCut, _ -> Style.PLAIN, 0);
    }

    /// What the cells of a column hold. All cells are given as text; an empty cell is no value.
    public enum Kind {
        TEXT,
        /// Written as it is given, so that no digit is lost.
        NUMBER,
        /// Seconds since the epoch, written as they are given; in JSON with ISO 8601 beside them.
        TIME,
        /// `true` or `false`.
        BOOLEAN,
        /// Texts, made by [#list]: an array in JSON, separated by `; ` elsewhere.
        LIST,
        /// Numbers, made by [#list].
        NUMBERS;

        /// Whether text aligns it to the right.
        boolean isNumeric() {
            return this == NUMBER || this == TIME;
        }
    }

    /// Stands between the values of a list in a cell. No file name has it.
    private static final String BETWEEN = "\0";

    private static final String SEPARATOR = "; ";

    /// The cell of a value that could not be computed. No text of a capture is equal to it: half a
    /// surrogate pair is in none.
    public static final String FAILED = "\ud800failed";

    /// A column of text.
    public static Column text(String name) {
        return new Column(name, Kind.TEXT, false);
    }

    /// A column of short texts that mean nothing when cut, such as times.
    public static Column whole(String name) {
        return new Column(name, Kind.TEXT, true);
    }

    /// A column of numbers.
    public static Column number(String name) {
        return new Column(name, Kind.NUMBER, true);
    }

    /// A column of times in seconds since the epoch.
    public static Column time(String name) {
        return new Column(name, Kind.TIME, true);
    }

    /// A column of lists of texts.
    public static Column list(String name) {
        return new Column(name, Kind.LIST, false);
    }

    /// This column, with cells that are never cut.
    public Column uncut() {
        return new Column(name, kind, true, style, rank);
    }

    /// A column of lists of numbers.
    public static Column numbers(String name) {
        return new Column(name, Kind.NUMBERS, false);
    }

    /// The cell that holds these values. A sign that captured text has, and
    /// that stands between the values of a cell, is replaced.
    public static String list(Collection<String> values) {
        return values.stream().map(each -> each.replace(BETWEEN, "\uFFFD")).collect(Collectors.joining(BETWEEN));
    }

    /// The cell of a list with one more value.
    public static String with(String cell, String value) {
        return cell.isEmpty() ? value : cell + BETWEEN + value;
    }

    /// The values of a cell of a list; none of an empty cell.
    static List<String> values(String cell) {
        return cell.isEmpty() ? List.of() : List.of(cell.split(BETWEEN, -1));
    }

    /// The cell as csv and text show it: the values of a list separated by `; `.
    String shown(String cell) {
        if (cell.equals(FAILED)) {
            return FaultSink.FAILED;
        }
        return kind == Kind.LIST || kind == Kind.NUMBERS ? cell.replace(BETWEEN, SEPARATOR) : cell;
    }

    /// A column of truth values.
    public static Column bool(String name) {
        return new Column(name, Kind.BOOLEAN, true);
    }

    /// This column, left out before those of lower rank where they do not fit.
    public Column ranked(int itsRank) {
        return new Column(name, kind, isNeverCut, style, itsRank);
    }

    /// This column in colours.
    public Column styled(Function<String, Style> by) {
        return new Column(name, kind, isNeverCut, by, rank);
    }
}
