package org.sipsleuth.app.command.output;

import java.util.function.Function;

/// One column of rows.
///
/// @param name its heading, and its key in JSON
/// @param kind what its cells hold
/// @param style the colour of a cell, by the cell's text
public record Column(String name, Kind kind, Function<String, Style> style) {

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
        return new Column(name, Kind.TEXT, cell -> Style.PLAIN);
    }

    /// A column of numbers.
    public static Column number(String name) {
        return new Column(name, Kind.NUMBER, cell -> Style.PLAIN);
    }

    /// A column of truth values.
    public static Column bool(String name) {
        return new Column(name, Kind.BOOLEAN, cell -> Style.PLAIN);
    }

    /// This column in colours.
    public Column styled(Function<String, Style> by) {
        return new Column(name, kind, by);
    }
}
