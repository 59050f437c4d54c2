package org.sipsleuth.evaluate;

import java.util.List;

/// A picture of a paper as data.
///
/// @param id a name that can be a file's: `fig-6-cnn`
/// @param title what it shows
/// @param xAxis its title, with the unit
/// @param yAxis its title, with the unit
/// @param series what is drawn
public record PaperFigure(
        String id, String title, String xAxis, String yAxis, List<Series> series) {

    /// How points are drawn.
    public enum Kind {
        LINES,
        POINTS
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
    public record Point(double x, double y) {}

    /// Takes a copy.
    public PaperFigure {
        series = List.copyOf(series);
    }
}
