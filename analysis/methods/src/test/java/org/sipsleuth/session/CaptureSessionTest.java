package org.sipsleuth.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotSame;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.sentence.Sentence.english;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Origin;
import org.sipsleuth.finding.Unjudged;
import org.sipsleuth.model.ModelIdentity;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Sentence;

class CaptureSessionTest {

    private static final Path SAMPLES = Path.of("..", "..", "sample-captures");

    /// Runs what it is given when the test asks for it.
    private final Deque<Runnable> waiting = new ArrayDeque<>();

    private final CaptureSession session =
            new CaptureSession(waiting::add, LookPace.OF_WINDOW, (_, next) -> waiting.add(next), Runnable::run);
    private final List<SessionState> published = new ArrayList<>();
    private SipIndex call;
    private SipIndex hold;

    @BeforeEach
    void readSamples() throws IOException {
        call = sample("call.pcap");
        hold = sample("hold.pcap");
        session.subscribe(published::add);
    }

    private record Nothing(SipIndex index, Origin origin) implements Detection {
        @Override
        public List<Finding> findings() {
            return List.of();
        }

        @Override
        public List<Unjudged> notJudged() {
            return List.of(new Unjudged(origin.detector(), Unjudged.Extent.PART, Set.of(),
                    english(origin.detector() + " looked")));
        }
    }

    private record Joinable(SipIndex index, boolean fails) implements Detection {
        @Override
        public Origin origin() {
            return new Origin("a", identity("a"));
        }

        @Override
        public List<Finding> findings() {
            return List.of();
        }

        @Override
        public List<Unjudged> notJudged() {
            return List.of();
        }

        @Override
        public Optional<HostRoles> hostRoles() {
            if (fails) {
                throw new IllegalStateException("in joining");
            }
            return Optional.empty();
        }
    }

    private record Named(String name, BiFunction<SipIndex, RunMonitor, Detection> work) implements Detector {
        @Override
        public ModelIdentity model() {
            return identity(name);
        }

        @Override
        public Detection detect(SipIndex index, RunMonitor monitor) {
            return work.apply(index, monitor);
        }
    }

    private static ModelIdentity identity(String name) {
        return new ModelIdentity(name, name, "0".repeat(64), "nothing", 0, 0);
    }

    private static SipIndex sample(String name) throws IOException {
        return CaptureIndexer.read(List.of(SAMPLES.resolve(name)), RunMonitor.NONE);
    }

    private static Detector detector(String name) {
        return new Named(name, (index, _) -> new Nothing(index, new Origin(name, identity(name))));
    }

    private void runAll() {
        while (!waiting.isEmpty()) {
            waiting.remove().run();
        }
    }

    private List<String> looked() {
        return session.state()
                .joined()
                .investigation()
                .map(Investigation::notSeen)
                .orElse(List.of())
                .stream()
                .map(Sentence::text)
                .toList();
    }

    private DetectorStatus status(String name) {
        return session.state().status(name).orElseThrow();
    }

    @Test
    void everyDetectorLooksAtTheOpenCapture() {
        session.use(List.of(detector("a"), detector("b")));
        assertEquals(Optional.empty(), session.state().status("a"));
        session.open(call);
        assertTrue(session.state().isRunning());
        runAll();
        assertFalse(session.state().isRunning());
        assertEquals(List.of("a looked", "b looked"), looked());
    }

    @Test
    void resultsArePublishedAsTheyArrive() {
        session.use(List.of(detector("a"), detector("b")));
        session.open(call);
        waiting.removeLast().run();
        assertInstanceOf(DetectorStatus.Finished.class, status("b"));
        assertInstanceOf(DetectorStatus.Running.class, status("a"));
        assertEquals(List.of("b looked"), looked());
        assertEquals(session.state(), published.getLast());
    }

    private record InTurn(Detector detector, Turn turn) implements Detector {
        @Override
        public String name() {
            return detector.name();
        }

        @Override
        public ModelIdentity model() {
            return detector.model();
        }

        @Override
        public Detection detect(SipIndex index, RunMonitor monitor) {
            return detector.detect(index, monitor);
        }
    }

