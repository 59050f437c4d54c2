package org.sipsleuth.app.workbench;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.lab.score.QuestionScore;
import org.sipsleuth.view.lab.AskedRange;
import org.sipsleuth.view.message.VisibleText;
import org.sipsleuth.view.session.Selection;
import org.sipsleuth.view.session.Selection.TimeRange;
import org.sipsleuth.view.session.SelectionModel;
import org.sipsleuth.view.timestrip.StripBand;
import org.sipsleuth.view.timestrip.TimeStripView;
import org.sipsleuth.view.ui.UtcTime;

/// Shows the time ranges that a lab asked for, once it is handed in, in their lanes of the time strip:
/// the right ones above those that were answered. A click chooses a range.
final class AnswerBands {

    private static final int LONGEST_WORD = 40;
    private static final int LONGEST_REASON = 240;

    private final TimeStripView strip;
    private final SelectionModel selection;

    AnswerBands(TimeStripView strip, SelectionModel selection) {
        this.strip = strip;
        this.selection = selection;
    }

    /// Shows these, or none.
    void show(List<AskedRange> asked) {
        List<StripBand.MarkedRange> bands = new ArrayList<>();
        for (AskedRange each : asked) {
            bands.add(band(each.score(), "right", each.right()));
            each.answered().ifPresent(answered -> bands.add(band(each.score(), "answered", answered)));
        }
        bands.sort(Comparator.comparingLong(StripBand.MarkedRange::fromNanos));
        strip.showRanges(bands, band -> selection
                .set(Selection.NONE.withTime(Optional.of(new TimeRange(band.fromNanos(), band.toNanos())))));
    }

    private static StripBand.MarkedRange band(QuestionScore score, String which, TimeRange range) {
        String title = VisibleText.ofValue(score.question().title(), LONGEST_WORD);
        String tip = text("workbench.timestrip.range.tip", text("workbench.timestrip.range." + which, title),
                UtcTime.clock(range.fromNanos()), UtcTime.clock(range.toNanos()),
                VisibleText.ofValue(score.reason(), LONGEST_REASON));
        return new StripBand.MarkedRange(score.question().id(), which.equals("right"),
                text("workbench.timestrip.range." + which, title), range.fromNanos(), range.toNanos(), tip);
    }
}
