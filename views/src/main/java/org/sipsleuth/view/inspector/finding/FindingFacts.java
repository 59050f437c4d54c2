package org.sipsleuth.view.inspector.finding;

import static org.sipsleuth.view.fx.Texts.text;

import java.util.Locale;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Measure;
import org.sipsleuth.model.ModelIdentity;
import org.sipsleuth.sequence.unknown.SequenceWords;
import org.sipsleuth.view.inspector.fact.Facts;

/// What is told of a finding of whatever method.
final class FindingFacts {

    private final Finding finding;
    private final Facts.Collector facts;

    FindingFacts(Finding finding, Facts.Collector facts) {
        this.finding = finding;
        this.facts = facts;
    }

    /// Begins with what it claims.
    void addClaim() {
        facts.section(text("inspector.finding"))
                .plain(text("inspector.finding.claim"), finding.statement().title())
                .asTold("finding.title")
                .plain(text("inspector.finding.severity"), finding.severity().word())
                .asTold("finding.severity");
    }

    /// Adds whether the sample is large enough.
    void addGrounds() {
        String grounded =
                text(
                        finding.grounds().isGrounded()
                                ? "inspector.finding.grounded"
                                : "inspector.finding.not.grounded",
                        finding.grounds().sample());
        if (finding.grounds().isGrounded()) {
            facts.plain(text("inspector.finding.sample"), grounded);
        } else {
            facts.warning(text("inspector.finding.sample"), grounded);
        }
    }

    /// Adds the values with their thresholds.
    void addMeasures() {
        facts.section(text("inspector.measures"));
        for (Measure measure : finding.grounds().measures()) {
            String name = measure.statistic().replace('_', ' '); // so that it can wrap
            if (measure.isAnomalous()) {
                facts.warning(name, words(measure));
            } else {
                facts.plain(name, words(measure));
            }
        }
    }

    private static String words(Measure measure) {
        if (measure.statistic().equals(SequenceWords.OBSERVED)) {
            return text("inspector.measure.never");
        }
        return text(
                "inspector.measure." + (measure.isAnomalous() ? "" : "not.") + sideOf(measure),
                number(measure.value()),
                number(measure.threshold()));
    }

    private static String sideOf(Measure measure) {
        return measure.anomalous() == Measure.Side.BELOW ? "below" : "above";
    }

    /// A value of a statistic.
    static String number(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }

    /// Adds which model says so.
    static void addModel(Facts.Collector facts, ModelIdentity model) {
        facts.detail(text("inspector.model"))
                .plain(text("inspector.model.name"), model.name())
                .code(text("inspector.model.sha256"), model.sha256())
                .plain(text("inspector.model.data"), model.trainingSet())
                .plain(
                        text("inspector.model.dialogs"),
                        text("inspector.number", model.trainedDialogs()))
                .plain(text("inspector.model.seed"), Long.toString(model.seed()));
    }
}
