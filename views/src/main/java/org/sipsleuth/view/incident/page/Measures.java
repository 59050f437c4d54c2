package org.sipsleuth.view.incident.page;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javafx.geometry.HPos;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.sipsleuth.finding.Explanation;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.report.document.DocumentTexts;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.view.incident.part.IncidentTexts;
import org.sipsleuth.view.incident.part.Tags;
import org.sipsleuth.view.ui.explain.Explain;

/// What was measured of an incident, a line each: statistic, value, threshold, both as a bar.
final class Measures extends GridPane {

    private static final int MOST = 10;
    private static final double BAR_WIDTH = 96;

    /// @param shown the incident that they are of
    Measures(Incident shown, List<Measurement> measures) {
        getStyleClass().add("side-rows");
        ColumnConstraints names = new ColumnConstraints();
        names.setHgrow(Priority.ALWAYS);
        names.setMinWidth(0);
        ColumnConstraints values = new ColumnConstraints();
        values.setHalignment(HPos.RIGHT);
        values.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints bars = new ColumnConstraints(BAR_WIDTH);
        getColumnConstraints().addAll(names, values, values, bars);
        double most =
                measures.stream().mapToDouble(each -> Math.max(each.value(), each.threshold())).reduce(1, Math::max);
        for (int i = 0; i < measures.size(); i++) {
            Measurement each = measures.get(i);
            Label value = Tags.label(DocumentTexts.number(each.value()).text(), "section-title");
            value.setMinWidth(Region.USE_PREF_SIZE);
            Explain.on(value, () -> explanations(shown, each));
            Label threshold = Tags.label(DocumentTexts.comparison(each).text(), "muted");
            threshold.setMinWidth(Region.USE_PREF_SIZE);
            addRow(i, Tags.wrapped(IncidentTexts.visible(each.statistic().text())), value, threshold,
                    new MeasureBar(each, isShare(each) ? 1 : most));
        }
    }

    /// Those of the rules; where only models found it, those of the models. The largest value
    /// stands for a statistic that several findings measure.
    static List<Measurement> of(Incident shown) {
        boolean areObserved = shown.findings().stream().anyMatch(other -> other.observation().isPresent());
        Map<Sentence, Measurement> measures = new LinkedHashMap<>();
        for (Finding finding : shown.findings()) {
            if (!areObserved || finding.observation().isPresent()) {
                finding.grounds().measures().forEach(each -> measures.merge(each.statistic(), each, Measures::larger));
            }
        }
        return measures.values().stream().limit(MOST).toList();
    }

    /// How a measure came about, of the finding that has it.
    private static List<Explanation> explanations(Incident shown, Measurement measure) {
        return shown.findings()
                .stream()
                .filter(finding -> finding.grounds().measures().contains(measure))
                .flatMap(finding -> finding.explanations().stream())
                .filter(each -> each.name().equals(measure.statistic()))
                .limit(1)
                .toList();
    }

    private static Measurement larger(Measurement a, Measurement b) {
        return b.value() > a.value() ? b : a;
    }

    /// Shares have a scale of their own.
    private static boolean isShare(Measurement measure) {
        return measure.value() <= 1 && measure.threshold() <= 1;
    }
}
