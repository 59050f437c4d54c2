package org.sipsleuth.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.lang.foreign.MemorySegment;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.capture.file.CaptureFile;
import org.sipsleuth.capture.tls.keylog.KeyLog;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.GrowingIndex;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.InvestigationDump;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.triage.TriageQueue;

/// What a session publishes while detectors run, findings are joined and the capture grows is what
/// an analysis of the same messages finds.
class JoinedFindingsTest {

    private static final Path SAMPLES = Path.of("..", "..", "sample-captures");
    private static final int HEAD = 24;
    private static final int RECORD_HEAD = 16;
    private static final int PARTS = 3;
    private static final String ATTACK = "cracking-found.pcap";
    private static final int ATTACK_MESSAGES = 400;
    private static final int NANOSECONDS = 0xa1b23c4d;

    @TempDir private Path folder;

    private final List<Detector> detectors = new ArrayList<>();
    private final List<Runnable> waiting = new ArrayList<>();
    private final List<SessionState> published = new ArrayList<>();
    private final CaptureSession session =
            new CaptureSession(waiting::add, LookPace.OF_WINDOW, (_, next) -> waiting.add(next), waiting::add);

    @BeforeEach
    void openModels() throws Exception {
        for (ModelFile model : Methods.standard().shipped()) {
            detectors.add(Methods.standard().detector(model));
        }
        session.subscribe(published::add);
    }

    /// The sample, of which more and more is in one file.
    private List<SipIndex> growing(String sample) throws IOException {
        byte[] all = Files.readAllBytes(SAMPLES.resolve(sample));
        ByteBuffer bytes = ByteBuffer.wrap(all).order(ByteOrder.LITTLE_ENDIAN);
        assertEquals(0xa1b2c3d4, bytes.getInt(0), "a little-endian pcap of microseconds");
        List<Integer> ends = new ArrayList<>();
        for (int at = HEAD; at < all.length; ends.add(at)) {
            at += RECORD_HEAD + bytes.getInt(at + 8);
        }
        Path file = folder.resolve("grows.pcap");
        Files.write(file, Arrays.copyOf(all, HEAD));
        List<SipIndex> parts = new ArrayList<>();
        int written = HEAD;
        for (int part = 1; part <= PARTS; part++) {
            int end = ends.get(ends.size() * part / PARTS - 1);
            Files.write(file, Arrays.copyOfRange(all, written, end), StandardOpenOption.APPEND);
            written = end;
            parts.add(CaptureIndexer.read(List.of(file), RunMonitor.NONE));
        }
        return parts;
    }

    /// Two states of a capture of OPTIONS that ends in an attack: the first has half of its messages
    /// before this one and none after it, the second all.
    private List<SipIndex> statesAround(int message) throws IOException {
        byte[] sample = Files.readAllBytes(SAMPLES.resolve(ATTACK));
        ByteBuffer records = ByteBuffer.wrap(sample).order(ByteOrder.LITTLE_ENDIAN);
        int before = message - ATTACK_MESSAGES / 2;
        PcapWriter pcap = new PcapWriter(ByteOrder.LITTLE_ENDIAN, NANOSECONDS, 1);
        long start = records.getInt(HEAD) - before;
        for (int i = 0; i < before; i++) {
            pcap.frame(start + i, 0, options(i));
        }
        int written = 0;
        int frames = before;
        for (int at = HEAD; at < sample.length; at += RECORD_HEAD + records.getInt(at + 8)) {
            written = frames++ == message - 1 ? pcap.bytes().length : written;
            pcap.frame(records.getInt(at), records.getInt(at + 4) * 1_000,
                    Arrays.copyOfRange(sample, at + RECORD_HEAD, at + RECORD_HEAD + records.getInt(at + 8)));
        }
        byte[] all = pcap.bytes();
        AtomicLong size = new AtomicLong(written);
        GrowingIndex growing = new GrowingIndex();
        growing.add(CaptureFile.growing(pcap.write(folder.resolve("live.pcap")), MemorySegment.ofArray(all), size::get,
                notes -> notes), KeyLog.read(List.of()));
        growing.read(0);
        SipIndex first = growing.index(true);
        size.set(all.length);
        growing.read(0);
        return List.of(first, growing.index(true));
    }

    private static byte[] options(int number) {
        String head = number % 2 == 0 ? "OPTIONS sip:b@192.0.2.2 SIP/2.0" : "SIP/2.0 200 OK";
        int asked = number / 2;
        return Packets.sip("192.0.2." + (1 + number % 2), "192.0.2." + (2 - number % 2), """
                %s
                Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK%d
                From: <sip:a@192.0.2.1>;tag=1
                To: <sip:b@192.0.2.2>
                Call-ID: ping-%d
                CSeq: %d OPTIONS

                """.formatted(head, asked, asked / 20, asked).replace("\n", "\r\n"));
    }

