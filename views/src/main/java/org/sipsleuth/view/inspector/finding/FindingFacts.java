package org.sipsleuth.view.inspector.finding;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.finding.Explanation;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.finding.Rationale;
import org.sipsleuth.finding.Subject;
import org.sipsleuth.model.ModelIdentity;
import org.sipsleuth.pipeline.field.DialogIncidents;
import org.sipsleuth.view.inspector.fact.FactText;
import org.sipsleuth.view.inspector.fact.Facts;
import org.sipsleuth.view.inspector.fact.Target;
import org.sipsleuth.view.ui.UtcTime;

/// Shows a finding of any method: what it states, of whom and when, what was measured against which
/// threshold, why, what to do next, on which messages it rests, and by which model.
public final class FindingFacts {

    private static final int MOST_MESSAGES = 6;

    /// More messages are not selected at once.
    private static final int MOST_SELECTED = 20_000;

    private static final double NEARLY_ONE = 0.9999995;

    private final SipIndex index;
    private final Facts.Collector facts;

    FindingFacts(SipIndex index, Facts.Collector facts) {
        this.index = index;
        this.facts = facts;
    }

    /// A finding alone, with the incident that it is part of.
    public static Facts of(SipIndex index, Finding finding, DialogIncidents incidents) {
        Facts.Collector facts = new Facts.Collector();
        new IncidentFacts(index, incidents, facts).addFinding(finding);
        new FindingFacts(index, facts).add(finding);
        return facts.facts(FactText.visible(finding.statement().title().text()));
    }

    /// Adds all of a finding.
    void add(Finding finding) {
        addStatement(finding);
        addMeasures(finding);
        facts.section(text("inspector.why"))
                .plain("", finding.statement().explanation().text())
                .filteredAs("finding.explanation");
        Rationale rationale = finding.rationale().get();
        addSections(rationale, false);
        facts.section(text("inspector.next"));
        finding.statement().advice().forEach(sentence -> facts.plain("", sentence.text()));
        addEvidence(finding.evidence());
        addSections(rationale, true);
        addModel(finding.origin().model());
    }

    /// Adds what was measured of a dialog without a finding; nothing where there is nothing.
    void add(Rationale rationale, ModelIdentity model) {
        if (!rationale.sections().isEmpty()) {
            addSections(rationale, false);
            addSections(rationale, true);
            addModel(model);
        }
    }

    private void addStatement(Finding finding) {
        facts.section(text("inspector.finding"))
                .plain(text("inspector.finding.title"), finding.statement().title().text())
                .filteredAs("finding.title")
                .code(text("inspector.finding.class"), finding.statement().kind())
                .filteredAs("finding.class")
                .plain(text("inspector.finding.severity"), finding.severity().word())
                .filteredAs("finding.severity");
        addSubject(finding.subject());
        facts.plain(text("inspector.finding.span"), span(finding.evidence()));
        if (finding.statement().outcome() != Outcome.NOT_DETERMINED) {
            facts.plain(text("inspector.finding.outcome"),
                    text("inspector.finding.outcome." + finding.statement().outcome().name().toLowerCase(Locale.ROOT)));
        }
        addSample(finding);
    }

    private void addSubject(Subject subject) {
        facts.code(text("inspector.finding.subject." + subject.kind().name().toLowerCase(Locale.ROOT)), subject.name());
    }

    private String span(Evidence evidence) {
        long from = evidence.fromNanos(index);
        long to = evidence.toNanos(index);
        return text("inspector.finding.span.of", UtcTime.dateAndClock(from),
                UtcTime.sameDay(from, to) ? UtcTime.clock(to) : UtcTime.dateAndClock(to), FactText.span(to - from));
    }

    private void addSample(Finding finding) {
        String sample =
                text(finding.grounds().isGrounded() ? "inspector.finding.grounded" : "inspector.finding.not.grounded",
                        finding.grounds().sample().text());
        if (finding.grounds().isGrounded()) {
            facts.plain(text("inspector.finding.sample"), sample);
        } else {
            facts.warning(text("inspector.finding.sample"), sample);
        }
    }

