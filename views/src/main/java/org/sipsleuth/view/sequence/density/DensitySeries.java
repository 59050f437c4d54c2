package org.sipsleuth.view.sequence.density;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToIntFunction;
import org.sipsleuth.finding.Mark;
import org.sipsleuth.truth.TrafficClass;
import org.sipsleuth.view.sequence.state.Scale;
import org.sipsleuth.view.sequence.state.SequenceRow;
import org.sipsleuth.view.sequence.state.SequenceRows;
import org.sipsleuth.view.ui.MarkStyle;
import org.sipsleuth.view.ui.TruthWords;
import org.sipsleuth.view.ui.chart.ChartColours;

/// The dialogs of one kind with the distribution of their maximum output.
///
/// @param name what they are
/// @param styleClass what their colour is read from
/// @param distribution on the scale of the axis
record DensitySeries(String name, String styleClass, Distribution distribution) {

    /// With fewer dialogs a curve would say more than is known.
    static final int LEAST_DIALOGS = 20;

    /// A series for each kind of dialogs: by the ground truth where it is visible, else by their
    /// verdict.
    static List<DensitySeries> of(SequenceRows rows, Scale scale, double from, double to) {
        List<DensitySeries> series = new ArrayList<>();
        if (rows.truth().isPresent()) {
            for (TrafficClass each : TrafficClass.values()) {
                add(series, TruthWords.of(each), TruthWords.styleClass(each),
                        of(rows, scale, from, to, row -> row.classes().getOrDefault(each, 0)));
            }
        } else {
            add(series, text("sequence.density.known"), MarkStyle.styleClass(Mark.KNOWN),
                    of(rows, scale, from, to, row -> row.isUnknown() ? 0 : row.count()));
            add(series, text("sequence.density.unknown"), MarkStyle.styleClass(Mark.UNKNOWN),
                    of(rows, scale, from, to, row -> row.isUnknown() ? row.count() : 0));
        }
        return series;
    }

    private static void add(List<DensitySeries> series, String name, String styleClass, Distribution its) {
        if (its.count() > 0) {
            series.add(new DensitySeries(name, styleClass, its));
        }
    }

    private static Distribution of(SequenceRows rows, Scale scale, double from, double to,
            ToIntFunction<SequenceRow> count) {
        List<SequenceRow> its = rows.all().stream().filter(row -> count.applyAsInt(row) > 0).toList();
        return new Distribution(its.stream().mapToDouble(row -> scale.place(row.score().maximum())).toArray(),
                its.stream().mapToInt(count).toArray(), from, to);
    }

    /// Whether there are enough for a curve.
    boolean hasCurve() {
        return distribution.count() >= LEAST_DIALOGS;
    }

    /// The colour now.
    java.awt.Color colour(ChartColours colours, double opacity) {
        return colours.awt(styleClass, opacity);
    }
}
