package org.sipsleuth.report.draw;

/// A pen for lines and areas, on paper or on a screen. The origin is at the top left, y grows
/// downwards.
///
/// @param <X> thrown when the drawing cannot be written; a screen never throws
public interface ShapePen<X extends Exception> {

    /// Draws a line through points.
    ///
    /// @param points x, y, x, y …; at least two points
    void line(Pen.Stroke stroke, double... points) throws X;

    /// Fills the area within points.
    void area(Ink ink, double... points) throws X;
}
