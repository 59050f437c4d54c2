package org.sipsleuth.report.draw;

import java.io.IOException;

/// A pen for a file format. A unit is a pixel at 96 dpi before any scale of the format.
public interface Pen extends ShapePen<IOException> {

    /// The dashes of a line.
    enum Dashes {
        SOLID,
        DASHED,
        DOTTED,
        /// Shorter dashes, for thin lines.
        FINE;

        /// The lengths of a dash and of the gap after it; empty if solid.
        public double[] lengths() {
            return switch (this) {
                case SOLID -> new double[0];
                case DASHED -> new double[] {6, 4};
                case DOTTED -> new double[] {2, 3};
                case FINE -> new double[] {3, 3};
            };
        }
    }

    /// A line's look.
    record Stroke(Ink ink, double width, Dashes dashes) {}

    /// Which point of a text is given.
    enum Anchor {
        LEFT,
        CENTRE,
        RIGHT
    }

    /// The look of a text.
    ///
    /// @param size the height of a line of it without gap
    record Letters(Ink ink, double size, Anchor anchor) {}

    /// Draws a filled box with a thin border.
    void box(Ink fill, Ink border, Rectangle place) throws IOException;

    /// A place to fill.
    record Rectangle(double x, double y, double width, double height) {}

    /// Draws a line of text.
    ///
    /// @param baseline the position of its baseline
    void text(Letters letters, String text, double x, double baseline) throws IOException;

    /// Draws a line of text from the bottom to the top.
    ///
    /// @param x the middle of its letters
    /// @param y the middle of its length
    void upright(Letters letters, String text, double x, double y) throws IOException;

    /// Groups what is drawn up to [#end], for formats that support groups.
    ///
    /// @param kind a word for it
    /// @param words its description; may be empty
    default void begin(String kind, String words) throws IOException {}

    /// Ends what [#begin] began.
    default void end() throws IOException {}
}