    private void addMeasures(Finding finding) {
        facts.section(text("inspector.measures"));
        List<Explanation> explanations = finding.explanations();
        for (Measurement measure : finding.grounds().measures()) {
            String name = measure.statistic().text().replace('_', ' '); // so that it can wrap
            if (measure.isAnomalous()) {
                facts.warning(name, words(measure));
            } else {
                facts.plain(name, words(measure));
            }
            facts.explained(explanations.stream().filter(each -> each.name().equals(measure.statistic())).toList());
        }
    }

    private static String words(Measurement measure) {
        if (!measure.text().isEmpty()) {
            return measure.text().text();
        }
        boolean areCounts = isCount(measure.value()) && isCount(measure.threshold());
        if (!areCounts && measure.value() <= 1 && measure.value() >= NEARLY_ONE) {
            return text("inspector.measure.nearly.one", number(measure.threshold(), false));
        }
        String side = switch (measure.anomalous()) {
            case BELOW -> "below";
            case ABOVE -> "above";
            case AT_LEAST -> "least";
            case AT_MOST -> "most";
        };
        return text("inspector.measure." + (measure.isAnomalous() ? "" : "not.") + side,
                number(measure.value(), areCounts), number(measure.threshold(), areCounts));
    }

    /// Whether it counts something. A probability is no count, even 0 or 1.
    private static boolean isCount(double value) {
        return value == Math.rint(value) && value > 1;
    }

    private static String number(double value, boolean isCount) {
        return String.format(Locale.ROOT, isCount ? "%,.0f" : "%.6f", value);
    }

    private void addSections(Rationale rationale, boolean areDetails) {
        for (Rationale.Section section : rationale.sections()) {
            if (section.isDetail() == areDetails) {
                if (areDetails) {
                    facts.detail(section.title().text());
                } else {
                    facts.section(section.title().text());
                }
                section.lines().forEach(this::addLine);
            }
        }
    }

    private void addLine(Rationale.Line line) {
        if (line.evidence().isPresent()) {
            facts.link(line.name().text(), line.text().text(), target(line.evidence().get()));
        } else if (line.isDecisive()) {
            facts.warning(line.name().text(), line.text().text());
        } else {
            facts.plain(line.name().text(), line.text().text());
        }
    }

    private void addEvidence(Evidence evidence) {
        int[] dialogs = evidence.dialogs(index);
        int[] messages = evidence.messages(index);
        facts.section(text("inspector.evidence"))
                .link(text("inspector.evidence.dialogs"), text("inspector.evidence.dialogs.all", dialogs.length),
                        Target.ofDialogs(dialogs))
                .link(text("inspector.evidence.messages"), text("inspector.evidence.messages.all", messages.length),
                        target(evidence));
        int[] first =
                Arrays.stream(messages).filter(message -> index.messages().dialog(message) == dialogs[0]).toArray();
        for (int i = 0; i < Math.min(MOST_MESSAGES, first.length); i++) {
            facts.link(i == 0 ? text("inspector.evidence.first") : "", FactText.messageInFrame(index, first[i]),
                    new Target(List.of(dialogs[0]), List.of(first[i])));
        }
        if (first.length > MOST_MESSAGES) {
            facts.plain("", text("inspector.more", first.length - MOST_MESSAGES));
        }
    }

    /// Selects messages with their dialogs.
    private Target target(Evidence evidence) {
        int[] dialogs = evidence.dialogs(index);
        int[] messages = evidence.messages(index);
        return messages.length > MOST_SELECTED ? Target.ofDialogs(dialogs)
                : new Target(Arrays.stream(dialogs).boxed().toList(), Arrays.stream(messages).boxed().toList());
    }

    private void addModel(ModelIdentity model) {
        facts.detail(text("inspector.model"))
                .plain(text("inspector.model.name"), model.name())
                .code(text("inspector.model.sha256"), model.sha256())
                .plain(text("inspector.model.data"), model.trainingSet())
                .plain(text("inspector.model.dialogs"), text("inspector.number", model.trainedDialogs()))
                .plain(text("inspector.model.seed"), Long.toString(model.seed()));
    }
}
