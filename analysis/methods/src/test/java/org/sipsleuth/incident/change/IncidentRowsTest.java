package org.sipsleuth.incident.change;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.sentence.Sentence.english;

import java.util.List;
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
import org.sipsleuth.incident.change.IncidentChanges.Change;
import org.sipsleuth.sentence.Sentence;

class IncidentRowsTest {

    private static final Evidence NONE = Evidence.ofMessages(new int[0], List.of());
    private static final String ONE = "203.0.113.66";
    private static final String OTHER = "198.51.100.7";

    private final IncidentRows rows = new IncidentRows();

    private static Incident scan(String id, String actor, long from, int victims) {
        return incident(id, actor, from, victims, IncidentKind.HOST_SCAN, Outcome.ATTEMPTED);
    }

    private static Incident incident(String id, String actor, long from, int victims, IncidentKind kind,
            Outcome outcome) {
        List<String> hosts = IntStream.range(0, victims).mapToObj(i -> "192.0.2." + i).toList();
        Stage stage = new Stage(kind, from, from + 10, outcome, List.of(actor), Sentence.none(), Sentence.none(), NONE,
                List.of());
        return new Incident(id, 1, kind, List.of(stage), Actors.of(actor, List.of()), hosts, List.of(), from, from + 10,
                outcome, kind.severity(outcome, false), Confidence.of(0.5), english("title of " + id), List.of(),
                List.of(), List.of(), List.of(), List.of(), List.of(), NONE, List.of());
    }

    private void follow(Incident... now) {
        rows.follow(List.of(now), 0, 100);
    }

    /// Each row with what has become of it; in brackets if it is found no more.
    private String shown() {
        return rows.rows().stream().map(row -> {
            String words = row.id() + row.change().map(Change::state).map(state -> " " + state.text() + ": ").orElse("")
                    + row.why().text();
            return row.isFound() ? words : "[" + words + "]";
        }).collect(Collectors.joining("; "));
    }

    @Test
    void aRowChangesInItsPlace() {
        follow(scan("a", ONE, 0, 44), scan("b", OTHER, 5, 10));
        assertEquals("a; b", shown());
        follow(scan("b", OTHER, 5, 11), scan("a", ONE, 0, 400));
        assertEquals("a changed: 44 → 400 victims; b", shown());
        assertEquals(11, rows.rows().getLast().incident().victims().size());
    }

    @Test
    void aNewRowComesBeforeLessSevereOnes() {
        follow(scan("a", ONE, 0, 1));
        follow(scan("a", ONE, 0, 1), scan("b", OTHER, 5, 1),
                incident("c", "192.0.2.200", 7, 1, IncidentKind.TOLL_FRAUD, Outcome.SUCCEEDED));
        assertEquals("c; a; b", shown());
    }

    @Test
    void aWithdrawnRowStaysUntilItIsDismissed() {
        follow(scan("a", ONE, 0, 1), scan("b", OTHER, 5, 1));
        follow(scan("b", OTHER, 5, 1));
        assertEquals("[a withdrawn: no longer shown by the traffic]; b", shown());
        assertTrue(rows.rows().getFirst().isWithdrawn());
        rows.dismiss("b");
        assertEquals("[a withdrawn: no longer shown by the traffic]; b", shown(), "what is found is not dismissed");
        rows.dismiss("a");
        assertEquals("b", shown());
    }

    @Test
    void aPartNamesTheIncidentThatItIsPartOf() {
        follow(scan("a", ONE, 0, 1), scan("b", ONE, 5, 1));
        follow(scan("a", ONE, 0, 1));
        assertEquals("a; [b withdrawn: part of title of a]", shown());
    }

    @Test
    void whatIsFoundAgainHasItsRowAgain() {
        follow(scan("a", ONE, 0, 1));
        follow();
        follow(scan("a", ONE, 0, 1));
        assertEquals("a", shown());
    }

    @Test
    void anEndIsMarked() {
        follow(scan("a", ONE, 0, 1));
        rows.follow(List.of(scan("a", ONE, 0, 1)), 0, 2 * IncidentChanges.QUIET_NANOS);
        assertEquals("a ended: nothing new for an hour", shown());
        assertFalse(rows.rows().getFirst().isWithdrawn());
        rows.follow(List.of(), IncidentChanges.QUIET_NANOS, 2 * IncidentChanges.QUIET_NANOS);
        assertEquals("[a ended: nothing new for an hour]", shown());
    }

    @Test
    void aRowKeepsItsIdentifierWhenTheRingDiscardsTheBeginning() {
        follow(scan("a", ONE, 0, 1));
        rows.follow(List.of(scan("x", ONE, 5, 1)), 5, 100);
        assertEquals("a", shown());
    }

    @Test
    void ofManyThatAreGoneTheFirstAreDropped() {
        int count = IncidentRows.MOST_GONE + 3;
        for (int i = 0; i < count; i++) {
            follow(scan("a" + i, "host " + i, 0, 1));
        }
        follow();
        assertEquals(IncidentRows.MOST_GONE, rows.rows().size());
        assertFalse(rows.rows().stream().anyMatch(row -> row.id().equals("a2")));
        assertTrue(rows.rows().stream().anyMatch(row -> row.id().equals("a3")));
    }
}
