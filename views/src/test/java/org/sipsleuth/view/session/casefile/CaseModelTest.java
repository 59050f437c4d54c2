package org.sipsleuth.view.session.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.casefile.CaseFile;
import org.sipsleuth.casefile.entry.Attachment;
import org.sipsleuth.casefile.entry.Evidence;
import org.sipsleuth.casefile.entry.Judgement;
import org.sipsleuth.casefile.entry.Subject;
import org.sipsleuth.casefile.store.Author;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.text.FileName;
import org.sipsleuth.view.ui.Memory;
import org.sipsleuth.view.ui.SampleCalls;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.util.WaitForAsyncUtils;

/// What the case of a window does in the background, and in which order.
@ExtendWith(ApplicationExtension.class)
class CaseModelTest {

    private static final int PATIENCE_SECONDS = 30;
    private static final Subject SCAN = Subject.sequence("OPTIONS 200");

    @TempDir Path folder;
    private final ExecutorService writing = Executors.newSingleThreadExecutor();
    private final Held hashing = new Held();
    private final Held verifying = new Held();
    private CaseModel cases;
    private SipIndex index;

    /// Runs what it is given once it is released, as a thread does that is busy until then.
    private static final class Held implements Executor {
        private final Queue<Runnable> waiting = new ArrayDeque<>();

        @Override
        public synchronized void execute(Runnable run) {
            waiting.add(run);
        }

        synchronized boolean isEmpty() {
            return waiting.isEmpty();
        }

        void release() {
            for (Runnable next = next(); next != null; next = next()) {
                next.run();
            }
        }

        private synchronized Runnable next() {
            return waiting.poll();
        }
    }

    @BeforeEach
    void begin() throws Exception {
        cases = new CaseModel(folder.resolve("cases"), "ann", "test", Clock.systemUTC(), Memory.forgetful(),
                new CaseModel.Background(writing, hashing, verifying));
        index = SampleCalls.calls(3).index(folder.resolve("office.pcap"));
    }

    @AfterEach
    void end() {
        writing.shutdown();
    }