    private Detection look(String method, SipIndex index) {
        return detectors.stream()
                .filter(each -> each.name().equals(method))
                .findFirst()
                .orElseThrow()
                .detect(index, RunMonitor.NONE);
    }

    /// At 4,096 and 65,536 the columns of the tables double their chunks.
    @ParameterizedTest
    @ValueSource(ints = {4_096, 5_000, 65_536})
    void anAttackIsJoinedThatAnotherDetectorHasSeenOnlyInPart(int message) throws IOException {
        List<SipIndex> states = statesAround(message);
        Detection rules = look("rules", states.getLast());
        Detection sequence = look("sequence", states.getFirst());
        assertEquals(message - 1, states.getFirst().messages().size());
        Investigation both = new Findings(List.of(sequence, rules), List.of()).join();
        Investigation alone = Investigation.of(states.getLast(), List.of(rules));
        assertEquals(ids(alone), ids(both));
        assertFalse(both.incidents().isEmpty());
        BitSet outside = new BitSet();
        outside.set(0, states.getFirst().dialogs().size());
        alone.incidents()
                .forEach(each -> IntStream.of(each.evidence().dialogs(states.getLast())).forEach(outside::clear));
        assertEquals(outside.cardinality(), both.fits().getFirst().dialogs());
        assertEquals(Optional.empty(), both.verdicts().of(states.getFirst().dialogs().size()), "no model saw it");
        assertSame(states.getLast(), TriageQueue.of(both, RunMonitor.NONE).orElseThrow().index());
    }

    private static List<String> ids(Investigation found) {
        return found.incidents().stream().map(Incident::id).toList();
    }

    private static String dump(Investigation found) {
        return InvestigationDump.of(found.incidents(), found.index())
                + InvestigationDump.of(found.findings(), found.index()) + found.fits() + found.notSeen()
                + found.faults();
    }

    private String analysed(SipIndex index) {
        return dump(CaptureSession.investigate(index, detectors, Runnable::run, RunMonitor.NONE));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void everyWholeStateIsWhatAnAnalysisFinds(long seed) throws IOException {
        List<SipIndex> parts = growing(ATTACK);
        Map<SipIndex, String> expected = new HashMap<>();
        Random random = new Random(seed);
        int opened = 0;
        session.use(detectors);
        while (opened < parts.size() || !waiting.isEmpty()) {
            if (opened < parts.size() && (waiting.isEmpty() || random.nextInt(12) == 0)) {
                session.open(parts.get(opened++));
            } else {
                waiting.remove(random.nextInt(waiting.size())).run();
            }
        }
        int whole = 0;
        for (SessionState state : published) {
            if (!state.isRunning() && !state.joined().isRunning() && state.index().isPresent()) {
                Investigation found = state.joined().investigation().orElseThrow();
                assertSame(state.index().get(), found.index());
                assertEquals(expected.computeIfAbsent(found.index(), this::analysed), dump(found));
                whole++;
            }
        }
        assertTrue(whole > 0, "there is a state in which nothing runs");
        assertEquals(parts.getLast(), session.state().index().orElseThrow());
    }

    @Test
    void whatAReplacedDetectorFoundCountsUntilTheNewOneHasEnded() throws Exception {
        SipIndex index = growing(ATTACK).getLast();
        Methods methods = Methods.standard();
        ModelFile rules = methods.named("rules").orElseThrow().shipped();
        session.use(List.of(methods.detector(rules)));
        session.open(index);
        while (!waiting.isEmpty()) {
            waiting.removeFirst().run();
        }
        Investigation first = session.state().joined().investigation().orElseThrow();
        assertFalse(first.incidents().isEmpty());
        session.use(List.of(methods.detector(rules)));
        assertTrue(session.state().isRunning());
        assertSame(first, session.state().joined().investigation().orElseThrow());
        session.cancel("rules");
        assertTrue(session.state().joined().investigation().isEmpty(), "nothing counts any more");
    }

    @Test
    void incidentsShowAsTheyForm() throws IOException {
        SipIndex index = growing(ATTACK).getLast();
        session.use(detectors);
        session.open(index);
        while (!waiting.isEmpty()) {
            waiting.removeFirst().run();
        }
        long shown = published.stream()
                .flatMap(state -> state.joined().investigation().stream())
                .map(Investigation::origins)
                .distinct()
                .count();
        assertTrue(shown > 1, "incidents show as they form: " + shown);
    }
}
