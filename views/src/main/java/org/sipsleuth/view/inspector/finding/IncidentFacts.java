package org.sipsleuth.view.inspector.finding;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.Stage;
import org.sipsleuth.pipeline.field.DialogIncidents;
import org.sipsleuth.report.document.DocumentTexts;
import org.sipsleuth.view.inspector.fact.FactText;
import org.sipsleuth.view.inspector.fact.Facts;
import org.sipsleuth.view.inspector.fact.Target;
import org.sipsleuth.view.ui.SeverityStyle;
import org.sipsleuth.view.ui.StageStyle;

/// Names the incidents that a message, a dialog or a finding is part of, with the stage.
public final class IncidentFacts {

    private static final int MOST_INCIDENTS = 4;
    private static final int MOST_ACTORS = 3;

    /// More messages are not selected at once.
    private static final int MOST_SELECTED = 20_000;

    private final SipIndex index;
    private final DialogIncidents incidents;
    private final Facts.Collector facts;

    public IncidentFacts(SipIndex index, DialogIncidents incidents, Facts.Collector facts) {
        this.index = index;
        this.incidents = incidents.isOf(index) ? incidents : DialogIncidents.NONE;
        this.facts = facts;
    }

    /// Adds the incidents that rest on a message.
    public void addMessage(int message) {
        incidents.of(index.messages().dialog(message))
                .stream()
                .filter(incident -> incident.evidence().cites(message, index))
                .limit(MOST_INCIDENTS)
                .forEach(incident -> add(incident,
                        incident.stages().stream().filter(stage -> stage.evidence().cites(message, index)).toList()));
    }

    /// Adds the incidents that rest on messages of a dialog.
    public void addDialog(int dialog) {
        int[] messages = index.messagesOf(dialog);
        incidents.of(dialog)
                .stream()
                .limit(MOST_INCIDENTS)
                .forEach(incident -> add(incident,
                        incident.stages().stream().filter(stage -> rests(stage, messages)).toList()));
    }

    /// Adds the incident that a finding is part of.
    public void addFinding(Finding finding) {
        incidents.all()
                .stream()
                .filter(incident -> incident.findings().stream().anyMatch(other -> other.id().equals(finding.id())))
                .limit(MOST_INCIDENTS)
                .forEach(incident -> add(incident,
                        incident.stages().stream().filter(stage -> holds(stage, finding)).toList()));
    }

    private boolean rests(Stage stage, int[] messages) {
        return Arrays.stream(messages).anyMatch(each -> stage.evidence().cites(each, index));
    }

    private static boolean holds(Stage stage, Finding finding) {
        return stage.findings().stream().anyMatch(other -> other.id().equals(finding.id()));
    }

    private void add(Incident incident, List<Stage> stages) {
        List<IncidentKind> kinds = incident.stages().stream().map(Stage::kind).toList();
        facts.section(text("inspector.incident"))
                .link(text("inspector.incident"),
                        text("inspector.incident.title", incident.number(), FactText.visible(incident.title().text())),
                        target(incident.evidence()))
                .filteredAs("incident.id");
        for (Stage stage : stages) {
            facts.link(text("inspector.incident.stage"),
                    text("inspector.incident.of", StageStyle.word(stage, kinds), FactText.visible(stage.did().text())),
                    target(stage.evidence()));
        }
        facts.plain(text("inspector.incident.grade"), text("inspector.incident.of",
                SeverityStyle.word(incident.severity()), DocumentTexts.outcome(incident.outcome()).text()));
        incident.actors()
                .names()
                .stream()
                .limit(MOST_ACTORS)
                .forEach(actor -> facts.code(text("inspector.incident.actors"), actor));
    }

    private Target target(Evidence evidence) {
        int[] messages = evidence.messages(index);
        return messages.length > MOST_SELECTED ? Target.ofDialogs(evidence.dialogs(index))
                : new Target(Arrays.stream(evidence.dialogs(index)).boxed().toList(),
                        Arrays.stream(messages).boxed().toList(), Optional.empty());
    }
}
