package org.sipsleuth.report.ladder;

import org.sipsleuth.report.draw.Typeface;

/// Where the columns left of the lifelines end: the right edges of their texts.
///
/// @param dialog 0 if there is no such column
/// @param end where the lifelines begin
record Columns(double dialog, double frame, double time, double delta, double end) {

    /// The size of the texts in them.
    static final double SIZE = 10.5;

    private static final double GAP = 14;
    private static final String FRAME = "frame";
    private static final String DELTA = "+ s";

    static Columns of(LadderContent content, Typeface typeface) {
        LadderContent.Place widest = content.widest();
        double dialog =
                widest.dialog().isEmpty() ? 0 : GAP / 2 + typeface.width(widest.dialog(), SIZE);
        double frame = dialog + GAP / 2 + width(typeface, widest.frame(), FRAME);
        double time = frame + GAP + typeface.width(widest.time(), SIZE);
        double delta = time + GAP + width(typeface, widest.delta(), DELTA);
        return new Columns(dialog, frame, time, delta, delta + GAP);
    }

    private static double width(Typeface typeface, String text, String head) {
        return Math.max(typeface.width(text, SIZE), typeface.width(head, SIZE));
    }
}
