package org.sipsleuth.incident.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.sipsleuth.sentence.Sentence.english;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.finding.Actors;
import org.sipsleuth.finding.Confidence;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.Stage;
import org.sipsleuth.sentence.Sentence;

class IncidentChangesTest {

    private static final Evidence NONE = Evidence.ofMessages(new int[0], List.of());
    private static final String ONE = "203.0.113.66";

    private final IncidentChanges changes = new IncidentChanges();

    /// One whose identifier is that of its beginning, as those of all incidents are.
    private static Incident incident(String actor, long from, long to, Outcome outcome, IncidentKind... stages) {
        return incident("incident-" + from + "-" + actor, actor, List.of("192.0.2.1"), from, to, outcome, stages);
    }

    private static Incident incident(String id, String actor, List<String> victims, long from, long to, Outcome outcome,
            IncidentKind... stages) {
        IncidentKind kind = stages[stages.length - 1];
        return new Incident(id, 1, kind,
                List.of(stages)
                        .stream()
                        .map(each -> new Stage(each, from, to, outcome, List.of(actor), Sentence.none(),
                                Sentence.none(), NONE, List.of()))
                        .toList(),
                Actors.of(actor, List.of()), victims, List.of(), from, to, outcome, kind.severity(outcome, false),
                Confidence.of(0.5), english("title"), List.of(), List.of(), List.of(), List.of(), List.of(), List.of(),
                NONE, List.of());
    }

    private static Incident victims(int count, long to) {
        List<String> victims = IntStream.range(0, count).mapToObj(i -> "192.0.2." + i).toList();
        return incident("incident-0-" + ONE, ONE, victims, 0, to, Outcome.ATTEMPTED, IncidentKind.HOST_SCAN);
    }

    private String report(Incident... now) {
        return report(0, now);
    }

    /// The reported events: `+` added, `*` changed, with what has changed, `-` withdrawn, `.` ended,
    /// with the reason.
    private String report(long ringFrom, Incident... now) {
        long to = List.of(now).stream().mapToLong(Incident::toNanos).max().orElse(ringFrom);
        return report(ringFrom, to, now);
    }

    private String report(long ringFrom, long ringTo, Incident... now) {
        return changes.of(List.of(now), ringFrom, ringTo).stream().map(change -> switch (change) {
            case IncidentChanges.Added(Incident incident) -> "+" + incident.kind().word();
            case IncidentChanges.Changed(Incident incident, List<Difference> what) ->
                    "*" + incident.kind().word() + what.stream().map(Difference::aspect).toList();
            case IncidentChanges.Closed(KnownIncident known, IncidentChanges.Reason reason, Optional<String> joined) ->
                    (reason.isEnd() ? "." : "-") + known.facts().kind().word() + "[" + reason
                            + joined.map(id -> " " + id).orElse("") + "]";
        }).collect(Collectors.joining(" "));
    }

    @Test
    void anIncidentIsReportedOnceWhileItOnlyGetsLonger() {
        IncidentKind scan = IncidentKind.HOST_SCAN;
        assertEquals("+host_scan", report(incident(ONE, 0, 10, Outcome.ATTEMPTED, scan)));
        assertEquals("", report(incident(ONE, 0, 20, Outcome.ATTEMPTED, scan)));
    }

    @Test
    void itIsReportedAgainWhenItIsMoreSevereOrHasAnotherStage() {
        IncidentKind scan = IncidentKind.HOST_SCAN;
        IncidentKind guess = IncidentKind.PASSWORD_GUESSING;
        report(incident(ONE, 0, 10, Outcome.ATTEMPTED, scan));
        assertEquals("*host_scan[SEVERITY, OUTCOME]", report(incident(ONE, 0, 20, Outcome.PARTIAL, scan)));
        assertEquals("*password_guessing[STAGES]", report(incident(ONE, 0, 30, Outcome.PARTIAL, scan, guess)));
        assertEquals("", report(incident(ONE, 0, 40, Outcome.PARTIAL, scan, guess)));
    }

    @Test
    void growthIsReportedEachTimeThatANumberHasDoubled() {
        assertEquals("+host_scan", report(victims(44, 10)));
        assertEquals("", report(victims(87, 20)));
        assertEquals("*host_scan[VICTIMS]", report(victims(88, 30)));
        assertEquals("", report(victims(170, 40)));
        assertEquals("*host_scan[VICTIMS]", report(victims(200, 50)));
    }

    private String why(Incident... now) {
        return changes.of(List.of(now), 0, 100).getLast().why().text();
    }

    @Test
    void whatHasChangedIsStatedAsItWasAndIs() {
        why(victims(44, 10));
        assertEquals("44 → 400 victims", why(victims(400, 20)));
        assertEquals("severity low → medium, outcome attempted → partial", why(incident("incident-0-" + ONE, ONE,
                List.of("192.0.2.1"), 0, 30, Outcome.PARTIAL, IncidentKind.HOST_SCAN)));
        assertEquals("severity medium → high, also toll fraud",
                why(incident(ONE, 0, 40, Outcome.PARTIAL, IncidentKind.HOST_SCAN, IncidentKind.TOLL_FRAUD)));
        assertEquals("no longer shown by the traffic", why());
    }