    private static void fx(Runnable run) {
        WaitForAsyncUtils.waitForAsyncFx(PATIENCE_SECONDS * 1_000L, run);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private static void waitUntil(Callable<Boolean> condition) throws TimeoutException {
        WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, condition);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private Optional<OpenCase> open() {
        return cases.openProperty().get();
    }

    private int verdicts() {
        return open().map(openCase -> openCase.verdicts().standing().size()).orElse(0);
    }

    private void decide(Judgement judgement) {
        fx(() -> cases.decide(SCAN, judgement, "", index, 0));
    }

    /// Waits until everything is done that was asked for.
    private void settle() throws TimeoutException {
        boolean[] isDone = {false};
        fx(() -> cases.annotate(index, Map.of(), _ -> isDone[0] = true)); // stores nothing, and comes last
        hashing.release();
        waitUntil(() -> isDone[0]);
    }

    private void beginCase() throws TimeoutException {
        decide(Judgement.SAFE);
        hashing.release();
        waitUntil(() -> verdicts() == 1);
    }

    @Test
    void aVerdictDoesNotWaitForTheVerificationOfLargeCaptures() throws Exception {
        beginCase();
        fx(cases::verify);
        waitUntil(() -> !verifying.isEmpty());
        decide(Judgement.ANOMALOUS);
        waitUntil(() -> open().get().verdicts().all().size() == 2);
        assertTrue(cases.verifyingProperty().get());
        verifying.release();
        waitUntil(() -> !cases.verifyingProperty().get());
        settle();
        assertTrue(cases.verificationProperty().get().isEmpty()); // changed meanwhile
    }

    @Test
    void nothingIsHashedOnTheThreadThatWrites() throws Exception {
        beginCase();
        SipIndex other = SampleCalls.calls(3).index(folder.resolve("copy.pcap"));
        fx(() -> cases.show(other)); // the same bytes
        waitUntil(() -> !hashing.isEmpty());
        Path attached = folder.resolve("office.pcap");
        fx(() -> cases.attach(Attachment.Kind.OTHER, attached));
        waitUntil(() -> open().get().attachments().size() == 1);
        assertTrue(open().get().held().isEmpty());
        hashing.release();
        waitUntil(() -> open().get().held().equals(List.of(folder.resolve("copy.pcap"))));
    }

    @Test
    void stepsKeepTheirOrderWhileACaptureIsHashed() throws Exception {
        decide(Judgement.SAFE);
        fx(() -> cases.undo(_ -> {}));
        decide(Judgement.ANOMALOUS);
        fx(cases::close);
        assertTrue(open().isEmpty());
        hashing.release();
        settle();
        assertTrue(open().isEmpty());
        decide(Judgement.ATTACK_LOW);
        waitUntil(() -> open().isPresent());
        assertEquals(4, open().get().verdicts().all().size());
        assertEquals(Optional.of(Judgement.ATTACK_LOW), open().get().verdicts().standing().getFirst().judgement());
    }

    @Test
    void theCaseOfACaptureIsOpenedWithItUnlessAnotherCaptureIsThenShown() throws Exception {
        beginCase();
        fx(cases::close);
        settle();
        fx(() -> cases.show(index));
        waitUntil(() -> !hashing.isEmpty());
        fx(cases::showNothing);
        hashing.release();
        settle();
        assertTrue(open().isEmpty());
        fx(() -> cases.show(index));
        waitUntil(() -> !hashing.isEmpty());
        hashing.release();
        waitUntil(() -> verdicts() == 1);
        assertEquals("", cases.problemProperty().get());
    }

    private SipIndex two() throws IOException {
        SampleCalls.calls(2).index(folder.resolve("lobby.pcap"));
        return CaptureIndexer.read(List.of(folder.resolve("office.pcap"), folder.resolve("lobby.pcap")),
                RunMonitor.NONE);
    }

    private List<String> evidence() {
        return open().stream().flatMap(its -> its.evidence().stream()).map(Evidence::name).toList();
    }

    private List<String> absent() {
        return cases.absentProperty().get().stream().map(each -> FileName.last(each.path())).toList();
    }

    @Test
    void theFirstVerdictTakesAllOpenCapturesIn() throws Exception {
        SipIndex both = two();
        fx(() -> cases.show(both));
        fx(() -> cases.decide(SCAN, Judgement.SAFE, "", both, 0));
        hashing.release();
        waitUntil(() -> verdicts() == 1);
        waitUntil(() -> !hashing.isEmpty());
        hashing.release();
        waitUntil(() -> Set.copyOf(evidence()).equals(Set.of("office.pcap", "lobby.pcap")));
        assertEquals(List.of(), absent());
        assertEquals(List.of(), cases.unsearched());
    }

    @Test
    void aVerdictIsStoredBeforeTheOtherCapturesAreHashed() throws Exception {
        SipIndex both = two();
        fx(() -> cases.show(both));
        fx(() -> cases.decide(SCAN, Judgement.SAFE, "", both, 0));
        hashing.release();
        waitUntil(() -> verdicts() == 1);
        waitUntil(() -> cases.addingProperty().get());
        assertEquals(List.of("office.pcap"), evidence());
        assertEquals(List.of("lobby.pcap"), absent());
        fx(() -> cases.decide(SCAN, Judgement.ANOMALOUS, "", both, 0));
        waitUntil(() -> open().get().verdicts().all().size() == 2);
    }

    @Test
    void capturesThatAreOpenedLaterAreAddedWhenTheUserAsks() throws Exception {
        fx(() -> cases.show(index));
        beginCase();
        SipIndex both = two();
        fx(() -> cases.show(both));
        hashing.release();
        waitUntil(() -> absent().equals(List.of("lobby.pcap")));
        fx(cases::addOpenCaptures);
        assertTrue(cases.addingProperty().get());
        hashing.release();
        waitUntil(() -> evidence().size() == 2);
        assertEquals(List.of(), absent());
        fx(() -> cases.show(index));
        waitUntil(() -> cases.unsearched().equals(List.of("lobby.pcap")));
    }

    @Test
    void openCapturesAreNotAddedToAnotherCase() throws Exception {
        fx(() -> cases.show(index));
        beginCase();
        SipIndex both = two();
        fx(() -> cases.show(both));
        fx(cases::addOpenCaptures);
        Path other = folder.resolve("other.case");
        try (CaseFile _ =
                CaseFile.create(other, "other", OutputRules.NEW_FILES, new Author("bob", "test", Clock.systemUTC()))) {
            // empty
        }
        fx(() -> cases.open(other));
        waitUntil(() -> open().filter(its -> its.file().equals(other)).isPresent());
        hashing.release();
        settle();
        assertFalse(evidence().contains("lobby.pcap"));
    }

    @Test
    void aVerificationIsShownUntilTheCaseHasChanged() throws Exception {
        beginCase();
        verify();
        fx(() -> cases.show(index)); // reads the case, and changes nothing
        fx(() -> cases.open(open().get().file()));
        fx(() -> cases.undo(_ -> {}));
        settle();
        assertTrue(cases.verificationProperty().get().isEmpty());
        verify();
        fx(() -> cases.open(open().get().file()));
        fx(() -> cases.open(folder.resolve("no.case")));
        settle();
        assertTrue(cases.verificationProperty().get().get().isIntact());
        fx(cases::close);
        settle();
        assertTrue(cases.verificationProperty().get().isEmpty());
    }

    private void verify() throws TimeoutException {
        fx(cases::verify);
        waitUntil(() -> !verifying.isEmpty());
        verifying.release();
        waitUntil(() -> cases.verificationProperty().get().isPresent());
        assertFalse(cases.verifyingProperty().get());
    }

    @Test
    void aChangedCaptureIsFoundAndShown() throws Exception {
        beginCase();
        Files.write(folder.resolve("office.pcap"), new byte[]{1});
        fx(cases::verify);
        waitUntil(() -> !verifying.isEmpty());
        decide(Judgement.ANOMALOUS);
        waitUntil(() -> open().get().verdicts().all().size() == 2);
        verifying.release();
        waitUntil(() -> cases.verificationProperty().get().isPresent());
        settle();
        assertEquals(1, cases.verificationProperty().get().get().faults().size());
    }

    @Test
    void aMergeThatIsCancelledWhileItWaitsTakesNothing() throws Exception {
        beginCase();
        Path other = folder.resolve("other.case");
        Author bob = new Author("bob", "test", Clock.systemUTC());
        try (CaseFile its = CaseFile.create(other, "other", OutputRules.NEW_FILES, bob)) {
            its.decide(SCAN, Judgement.ANOMALOUS, "", Optional.empty());
        }
        CountDownLatch busy = new CountDownLatch(1);
        writing.execute(() -> {
            try {
                busy.await();
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
            }
        });
        fx(() -> cases.merge(other, Set.of()));
        assertTrue(cases.runningProperty().get().isPresent());
        fx(cases::cancel);
        assertTrue(cases.runningProperty().get().isEmpty());
        busy.countDown();
        settle();
        assertEquals(1, verdicts());
        assertTrue(cases.mergedProperty().get().isEmpty());
        fx(() -> cases.merge(other, Set.of()));
        waitUntil(() -> verdicts() == 2);
        waitUntil(() -> cases.runningProperty().get().isEmpty());
        assertEquals(other, cases.mergedProperty().get().orElseThrow().other());
    }
}
