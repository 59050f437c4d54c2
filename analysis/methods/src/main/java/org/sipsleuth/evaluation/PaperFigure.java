package org.sipsleuth.evaluation;

import java.util.List;

/// A picture of a paper as data.
///
/// @param id a name that can be a file's: `fig-6-cnn`
/// @param title what it shows
/// @param x the axis from left to right
/// @param y the axis from bottom to top
/// @param series what is drawn
public record PaperFigure(String id, String title, Axis x, Axis y, List<Series> series) {

    /// How points are drawn.
    public enum Kind {
        /// Each is joined to the next one.
        LINES,
        /// Each stands alone.
        POINTS,
        /// The first is joined to the second, the third to the fourth.
        SEGMENTS,
        /// Each is a bar from 0, as wide as bars are apart.
        BARS,
        /// Each is a cell of a matrix, darker with its value.
        CELLS
    }

    /// What an axis shows.
    ///
    /// @param title with the unit; empty for an axis without a scale
    /// @param isLog whether equal distances are equal ratios: all values are above 0
    /// @param names of the values 0, 1, 2…; empty for an axis of numbers
    public record Axis(String title, boolean isLog, List<String> names) {

        /// Takes a copy.
        public Axis {
            names = List.copyOf(names);
        }

        /// An axis of numbers.
        public static Axis of(String title) {
            return new Axis(title, false, List.of());
        }

        /// A logarithmic axis.
        public static Axis log(String title) {
            return new Axis(title, true, List.of());
        }

        /// An axis of names.
        public static Axis named(String title, List<String> names) {
            return new Axis(title, false, names);
        }

        /// An axis without a scale: positions mean nothing.
        public static Axis none() {
            return of("");
        }
    }

    /// Points of one kind.
    ///
    /// @param name for the legend
    /// @param kind how they are drawn
    /// @param points in the order in which they are joined
    public record Series(String name, Kind kind, List<Point> points) {

        /// Takes a copy.
        public Series {
            points = List.copyOf(points);
        }
    }

    /// A point.
    ///
    /// @param value of a cell, or of the segment that ends here; 1 for other kinds
    public record Point(double x, double y, double value) {

        /// A point of lines, bars or one that stands alone.
        public Point(double x, double y) {
            this(x, y, 1);
        }
    }

    /// A figure with two axes of numbers.
    public PaperFigure(String id, String title, String x, String y, List<Series> series) {
        this(id, title, Axis.of(x), Axis.of(y), series);
    }

    /// Takes a copy.
    public PaperFigure {
        series = List.copyOf(series);
    }
}
