package org.sipsleuth.view.inspector.finding;

import static org.sipsleuth.view.fx.Texts.text;

import java.util.List;
import java.util.Locale;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.sequence.known.DifferenceText;
import org.sipsleuth.sequence.known.StepProbability;
import org.sipsleuth.sequence.unknown.SequenceDetection.Group;
import org.sipsleuth.view.inspector.fact.FactText;
import org.sipsleuth.view.inspector.fact.Facts;
import org.sipsleuth.view.inspector.fact.Target;

/// Tells a finding: what it claims, what was measured, by which model, on which messages it rests,
/// why, and by which formulas.
final class SequenceFinding {

    private static final int MOST_STEPS = 60;
    private static final int MOST_MESSAGES = 6;

    private final SipIndex index;
    private final Facts.Collector facts;

    SequenceFinding(SipIndex index, Facts.Collector facts) {
        this.index = index;
        this.facts = facts;
    }

    /// Adds all of it.
    void add(Group group) {
        Finding finding = group.finding();
        FindingFacts common = new FindingFacts(finding, facts);
        common.addClaim();
        facts.plain(
                text("inspector.finding.dialogs"),
                text("inspector.number", group.dialogs().count()));
        common.addGrounds();
        common.addMeasures();
        addWhy(group);
        new SequenceFormulas(facts).add(group.dialogs().model(), group.dialogs().score());
        addEvidence(group);
        FindingFacts.addModel(facts, finding.origin().model());
    }

    private void addWhy(Group group) {
        facts.section(text("inspector.why"))
                .plain("", group.finding().statement().explanation())
                .asTold("finding.explanation");
        facts.detail(text("inspector.steps"));
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
}