    private void useInTurns() {
        session.use(List.of(detector("b"), new InTurn(detector("last"), Detector.Turn.LAST),
                new InTurn(detector("first"), Detector.Turn.FIRST), detector("c")));
    }

    @Test
    void detectorsBeginWhenThoseOfEarlierTurnsHaveEnded() {
        useInTurns();
        session.open(call);
        assertEquals(1, waiting.size());
        waiting.remove().run();
        assertEquals(List.of("first looked"), looked());
        assertEquals(2, waiting.size());
        waiting.remove().run();
        assertEquals(1, waiting.size(), "the last one waits for both");
        waiting.remove().run();
        assertEquals(1, waiting.size());
        waiting.remove().run();
        assertFalse(session.state().isRunning());
        assertEquals(List.of("b looked", "last looked", "first looked", "c looked"), looked(),
                "turns change no result");
    }

    @Test
    void aDetectorOfALaterTurnBeginsWhenTheEarlierOneIsCancelled() {
        useInTurns();
        session.open(call);
        session.cancel("last");
        session.cancel("first");
        waiting.remove(); // the cancelled one
        assertEquals(2, waiting.size());
        session.cancel("b");
        session.cancel("c");
        assertEquals(2, waiting.size(), "what was cancelled while it waited does not begin");
        assertFalse(session.state().isRunning());
    }

    @Test
    void thePreferredDetectorOfATurnBeginsFirst() {
        session.use(List.of(detector("a"), detector("b"), new InTurn(detector("first"), Detector.Turn.FIRST),
                detector("wanted")));
        session.prefer("wanted");
        session.open(call);
        waiting.remove().run();
        assertEquals(List.of("first looked"), looked(), "turns come first");
        waiting.remove().run();
        assertEquals(List.of("first looked", "wanted looked"), looked());
    }

    @Test
    void noMoreDetectorsLookAtATimeThanThereAreProcessors() {
        int most = Math.max(2, Runtime.getRuntime().availableProcessors());
        session.use(IntStream.rangeClosed(0, most).mapToObj(i -> detector("d" + i)).toList());
        session.open(call);
        assertEquals(most, waiting.size());
        waiting.remove().run();
        assertEquals(most, waiting.size(), "the last one takes the place of the first");
        session.cancel("d1");
        session.cancel("d" + most);
        runAll();
        assertEquals(most - 1, looked().size());
        assertFalse(session.state().isRunning());
    }

    @Test
    void closingBeginsNothing() {
        useInTurns();
        session.open(call);
        session.close();
        assertEquals(1, waiting.size());
        session.open(hold);
        assertEquals(2, waiting.size());
        runAll();
        assertEquals(4, looked().size());
    }

    @Test
    void everyDetectorGetsItsTurnWhileTheCaptureGrows() throws IOException {
        SipIndex more = sample("call.pcap");
        Detector grows = new Named("first", (index, _) -> {
            session.open(more);
            return new Nothing(index, new Origin("first", identity("first")));
        });
        session.use(List.of(new InTurn(grows, Detector.Turn.FIRST), detector("b")));
        session.open(call);
        waiting.remove().run();
        assertEquals(2, waiting.size(), "the first one again, and the one that waited");
        waiting.removeFirst().run();
        waiting.removeFirst().run();
        assertTrue(waiting.isEmpty());
        assertEquals(List.of("first looked", "b looked"), looked());
    }

    @Test
    void whatWasFoundStaysWhenAnotherDetectorIsUsed() {
        Detector a = detector("a");
        session.use(List.of(a));
        session.open(call);
        runAll();
        DetectorStatus before = status("a");
        session.use(List.of(a, detector("b")));
        assertSame(before, status("a"));
        assertInstanceOf(DetectorStatus.Running.class, status("b"));
        session.use(List.of(a));
        assertEquals(Optional.empty(), session.state().status("b"));
    }

    @Test
    void anotherModelOfAMethodForgetsWhatTheFirstOneFound() {
        session.use(List.of(detector("a")));
        session.open(call);
        runAll();
        session.use(List.of(detector("a")));
        assertEquals(Optional.empty(), assertInstanceOf(DetectorStatus.Running.class, status("a")).before());
    }