    @Test
    void aKindThatChangesLeavesTheIdentifier() {
        report(incident(ONE, 0, 10, Outcome.ATTEMPTED, IncidentKind.HOST_SCAN));
        assertEquals("*password_guessing[SEVERITY, STAGES]",
                report(incident(ONE, 0, 20, Outcome.ATTEMPTED, IncidentKind.PASSWORD_GUESSING)));
    }

    @Test
    void whatTheRingHasDiscardedTheBeginningOfKeepsItsIdentifier() {
        IncidentKind scan = IncidentKind.HOST_SCAN;
        report(incident(ONE, 0, 10, Outcome.ATTEMPTED, scan));
        List<IncidentChanges.Change> found = changes.of(List.of(incident(ONE, 5, 30, Outcome.PARTIAL, scan)), 5, 30);
        assertEquals("incident-0-" + ONE, ((IncidentChanges.Changed) found.getFirst()).incident().id());
        assertEquals("", report(5, incident(ONE, 5, 40, Outcome.PARTIAL, scan)));
        assertEquals(".host_scan[DISCARDED]", report(41));
    }

    @Test
    void aWrongGuessIsWithdrawn() {
        report(incident(ONE, 0, 10, Outcome.ATTEMPTED, IncidentKind.HOST_SCAN));
        assertEquals("-host_scan[NOT_SHOWN]", report());
        assertEquals("", report());
    }

    @Test
    void whatIsJoinedToAnotherIsWithdrawnAsItsPart() {
        Incident first = incident(ONE, 0, 10, Outcome.ATTEMPTED, IncidentKind.PASSWORD_GUESSING);
        Incident second = incident(ONE, 5, 12, Outcome.ATTEMPTED, IncidentKind.HOST_SCAN);
        assertEquals("+password_guessing +host_scan", report(first, second));
        assertEquals("-host_scan[JOINED incident-0-" + ONE + "]",
                report(incident(ONE, 0, 14, Outcome.ATTEMPTED, IncidentKind.PASSWORD_GUESSING)));
    }

    @Test
    void anIncidentEndsOnceAndMayGoOn() {
        long hour = IncidentChanges.QUIET_NANOS;
        Incident scan = incident(ONE, 0, 10, Outcome.ATTEMPTED, IncidentKind.HOST_SCAN);
        report(scan);
        assertEquals("", report(0, hour + 10, scan));
        assertEquals(".host_scan[QUIET]", report(0, hour + 11, scan));
        assertEquals("", report(0, hour + 12, scan));
        assertEquals("*host_scan[RESUMED]",
                report(0, hour + 20, incident(ONE, 0, hour + 20, Outcome.ATTEMPTED, IncidentKind.HOST_SCAN)));
    }

    @Test
    void theEndOfWhatIsGoneIsNotReportedTwice() {
        Incident scan = incident(ONE, 0, 10, Outcome.ATTEMPTED, IncidentKind.HOST_SCAN);
        report(scan);
        report(0, IncidentChanges.QUIET_NANOS + 11, scan);
        assertEquals("", report(IncidentChanges.QUIET_NANOS));
    }

    @Test
    void changesAreBoundedButForAGreaterSeverity() {
        IncidentKind scan = IncidentKind.HOST_SCAN;
        report(incident(ONE, 0, 10, Outcome.ATTEMPTED, scan));
        int reported = 0;
        for (int i = 0; i < 2 * KnownIncident.MOST_CHANGES; i++) {
            Outcome outcome = i % 2 == 0 ? Outcome.PARTIAL : Outcome.ATTEMPTED;
            reported += report(incident(ONE, 0, 20 + i, outcome, scan)).isEmpty() ? 0 : 1;
        }
        assertEquals(KnownIncident.MOST_CHANGES, reported);
        assertEquals("*toll_fraud[SEVERITY, STAGES, OUTCOME]",
                report(incident(ONE, 0, 100, Outcome.SUCCEEDED, scan, IncidentKind.TOLL_FRAUD)));
    }

    @Test
    void noTwoHaveOneIdentifier() {
        IncidentKind scan = IncidentKind.HOST_SCAN;
        report(incident("a", ONE, List.of(), 5, 10, Outcome.ATTEMPTED, scan));
        report(incident("b", ONE, List.of(), 0, 12, Outcome.ATTEMPTED, scan)); // named a
        List<IncidentChanges.Change> found =
                changes.of(List.of(incident("b", ONE, List.of(), 0, 12, Outcome.ATTEMPTED, scan),
                        incident("a", "198.51.100.7", List.of(), 5, 10, Outcome.ATTEMPTED, scan)), 0, 12);
        assertNotEquals("a", ((IncidentChanges.Added) found.getFirst()).incident().id());
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
