package org.sipsleuth.view.inspector;

import static org.sipsleuth.view.fx.Texts.text;

import java.util.List;
import java.util.Locale;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Measure;
import org.sipsleuth.model.ModelIdentity;
import org.sipsleuth.sequence.known.DifferenceText;
import org.sipsleuth.sequence.known.StepProbability;
import org.sipsleuth.sequence.unknown.SequenceWords;
import org.sipsleuth.view.fx.sequence.CaptureAnalysis.Group;

/// Tells a finding: what it claims, what was measured, by which model, on which messages it rests,
/// why, and by which formulas.
final class FindingSection {

    private static final int MOST_STEPS = 60;
    private static final int MOST_MESSAGES = 6;

    private final SipIndex index;
    private final Facts.Collector facts;

    FindingSection(SipIndex index, Facts.Collector facts) {
        this.index = index;
        this.facts = facts;
    }

    /// Adds all of it.
    void add(Group group) {
        Finding finding = group.finding();
        facts.section(text("inspector.finding"))
                .plain(text("inspector.finding.claim"), finding.statement().title())
                .plain(text("inspector.finding.severity"), finding.severity().word())
                .plain(
                        text("inspector.finding.dialogs"),
                        text("inspector.number", group.dialogs().count()));
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
        addMeasures(finding.grounds().measures());
        addWhy(group);
        new FormulaSection(facts).add(group.dialogs().model(), group.dialogs().score());
        addEvidence(group);
        addModel(facts, finding.origin().model());
    }

    private void addMeasures(List<Measure> measures) {
        facts.section(text("inspector.measures"));
        for (Measure measure : measures) {
            String value =
                    measure.statistic().equals(SequenceWords.OBSERVED)
                            ? text("inspector.measure.never")
                            : text(
                                    measure.isAnomalous()
                                            ? "inspector.measure.below"
                                            : "inspector.measure.not.below",
                                    number(measure.value()),
                                    number(measure.threshold()));
            if (measure.isAnomalous()) {
                facts.warning(measure.statistic(), value);
            } else {
                facts.plain(measure.statistic(), value);
            }
        }
    }

    /// A value of a statistic.
    static String number(double value) {
        return String.format(Locale.ROOT, "%.6f", value);
    }

    private void addWhy(Group group) {
        facts.section(text("inspector.why")).plain("", group.finding().statement().explanation());
        facts.section(text("inspector.steps"));
        List<StepProbability> steps = group.dialogs().steps();
        int left = group.dialogs().leftAt();
        for (int i = 0; i < Math.min(MOST_STEPS, steps.size()); i++) {
            StepProbability step = steps.get(i);
            String name = text("inspector.step", i + 1, DifferenceText.shown(step.type()));
            if (i == left) {
                facts.warning(name, text("inspector.step.left"));
            } else if (step.isKnown()) {
                facts.plain(name, String.format(Locale.ROOT, "%.1f %%", step.probability() * 100));
            } else {
                facts.plain(name, text("inspector.step.beyond"));
            }
        }
        if (steps.size() > MOST_STEPS) {
            facts.plain("", text("inspector.more", steps.size() - MOST_STEPS));
        }
    }

    private void addEvidence(Group group) {
        facts.section(text("inspector.evidence"))
                .link(
                        text("inspector.evidence.dialogs"),
                        text("inspector.evidence.all", group.dialogs().count()),
                        Target.ofDialogs(group.dialogs().dialogs()));
        int first = group.dialogs().dialogs()[0];
        int[] messages = index.messagesOf(first);
        for (int i = 0; i < Math.min(MOST_MESSAGES, messages.length); i++) {
            facts.link(
                    i == 0 ? text("inspector.evidence.first") : "",
                    FactText.messageInFrame(index.messages(), messages[i]),
                    new Target(List.of(first), List.of(messages[i])));
        }
        if (messages.length > MOST_MESSAGES) {
            facts.plain("", text("inspector.more", messages.length - MOST_MESSAGES));
        }
    }

    /// Adds which model says so.
    static void addModel(Facts.Collector facts, ModelIdentity model) {
        facts.section(text("inspector.model"))
                .plain(text("inspector.model.name"), model.name())
                .code(text("inspector.model.sha256"), model.sha256())
                .plain(text("inspector.model.data"), model.trainingSet())
                .plain(
                        text("inspector.model.dialogs"),
                        text("inspector.number", model.trainedDialogs()))
                .plain(text("inspector.model.seed"), Long.toString(model.seed()));
    }
}