    @Test
    void aRunIsCompletedWhileTheCaptureGrowsAndTheNextLooksAtAllOfIt() throws IOException {
        SipIndex larger = sample("call.pcap");
        session.use(List.of(new Named("a", (index, monitor) -> {
            session.open(larger); // while it runs
            return detector("a").detect(index, monitor);
        })));
        session.open(call);
        waiting.remove().run();
        Detection before = assertInstanceOf(DetectorStatus.Running.class, status("a")).before().orElseThrow();
        assertSame(call, before.index());
        assertEquals(List.of("a looked"), looked(), "in the part before");
        runAll();
        assertSame(larger, assertInstanceOf(DetectorStatus.Finished.class, status("a")).result().index());
    }

    @Test
    void aRunThatWaitedLooksAtAllThatWasReadMeanwhile() throws IOException {
        SipIndex larger = sample("call.pcap");
        session.use(List.of(detector("a")));
        session.open(call);
        session.open(larger);
        assertEquals(1, waiting.size());
        runAll();
        assertSame(larger, assertInstanceOf(DetectorStatus.Finished.class, status("a")).result().index());
    }

    private final List<Duration> pauses = new ArrayList<>();
    private final Deque<Runnable> paused = new ArrayDeque<>();

    private CaptureSession live(LookPace pace) {
        CaptureSession live = new CaptureSession(Runnable::run, pace, (pause, next) -> {
            pauses.add(pause);
            paused.add(next);
        }, Runnable::run);
        live.use(List.of(detector("a"), detector("b")));
        return live;
    }

    private static List<SipIndex> lookedAt(CaptureSession live) {
        return live.state().detections().stream().map(Detection::index).toList();
    }

    @Test
    void detectorsPauseBetweenTwoLooksAtACaptureThatGrows() throws IOException {
        CaptureSession live = live(new LookPace(5, Duration.ofHours(1)));
        live.follow(call);
        assertEquals(List.of(call, call), lookedAt(live), "the first part is looked at at once");
        SipIndex more = sample("call.pcap");
        live.follow(more);
        assertEquals(2, paused.size());
        assertTrue(pauses.stream().allMatch(pause -> pause.compareTo(Duration.ofMinutes(59)) > 0), pauses.toString());
        assertEquals(List.of(call, call), lookedAt(live));
        assertFalse(live.state().isRunning(), "what was found stands");
        SipIndex most = sample("call.pcap");
        live.follow(most);
        assertEquals(2, paused.size());
        paused.remove().run();
        paused.remove().run();
        assertEquals(List.of(most, most), lookedAt(live));
    }

    @Test
    void whoPausesLooksAtOnceWhenTheCaptureGrowsNoMore() throws IOException {
        CaptureSession live = live(new LookPace(5, Duration.ofHours(1)));
        live.follow(call);
        SipIndex more = sample("call.pcap");
        live.follow(more);
        live.endGrowth();
        assertEquals(List.of(more, more), lookedAt(live));
        paused.remove().run();
        assertEquals(1, paused.size(), "it began once");
        SipIndex again = sample("call.pcap");
        live.open(again);
        assertEquals(List.of(again, again), lookedAt(live), "what is read again is looked at at once");
    }

    @Test
    void whoPausesLooksAtOnceWhenAsked() throws IOException {
        CaptureSession live = live(new LookPace(5, Duration.ofHours(1)));
        live.follow(call);
        SipIndex more = sample("call.pcap");
        live.follow(more);
        live.again("b");
        assertEquals(List.of(call, more), lookedAt(live));
    }

    @Test
    void aPauseThatIsOverIsNotMade() throws IOException {
        CaptureSession live = live(new LookPace(0, Duration.ZERO));
        live.follow(call);
        SipIndex more = sample("call.pcap");
        live.follow(more);
        assertEquals(List.of(more, more), lookedAt(live));
        assertEquals(List.of(), pauses);
    }

    @Test
    void aPauseIsSeveralTimesAsLongAsALook() {
        LookPace pace = new LookPace(5, Duration.ofSeconds(1));
        assertEquals(Duration.ofSeconds(1), pace.after(Duration.ofMillis(100)));
        assertEquals(Duration.ofSeconds(15), pace.after(Duration.ofSeconds(3)));
    }

