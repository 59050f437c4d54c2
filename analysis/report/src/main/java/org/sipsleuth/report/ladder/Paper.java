package org.sipsleuth.report.ladder;

/// The paper of a PDF.
///
/// @param size of a sheet
/// @param turning how it is turned
public record Paper(Size size, Turning turning) {

    /// A4, turned as the ladder needs it.
    public static final Paper USUAL = new Paper(Size.A4, Turning.AUTO);

    /// Sizes of sheets, upright, in points of 1/72 inch.
    public enum Size {
        A4(595, 842),
        A3(842, 1191),
        LETTER(612, 792);

        private final double width;
        private final double height;

        Size(double width, double height) {
            this.width = width;
            this.height = height;
        }
    }

    /// Which side of a sheet is on top.
    public enum Turning {
        /// Portrait for few lifelines, landscape for many.
        AUTO,
        PORTRAIT,
        LANDSCAPE
    }

    private static final int FEW_LANES = 5;

    private boolean isPortrait(int lanes) {
        return turning == Turning.PORTRAIT || (turning == Turning.AUTO && lanes <= FEW_LANES);
    }

    /// The width of a page for so many lifelines.
    double widthPoints(int lanes) {
        return isPortrait(lanes) ? size.width : size.height;
    }

    /// The height of a page for so many lifelines.
    double heightPoints(int lanes) {
        return isPortrait(lanes) ? size.height : size.width;
    }
}
