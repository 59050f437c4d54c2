package org.sipsleuth.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.InvestigationDump;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.run.RunMonitor;

/// What a session publishes while detectors run, findings are joined and the capture grows is what
/// an analysis of the same messages finds.
class JoinedFindingsTest {

    private static final Path SAMPLES = Path.of("..", "..", "sample-captures");
    private static final int HEAD = 24;
    private static final int RECORD_HEAD = 16;
    private static final int PARTS = 3;

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
        List<SipIndex> parts = growing("cracking-found.pcap");
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
        SipIndex index = growing("cracking-found.pcap").getLast();
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
        SipIndex index = growing("cracking-found.pcap").getLast();
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
