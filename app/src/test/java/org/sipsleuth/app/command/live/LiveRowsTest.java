package org.sipsleuth.app.command.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.sentence.Sentence.english;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.Talk;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.finding.Actors;
import org.sipsleuth.finding.Confidence;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.Outcome;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.change.Difference;
import org.sipsleuth.incident.change.Difference.Aspect;
import org.sipsleuth.incident.change.IncidentChanges;
import org.sipsleuth.incident.change.IncidentChanges.Reason;
import org.sipsleuth.incident.change.KnownIncident;
import org.sipsleuth.report.rows.Format;
import org.sipsleuth.run.FaultSink;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Sentence;

class LiveRowsTest {

    private static final IncidentKind SCAN = IncidentKind.HOST_SCAN;
    private static final long SECOND = 1_000_000_000L;

    private final Incident incident = incident(english("Host scan"));
    private SipIndex index;

    private static Incident incident(Sentence title) {
        return new Incident("incident-1", 1, SCAN, List.of(), Actors.of("203.0.113.66", List.of()),
                List.of("192.0.2.1"), List.of(), SECOND, 2 * SECOND, Outcome.ATTEMPTED,
                SCAN.severity(Outcome.ATTEMPTED, false), Confidence.of(0.5), title, List.of(), List.of(), List.of(),
                List.of(), List.of(), List.of(), Evidence.ofMessages(new int[0], List.of()), List.of());
    }

    @BeforeEach
    void anyCapture() throws IOException {
        index = new Talk().request(Talk.CALLER, Talk.PROXY, "OPTIONS", 1, "a").read();
    }

    private String written(Format format, IncidentChanges.Change change) throws IOException {
        return written(format, RunMonitor.NONE, change);
    }

    private String written(Format format, FaultSink faults, IncidentChanges.Change... changes) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Terminal terminal =
                new Terminal(out, new PrintStream(new ByteArrayOutputStream(), true, StandardCharsets.UTF_8), false,
                        false, 160, StandardCharsets.UTF_8);
        LiveRows rows = LiveRows.open(format, terminal, false, faults);
        for (IncidentChanges.Change change : changes) {
            rows.write(index, change);
        }
        rows.close();
        return out.toString(StandardCharsets.UTF_8);
    }

    private IncidentChanges.Closed closed(Reason reason, Optional<String> joinedTo) {
        return new IncidentChanges.Closed(KnownIncident.of("incident-1", incident), reason, joinedTo);
    }

    @Test
    void whatHasChangedIsNamed() throws IOException {
        IncidentChanges.Changed change = new IncidentChanges.Changed(incident,
                List.of(new Difference(Aspect.OUTCOME, english("outcome attempted → partial")),
                        new Difference(Aspect.ATTEMPTS, english("44 → 400 names"))));
        String json = written(Format.JSONL, change);
        assertTrue(json.startsWith("{\"event\":\"incident_changed\",\"event_number\":1,"
                + "\"changed\":[\"outcome\",\"attempts\"],\"id\":\"incident-1\","), json);
        String line = written(Format.TEXT, change);
        assertTrue(line.contains(" incident, changed (outcome attempted → partial, 44 → 400 names): Host scan ("),
                line);
        assertTrue(line.endsWith("  incident-1\n"), line);
    }

    @Test
    void aWithdrawnIncidentHasItsReason() throws IOException {
        IncidentChanges.Closed joined = closed(Reason.JOINED, Optional.of("incident-2"));
        String json = written(Format.JSONL, joined);
        assertTrue(json.startsWith("{\"event\":\"incident_withdrawn\",\"event_number\":1,\"reason\":\"joined\","
                + "\"joined_to\":\"incident-2\",\"id\":\"incident-1\",\"kind\":\"host_scan\","), json);
        assertTrue(written(Format.JSONL, closed(Reason.NOT_SHOWN, Optional.empty())).contains("\"joined_to\":null"));
        assertTrue(written(Format.TEXT, joined)
                .endsWith(" incident, withdrawn: Host scan (part of incident-2)  incident-1\n"));
    }

    @Test
    void anIncidentThatFailsCostsItself() throws IOException {
        Sentence.Open faulty = _ -> {
            throw new IllegalStateException("a seeded fault");
        };
        IncidentChanges.Change good = new IncidentChanges.Added(incident);
        IncidentChanges.Change bad = new IncidentChanges.Added(incident(faulty));
        List<String> faults = new ArrayList<>();
        List<String> lines = written(Format.TEXT, (name, _) -> faults.add(name), good, bad, good).lines().toList();
        assertEquals(List.of(lines.getFirst(), "incident, new (failed)", lines.getFirst()), lines);
        List<String> events = written(Format.JSONL, (name, _) -> faults.add(name), good, bad, good).lines().toList();
        assertEquals(4, events.size(), "an event for each, and the end");
        assertEquals("{\"event\":\"incident_added\",\"event_number\":2,\"failed\":[\"incident_added\"]}",
                events.get(1));
        assertTrue(events.get(2).startsWith("{\"event\":\"incident_added\",\"event_number\":3,\"id\":\"incident-1\""),
                events.get(2));
        assertEquals(List.of("incident", "incident_added"), faults);
    }

    @Test
    void anEndIsNoWithdrawal() throws IOException {
        IncidentChanges.Closed quiet = closed(Reason.QUIET, Optional.empty());
        assertTrue(written(Format.JSONL, quiet).contains("\"incident_ended\",\"event_number\":1,\"reason\":\"quiet\""));
        String line = written(Format.TEXT, quiet);
        assertEquals("00:00:02.000  %s incident, ended: Host scan (nothing new for an hour)  incident-1\n"
                .formatted(incident.severity().name()), line);
    }
}
