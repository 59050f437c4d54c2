package org.sipsleuth.evaluate.flood;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.evaluate.flood.FloodVerdicts.Choice;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.flood.network.NetworkKind;

/// Floods of all rates and behaviours where identities carry no information and normal calls go
/// on.
///
/// @param choose chooses the thresholds of the simple ones
record LegitimateSetting(FloodSet choose, FloodSet test, FloodNetworks networks) {

    private static final double HALF = 0.5;

    EvaluationTable table() {
        FloodVerdicts simple = FloodRows.bestSingle(choose, Choice.ALL).on(test);
        FloodVerdicts share = FloodRows.Simple.of(choose, WindowScorer.ofUnacknowledged(), Choice.ALL).on(test);
        double best = FloodRows.best(simple, true);
        List<EvaluationRow> rows = new ArrayList<>();
        for (NetworkKind kind : NetworkKind.values()) {
            FloodVerdicts ours = FloodVerdicts.of(test, WindowScorer.of(networks.of(kind)), HALF);
            rows.addAll(rows(FloodRows.name(kind), ours, simple, best));
        }
        rows.addAll(rows("share without ACK, afterwards", share, simple, best));
        return new EvaluationTable("legitimate", "Legitimate identities, normal calls go on; all rates and behaviours",
                rows);
    }

    private static List<EvaluationRow> rows(String name, FloodVerdicts ours, FloodVerdicts simple, double best) {
        List<EvaluationRow> rows = new ArrayList<>();
        rows.add(FloodRows.of(name + ": share misclassified", null, ours.counts(Choice.ALL).error(), null,
                simple.counts(Choice.ALL).error(), best));
        rows.add(FloodRows.of(name + ": the same, inside or outside floods", null, ours.counts(Choice.PURE).error(),
                null, simple.counts(Choice.PURE).error(), best));
        rows.addAll(PaperSetting.measures(name, ours, simple, null));
        return rows;
    }
}
