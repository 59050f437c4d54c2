package org.sipsleuth.incident;

import java.util.Comparator;
import java.util.List;
import org.sipsleuth.finding.Explanation;
import org.sipsleuth.finding.Explanation.Input;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Formula;
import org.sipsleuth.sentence.MethodTexts;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sentence.Severity;

/// How grave findings are together, and how that came about.
final class Gravity {

    private static final MethodTexts TEXTS = IncidentText.TEXTS;
    private static final List<Severity> LEVELS = List.of(Severity.values());

    private Gravity() {}

    /// The severity of the gravest.
    static Severity of(List<Finding> findings) {
        return findings.stream().map(Finding::severity).max(Comparator.naturalOrder()).orElse(Severity.INFO);
    }

    /// How the severity of an incident came about: its stages of this severity are its gravest ones.
    static Explanation of(Incident incident) {
        List<Finding> gravest = incident.stages()
                .stream()
                .filter(stage -> of(stage.findings()) == incident.severity())
                .flatMap(stage -> stage.findings().stream())
                .toList();
        return new Explanation(TEXTS.sentence("explain.severity", Sentence.term(incident.severity().word())),
                LEVELS.indexOf(incident.severity()), new Formula("max(s)"),
                List.of(Input.of("s",
                        TEXTS.sentence("explain.s", incident.kind().label(), Sentence.term(incident.outcome().word())),
                        gravest.stream().map(each -> (double) LEVELS.indexOf(each.severity())).toList())),
                TEXTS.sentence("explain.severity.direction"), Explanation.page("INCIDENTS", "Severity"));
    }
}
