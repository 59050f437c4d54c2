package org.sipsleuth.report.ladder;

import org.sipsleuth.report.draw.Typeface;
import org.sipsleuth.report.ladder.content.LadderContent;
import org.sipsleuth.report.ladder.part.LadderSizes;

/// Where the columns left of the lifelines end: the right edges of their texts.
///
/// @param dialog 0 if there is no such column
/// @param bands where the states of dialogs begin
/// @param brackets the right edge of the transactions
/// @param end where the lifelines begin
record Columns(double dialog, double frame, double time, double delta, double bands, double brackets, double end) {

    /// The size of the texts in them.
    static final double SIZE = LadderSizes.TIME_LETTERS;

    private static final double GAP = 14;
    private static final double BESIDE = 4;
    private static final String FRAME = "frame";

    static Columns of(LadderContent content, Typeface typeface) {
        LadderContent.Place widest = content.widest();
        LadderContent.Extent extent = content.extent();
        double dialog = widest.dialog().isEmpty() ? 0 : GAP / 2 + typeface.width(widest.dialog(), SIZE);
        double frame = dialog + GAP / 2 + width(typeface, widest.frame(), FRAME);
        double time = frame + GAP + typeface.width(widest.time(), SIZE);
        double delta = time + GAP + width(typeface, widest.delta(), content.deltaHead());
        double bands = delta + GAP;
        double beside = extent.bands() * LadderSizes.BAND + extent.brackets() * LadderSizes.BRACKET;
        double brackets = bands + beside;
        double end = beside == 0 ? bands : brackets + BESIDE;
        return new Columns(dialog, frame, time, delta, bands, brackets, end);
    }

    private static double width(Typeface typeface, String text, String head) {
        return Math.max(typeface.width(text, SIZE), typeface.width(head, SIZE));
    }
}
