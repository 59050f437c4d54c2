package org.sipsleuth.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.finding.Fault;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.session.CaptureSession;

/// A method that fails at its first, middle or last call costs its own findings only; the others
/// are joined into the same incidents.
class MethodFaultsTest {

    private static final Path SAMPLES = Path.of("..", "..", "sample-captures");
    private static final List<String> CAPTURES = List.of("incident", "flood", "torture");
    private static final List<Detector> DETECTORS = new ArrayList<>();

    @BeforeAll
    static void openModels() throws IOException, ModelFormatException {
        for (ModelFile model : Methods.standard().shipped()) {
            DETECTORS.add(Methods.standard().detector(model));
        }
    }

    private static List<String> methods() {
        return Methods.standard().names();
    }

    private static Investigation investigate(SipIndex index, List<Detector> detectors) {
        try (ExecutorService threads = Executors.newCachedThreadPool()) {
            return CaptureSession.investigate(index, detectors, threads, RunMonitor.NONE);
        }
    }

    private static List<Detector> with(String method, IntPredicate fails, boolean isLost) {
        return DETECTORS.stream()
                .map(its -> its.name().equals(method) ? new FaultyMethods.FaultyDetector(its, fails, isLost) : its)
                .toList();
    }

    private static String dump(Investigation found) {
        return InvestigationDump.of(found.incidents(), found.index())
                + InvestigationDump.of(found.findings(), found.index()) + found.fits() + found.notSeen();
    }

    private static List<Finding> ofOthers(Investigation found, String method) {
        return found.findings().stream().filter(each -> !each.origin().detector().equals(method)).toList();
    }

    @ParameterizedTest
    @MethodSource("methods")
    void theOthersAnswerAsIfTheMethodDidNotExist(String method) throws IOException {
        for (String capture : CAPTURES) {
            SipIndex index = CaptureIndexer.read(List.of(SAMPLES.resolve(capture + ".pcap")), RunMonitor.NONE);
            Investigation others =
                    investigate(index, DETECTORS.stream().filter(its -> !its.name().equals(method)).toList());
            AtomicInteger calls = new AtomicInteger();
            Investigation whole = investigate(index, with(method, call -> {
                calls.accumulateAndGet(call, Math::max);
                return false;
            }, false));
            assertEquals(List.of(), whole.faults());
            assertEquals(InvestigationDump.of(ofOthers(whole, method), index),
                    InvestigationDump.of(others.findings(), index));
            int middle = (calls.get() + 1) / 2;
            assertTrue(calls.get() > 0, "the method never asks its monitor");
            check(others, investigate(index, with(method, call -> call == 0, false)), method);
            check(others, failedAbout(middle, index, method), method);
            check(others, investigate(index, with(method, _ -> false, true)), method);
        }
    }

    /// Methods share answers while somebody still holds them, so a method may ask less often than the
    /// time before: then its middle is earlier.
    private static Investigation failedAbout(int middle, SipIndex index, String method) {
        Investigation left = investigate(index, with(method, call -> call >= middle, false));
        return left.faults().isEmpty() && middle > 1 ? failedAbout(middle / 2, index, method) : left;
    }

    private static void check(Investigation others, Investigation left, String method) {
        assertEquals(dump(others), dump(left));
        assertEquals(List.of(method), left.faults().stream().map(Fault::name).toList());
        assertEquals(IllegalStateException.class.getName(), left.faults().getFirst().exception());
    }
}
