package org.sipsleuth.app.command.live;

import static java.util.stream.Collectors.toSet;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.app.program.DetectorThreads;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.change.Difference.Aspect;
import org.sipsleuth.incident.change.IncidentChanges;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.run.RunMonitor;

/// Replays recordings in slices, as a live capture sees them grow.
class LiveReplayTest {

    private static final Path SAMPLES = Path.of("..", "sample-captures");
    private static final int SLICES = 10;
    private static final int FILE_HEADER_BYTES = 24;
    private static final int RECORD_HEADER_BYTES = 16;
    private static final int LENGTH_OFFSET = 8;

    @TempDir private Path folder;

    private final IncidentChanges changes = new IncidentChanges();

    /// The events of each identifier, in order.
    private final Map<String, List<IncidentChanges.Change>> events = new LinkedHashMap<>();

    private List<Detector> detectors() throws IOException, ModelFormatException {
        List<Detector> detectors = new ArrayList<>();
        for (ModelFile model : Methods.standard().withUntrained(List.of())) {
            detectors.add(Methods.standard().detector(model));
        }
        return detectors;
    }

    private SipIndex index(byte[] pcap) throws IOException {
        Path file = Files.createTempFile(folder, "ring", ".pcap");
        Files.write(file, pcap);
        return CaptureIndexer.read(List.of(file), RunMonitor.NONE);
    }

    /// The packets of a capture from one of them to before another.
    private static byte[] part(byte[] pcap, int from, int to) {
        List<Integer> begins = begins(pcap);
        ByteArrayOutputStream part = new ByteArrayOutputStream();
        part.write(pcap, 0, FILE_HEADER_BYTES);
        part.write(pcap, begins.get(from), begins.get(to) - begins.get(from));
        return part.toByteArray();
    }

    /// Where each packet of a pcap file begins, and where the last one ends.
    private static List<Integer> begins(byte[] pcap) {
        ByteBuffer buffer = ByteBuffer.wrap(pcap).order(ByteOrder.LITTLE_ENDIAN);
        List<Integer> begins = new ArrayList<>(List.of(FILE_HEADER_BYTES));
        for (int at = FILE_HEADER_BYTES; at + RECORD_HEADER_BYTES <= pcap.length; begins.add(at)) {
            at += RECORD_HEADER_BYTES + buffer.getInt(at + LENGTH_OFFSET);
        }
        return begins;
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream raw = Files.newInputStream(SAMPLES.resolve(name));
                InputStream in = name.endsWith(".gz") ? new GZIPInputStream(raw) : new BufferedInputStream(raw)) {
            return in.readAllBytes();
        }
    }

    /// Replays a recording to its end; the identifiers that `analyze` gives.
    private Set<String> replay(String name) throws IOException, ModelFormatException {
        byte[] pcap = bytes(name);
        int packets = begins(pcap).size() - 1;
        for (int slice = 1; slice <= SLICES; slice++) {
            look(index(part(pcap, 0, packets * slice / SLICES)));
        }
        SipIndex whole = CaptureIndexer.read(List.of(SAMPLES.resolve(name)), RunMonitor.NONE);
        return DetectorThreads.investigate(whole, detectors(), RunMonitor.NONE)
                .incidents()
                .stream()
                .map(Incident::id)
                .collect(toSet());
    }

    private void look(SipIndex index) throws IOException, ModelFormatException {
        if (index.messages().size() == 0) {
            return; // only what has grown is looked at
        }
        List<Incident> now = DetectorThreads.investigate(index, detectors(), RunMonitor.NONE).incidents();
        for (IncidentChanges.Change change : changes.of(now, index)) {
            events.computeIfAbsent(change.id(), _ -> new ArrayList<>()).add(change);
        }
    }

    private Set<String> standing() {
        return events.keySet()
                .stream()
                .filter(id -> !(events.get(id).getLast() instanceof IncidentChanges.Closed))
                .collect(toSet());
    }

    private boolean isGrowthReported() {
        return events.values()
                .stream()
                .flatMap(List::stream)
                .anyMatch(change -> change instanceof IncidentChanges.Changed changed
                        && changed.what().stream().anyMatch(each -> each.aspect() == Aspect.ATTEMPTS));
    }

    /// One attack each.
    @ParameterizedTest
    @ValueSource(strings = {
        "cracking-found.pcap",
        "incident.pcap",
        "flood-spoofed.pcap",
        "evaluation/development/svmap-slow.pcap.gz",
        "evaluation/development/svwar-options-hardened.pcap.gz",
        "evaluation/development/svwar-register-open.pcap.gz",
        "evaluation/development/crack-register-call.pcap.gz",
        "evaluation/development/flood-invite-forged-100.pcap.gz",
        "evaluation/development-2/bye-own-address.pcap.gz",
        "evaluation/development-2/guess-spread.pcap.gz"})
    void anAttackHasOneIdentifierFromItsFirstEventOnAndInAnalyze(String name) throws Exception {
        Set<String> whole = replay(name);
        assertEquals(1, whole.size());
        assertEquals(whole, events.keySet());
        List<IncidentChanges.Change> its = events.values().iterator().next();
        assertInstanceOf(IncidentChanges.Added.class, its.getFirst());
        assertTrue(its.stream().skip(1).allMatch(IncidentChanges.Changed.class::isInstance));
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "scan.pcap",
        "enumeration.pcap",
        "flood.pcap",
        "evaluation/floods/flood-invite-forged-600.pcap.gz",
        "evaluation/development/svcrack-two-accounts.pcap.gz"})
    void growthIsReportedAndAllStandUnderTheIdentifiersOfAnalyze(String name) throws Exception {
        assertEquals(replay(name), standing());
        assertTrue(isGrowthReported());
    }

    @Test
    void guessersThatTurnOutToShareOneAttackAreWithdrawnAsPartsOfIt() throws Exception {
        Set<String> whole = replay("evaluation/development/svcrack-six-addresses.pcap.gz");
        assertEquals(1, whole.size());
        assertEquals(whole, standing());
        List<IncidentChanges.Change> withdrawn =
                events.values().stream().map(List::getLast).filter(IncidentChanges.Closed.class::isInstance).toList();
        assertTrue(!withdrawn.isEmpty());
        for (IncidentChanges.Change each : withdrawn) {
            IncidentChanges.Closed closed = (IncidentChanges.Closed) each;
            assertEquals(IncidentChanges.Reason.JOINED, closed.reason());
            assertEquals(whole, Set.of(closed.joinedTo().orElseThrow()));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "busy.pcap",
        "evaluation/development/mass-call.pcap.gz",
        "evaluation/development/nat-phones.pcap.gz",
        "evaluation/development-2/centre-in-turn.pcap.gz",
        "evaluation/development-2/monitor-many.pcap.gz"})
    void whatOnlyLooksLikeAnAttackLeavesNothingStanding(String name) throws Exception {
        replay(name);
        assertEquals(Set.of(), standing());
    }

    @Test
    void anAttackKeepsItsIdentifierWhenTheRingDiscardsItsBeginning() throws Exception {
        byte[] pcap = bytes("cracking-found.pcap");
        int packets = begins(pcap).size() - 1;
        look(index(part(pcap, 0, packets / 2)));
        look(index(part(pcap, packets / 3, packets)));
        assertEquals(1, events.size());
        assertInstanceOf(IncidentChanges.Changed.class, events.values().iterator().next().getLast());
    }
}
