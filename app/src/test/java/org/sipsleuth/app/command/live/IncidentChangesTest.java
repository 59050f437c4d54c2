package org.sipsleuth.app.command.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.sipsleuth.finding.Sentence.english;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.sipsleuth.finding.Actors;
import org.sipsleuth.finding.Confidence;
import org.sipsleuth.finding.Evidence;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.finding.Sentence;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.Stage;

class IncidentChangesTest {

    private static final Evidence NONE = Evidence.ofMessages(new int[0], List.of());
    private static final String ONE = "203.0.113.66";

    private final IncidentChanges changes = new IncidentChanges();

    private static Incident incident(String actor, long from, long to, Outcome outcome, IncidentKind... stages) {
        IncidentKind kind = stages[stages.length - 1];
        return new Incident("incident-" + to, 1, kind,
                List.of(stages)
                        .stream()
                        .map(each -> new Stage(each, from, to, outcome, List.of(actor), Sentence.none(),
                                Sentence.none(), NONE, List.of()))
                        .toList(),
                Actors.of(actor, List.of()), List.of("192.0.2.1"), List.of(), from, to, outcome,
                kind.severity(outcome, false), Confidence.of(0.5), english("title"), List.of(), List.of(), List.of(),
                List.of(), List.of(), List.of(), NONE, List.of());
    }

    /// The reported incidents: `+` new, `*` changed.
    private String report(Incident... now) {
        StringBuilder report = new StringBuilder();
        changes.of(List.of(now))
                .forEach(change -> report.append(change.isNew() ? '+' : '*').append(change.incident().kind().word()));
        return report.toString();
    }

    @Test
    void anIncidentIsReportedOnceWhileItOnlyGrows() {
        IncidentKind scan = IncidentKind.HOST_SCAN;
        assertEquals("+host_scan", report(incident(ONE, 0, 10, Outcome.ATTEMPTED, scan)));
        assertEquals("", report(incident(ONE, 0, 20, Outcome.ATTEMPTED, scan)));
        assertEquals("", report(incident(ONE, 5, 30, Outcome.ATTEMPTED, scan)));
    }

    @Test
    void itIsReportedAgainWhenItIsMoreSevereOrHasAnotherStage() {
        IncidentKind scan = IncidentKind.HOST_SCAN;
        IncidentKind guess = IncidentKind.PASSWORD_GUESSING;
        report(incident(ONE, 0, 10, Outcome.ATTEMPTED, scan));
        assertEquals("*host_scan", report(incident(ONE, 0, 20, Outcome.PARTIAL, scan)));
        assertEquals("*password_guessing", report(incident(ONE, 0, 30, Outcome.PARTIAL, scan, guess)));
        assertEquals("", report(incident(ONE, 0, 40, Outcome.PARTIAL, scan, guess)));
    }

    @Test
    void anotherActorOrAnotherTimeIsAnotherIncident() {
        IncidentKind scan = IncidentKind.HOST_SCAN;
        Incident first = incident(ONE, 0, 10, Outcome.ATTEMPTED, scan);
        report(first);
        assertEquals("+host_scan", report(first, incident("198.51.100.7", 5, 10, Outcome.ATTEMPTED, scan)));
        assertEquals("+host_scan", report(first, incident("198.51.100.7", 5, 10, Outcome.ATTEMPTED, scan),
                incident(ONE, 90, 99, Outcome.ATTEMPTED, scan)));
    }
}