    @Test
    void anotherCaptureStopsTheRunAndForgets() {
        List<Boolean> cancelled = new ArrayList<>();
        session.use(List.of(new Named("a", (index, monitor) -> {
            cancelled.add(monitor.isCancelled());
            return detector("a").detect(index, monitor);
        })));
        session.open(call);
        session.open(hold);
        assertEquals(2, waiting.size());
        runAll();
        assertEquals(List.of(false), cancelled); // the first run did not even begin
        assertSame(hold, assertInstanceOf(DetectorStatus.Finished.class, status("a")).result().index());
        session.close();
        assertEquals(SessionState.EMPTY, session.state());
    }

    @Test
    void aDetectorCanBeCancelledAndRunAgain() {
        session.use(List.of(detector("a"), detector("b")));
        session.open(call);
        session.cancel("a");
        runAll();
        assertInstanceOf(DetectorStatus.Cancelled.class, status("a"));
        assertInstanceOf(DetectorStatus.Finished.class, status("b"));
        session.again("a");
        runAll();
        assertInstanceOf(DetectorStatus.Finished.class, status("a"));
    }

    @Test
    void aFailureIsOfItsDetectorOnly() {
        IllegalStateException fault = new IllegalStateException("a fault");
        session.use(List.of(new Named("a", (_, _) -> {
            throw fault;
        }), detector("b")));
        session.open(call);
        runAll();
        assertEquals(new DetectorStatus.Failed(fault), status("a"));
        assertInstanceOf(DetectorStatus.Finished.class, status("b"));
    }

    @Test
    void aJoinThatFailsKeepsTheLastAnswerUntilOneSucceeds() {
        AtomicBoolean fails = new AtomicBoolean();
        session.use(List.of(new Named("a", (index, _) -> new Joinable(index, fails.get()))));
        session.open(call);
        runAll();
        Investigation last = session.state().joined().investigation().orElseThrow();
        assertEquals(Optional.empty(), session.state().joined().failure());
        fails.set(true);
        session.again("a");
        runAll();
        assertSame(last, session.state().joined().investigation().orElseThrow());
        assertEquals("in joining", session.state().joined().failure().orElseThrow().getMessage());
        fails.set(false);
        session.again("a");
        runAll();
        assertNotSame(last, session.state().joined().investigation().orElseThrow());
        assertEquals(Optional.empty(), session.state().joined().failure());
    }

    @Test
    void aDetectorThatGivesUpByItselfHasFailed() {
        CancellationException gaveUp = new CancellationException();
        session.use(List.of(new Named("a", (_, _) -> {
            throw gaveUp;
        })));
        session.open(call);
        runAll();
        assertEquals(new DetectorStatus.Failed(gaveUp), status("a"));
    }

    /// Whoever reports progress waits for nobody, also where the run began on the thread
    /// that opened the capture.
    @Test
    void progressOfOtherThreadsIsTakenWhileARunBegins() {
        CaptureSession direct =
                new CaptureSession(Runnable::run, LookPace.OF_WINDOW, (_, next) -> next.run(), Runnable::run);
        List<Boolean> joined = new ArrayList<>();
        direct.use(List.of(new Named("a", (index, monitor) -> {
            Thread other = Thread.ofPlatform().daemon().start(() -> monitor.progress(new Progress("x", 1, 2)));
            try {
                joined.add(other.join(Duration.ofSeconds(20)));
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return detector("a").detect(index, monitor);
        })));
        direct.open(call);
        assertEquals(List.of(true), joined);
        assertInstanceOf(DetectorStatus.Finished.class, direct.state().status("a").orElseThrow());
    }

    @Test
    void progressIsPublishedInWholePercents() {
        session.use(List.of(new Named("a", (index, monitor) -> {
            for (int i = 0; i < 10_000; i++) {
                monitor.progress(new Progress("Looking", i, 10_000));
            }
            return detector("a").detect(index, monitor);
        })));
        session.open(call);
        published.clear();
        runAll();
        assertEquals(100 + 2, published.size(), "percents, the end, and what was found joined");
        DetectorStatus half = published.get(50).status("a").orElseThrow();
        assertEquals(new Progress("Looking", 5_000, 10_000),
                assertInstanceOf(DetectorStatus.Running.class, half).progress());
    }
}
