package org.sipsleuth.view.inspector.finding;

import static org.sipsleuth.view.fx.Texts.text;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.belief.source.BeliefDetection;
import org.sipsleuth.belief.source.FoundSpan;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.view.inspector.fact.Facts;
import org.sipsleuth.view.inspector.fact.Target;

/// Tells whether dialogs or messages belong to what is believed to be an attack.
public final class BeliefSection {

    /// How many findings are listed.
    private static final int MOST_FINDINGS = 12;

    private final Optional<BeliefDetection> beliefs;
    private final Facts.Collector facts;

    /// @param beliefs what was found; nothing is told without it
    public BeliefSection(Optional<BeliefDetection> beliefs, Facts.Collector facts) {
        this.beliefs = beliefs;
        this.facts = facts;
    }

    /// Adds the finding that a message lies in.
    public void addMessage(int message) {
        beliefs.flatMap(its -> its.ofMessage(message))
                .ifPresent(
                        found -> {
                            facts.section(text("inspector.findings.belief"));
                            link(found);
                        });
    }

    /// Adds what dialogs belong to: all of it where it is one finding, else a list.
    public void addDialogs(List<Integer> dialogs, RunMonitor monitor) {
        beliefs.ifPresent(
                its -> {
                    Map<FoundSpan, Integer> found = its.ofDialogs(dialogs, monitor);
                    if (found.size() == 1) {
                        new BeliefFinding(found.keySet().iterator().next(), facts).add();
                    } else if (!found.isEmpty()) {
                        addList(found);
                    }
                });
    }

    private void addList(Map<FoundSpan, Integer> found) {
        facts.section(text("inspector.findings.belief"));
        found.keySet().stream().limit(MOST_FINDINGS).forEach(this::link);
        if (found.size() > MOST_FINDINGS) {
            facts.plain("", text("inspector.more", found.size() - MOST_FINDINGS));
        }
    }

    private void link(FoundSpan found) {
        facts.link(
                found.finding().severity().word(),
                text(
                        "inspector.belief.link",
                        found.finding().statement().title(),
                        BeliefFinding.clocks(found)),
                Target.ofFinding(found));
    }
}
