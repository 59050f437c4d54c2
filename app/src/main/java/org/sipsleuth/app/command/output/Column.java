package org.sipsleuth.app.command.output;

import java.util.function.Function;

/// One column of rows.
///
/// @param name its heading, and its key in JSON
/// @param kind what its cells hold
/// @param isWhole whether its cells must never be cut to fit a line of text
/// @param style the colour of a cell, by the cell's text
public record Column(String name, Kind kind, boolean isWhole, Function<String, Style> style) {

    /// What the cells of a column hold. All cells are given as text; an empty cell is no value.
    public enum Kind {
        TEXT,
        /// Written as it is given, so that no digit of a time is lost.
        NUMBER,
        /// `true` or `false`.
        BOOLEAN
    }

    /// A column of text.
    public static Column text(String name) {
        return new Column(name, Kind.TEXT, false, cell -> Style.PLAIN);
    }

    /// A column of short texts that mean nothing when cut, such as times.
    public static Column whole(String name) {
        return new Column(name, Kind.TEXT, true, cell -> Style.PLAIN);
    }

    /// A column of numbers.
    public static Column number(String name) {
        return new Column(name, Kind.NUMBER, true, cell -> Style.PLAIN);
    }

    /// A column of truth values.
    public static Column bool(String name) {
        return new Column(name, Kind.BOOLEAN, true, cell -> Style.PLAIN);
    }

    /// This column in colours.
    public Column styled(Function<String, Style> by) {
        return new Column(name, kind, isWhole, by);
    }
}
