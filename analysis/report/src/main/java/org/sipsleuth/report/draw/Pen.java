package org.sipsleuth.report.draw;

/// A pen for a file format or for the screen. The origin is at the top left, y grows downwards. A
/// unit is a pixel at 96 dpi before any scale of the format.
///
/// @param <X> thrown when the drawing cannot be written; a screen never throws
public interface Pen<X extends Exception> {

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

    /// A cut of letters. Files have only plain ones, whose digits are all as wide as each other.
    enum Face {
        PLAIN,
        BOLD,
        /// Letters all as wide as each other.
        FIXED
    }

    /// The look of a text.
    ///
    /// @param size the height of a line of it without gap
    record Letters(Ink ink, double size, Anchor anchor, Face face) {

        /// How far the baseline lies below the middle of letters, as a share of their size.
        private static final double BASE_BELOW_MIDDLE = 0.35;

        public Letters(Ink ink, double size, Anchor anchor) {
            this(ink, size, anchor, Face.PLAIN);
        }

        /// The same in another size.
        public Letters withSize(double other) {
            return new Letters(ink, other, anchor, face);
        }

        /// The baseline of letters whose middle is at this height.
        public double baseline(double middle) {
            return middle + size * BASE_BELOW_MIDDLE;
        }
    }

    /// A place to fill.
    ///
    /// @param rounding the radius of its corners
    record Rectangle(double x, double y, double width, double height, double rounding) {

        public Rectangle(double x, double y, double width, double height) {
            this(x, y, width, height, 0);
        }
    }

    /// Draws a line through points.
    ///
    /// @param points x, y, x, y …; at least two points
    void line(Stroke stroke, double... points) throws X;

    /// Fills the area within points.
    void area(Ink ink, double... points) throws X;

    /// Draws a filled box with a thin border; without one if both colours are the same.
    void box(Ink fill, Ink border, Rectangle place) throws X;

    /// Draws a line of text.
    ///
    /// @param baseline the position of its baseline
    void text(Letters letters, String text, double x, double baseline) throws X;

    /// Draws a line of text from the bottom to the top.
    ///
    /// @param x the middle of its letters
    /// @param y the middle of its length
    void upright(Letters letters, String text, double x, double y) throws X;

    /// The place nearest to this one where the middle of a thin line across or down is sharp.
    default double sharp(double place) {
        return place;
    }

    /// Groups what is drawn up to [#end], for formats that support groups.
    ///
    /// @param kind a word for it
    /// @param words its description; may be empty
    default void begin(String kind, String words) throws X {}

    /// Ends what [#begin] began.
    default void end() throws X {}
}
