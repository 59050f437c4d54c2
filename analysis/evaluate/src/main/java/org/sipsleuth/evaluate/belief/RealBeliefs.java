package org.sipsleuth.evaluate.belief;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.belief.BeliefModel;
import org.sipsleuth.belief.detection.ScoredPeriods;
import org.sipsleuth.belief.detection.SuspectSpan;
import org.sipsleuth.belief.learning.LabelledPeriods;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.evaluation.EvaluationRow;
import org.sipsleuth.evaluation.EvaluationTable;
import org.sipsleuth.evaluation.Spread;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.truth.read.IndexTruth;

/// Captures that were not simulated: those with a truth beside them are held against it, of the
/// others lists the most probable class.
final class RealBeliefs {

    private final BeliefModel model;
    private final ReadOptions reading;
    private final RunMonitor monitor;

    RealBeliefs(BeliefModel model, ReadOptions reading, RunMonitor monitor) {
        this.reading = reading;
        this.model = model;
        this.monitor = monitor;
    }

    List<EvaluationTable> tables(List<Path> captures) throws IOException {
        LabelledPeriods labelled = LabelledPeriods.none();
        List<EvaluationRow> rows = new ArrayList<>();
        for (Path capture : captures) {
            if (IndexTruth.isThere(List.of(capture))) {
                labelled = labelled
                        .and(LabelledTraffic.recorded(capture, monitor).periods(model.settings().periods(), monitor));
            } else {
                addRows(capture, rows);
            }
        }
        List<EvaluationTable> tables = new ArrayList<>();
        if (labelled.size() > 0) {
            int least = model.settings().thresholds().leastMessages();
            tables.add(ConfusionTables.of("recorded", "Recorded captures with ground truth, bundled model",
                    List.of(BeliefConfusion.of(model.tables(), labelled, least)), false));
        }
        if (!rows.isEmpty()) {
            tables.add(new EvaluationTable("real", "Captures without ground truth", rows));
        }
        return tables;
    }

    private void addRows(Path capture, List<EvaluationRow> rows) throws IOException {
        String name = String.valueOf(capture.getFileName());
        SipIndex index = CaptureIndexer.read(List.of(capture), reading, monitor);
        ScoredPeriods scored = ScoredPeriods.of(index, model, monitor);
        List<SuspectSpan> spans = SuspectSpan.allOf(scored).stream().filter(SuspectSpan::isGrounded).toList();
        rows.add(row(name + ": messages", index.messages().size()));
        rows.add(row(name + ": sources", scored.periods().events().sourceCount()));
        for (TrafficClass each : TrafficClass.all()) {
            long sources = spans.stream()
                    .filter(span -> span.trafficClass() == each)
                    .map(SuspectSpan::source)
                    .distinct()
                    .count();
            if (sources > 0) {
                rows.add(row("%s: sources of %s".formatted(name, each.name()), (double) sources));
            }
        }
    }

    private static EvaluationRow row(String name, double ours) {
        return new EvaluationRow(name, null, Spread.of(ours), null);
    }
}
