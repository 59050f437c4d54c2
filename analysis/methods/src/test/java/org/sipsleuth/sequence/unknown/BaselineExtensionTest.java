package org.sipsleuth.sequence.unknown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.TrainingFacts;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.model.Training;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.InvestigationChanges;
import org.sipsleuth.pipeline.InvestigationChanges.Kind;
import org.sipsleuth.rule.RuleMethod;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.novelty.CommonTraffic;
import org.sipsleuth.sequence.novelty.HopScene;
import org.sipsleuth.sequence.novelty.HopUnits;
import org.sipsleuth.sequence.novelty.NoveltyModel;
import org.sipsleuth.sequence.novelty.NoveltyTrainer;
import org.sipsleuth.triage.TriageItem;
import org.sipsleuth.triage.TriageQueue;

/// Dialogs that an analyst judged safe become known, and what is not like them stays unknown.
class BaselineExtensionTest {

    private static final String SAFE = "SUBSCRIBE 699";
    private static final String OTHER = "INVITE 100 180 200 ACK 699";

    private final SequenceModel bundled = bundled();

    private static SequenceModel bundled() {
        try {
            return SequenceModel.open(new SequenceMethod().shipped());
        } catch (IOException damaged) {
            throw new AssertionError(damaged);
        }
    }

    /// 20 calls, two dialogs that will be safe (20 and 22), one that will not (21), and a call.
    private static SipIndex capture() {
        HopScene scene = new HopScene().calls(20);
        scene.callId("safe-1").transaction(SAFE);
        scene.callId("other").transaction(OTHER);
        scene.callId("safe-2").transaction(SAFE);
        return scene.after(1_000).call().index();
    }

    private static BitSet safe() {
        BitSet dialogs = new BitSet();
        dialogs.set(20);
        dialogs.set(22);
        return dialogs;
    }

    private TrainingFacts facts() {
        Training before = bundled.file().modelFacts().training();
        return new TrainingFacts("bundled and safe", "both",
                Stream.concat(before.inputs().stream(), Stream.of(new Training.Input("a.pcap", "1".repeat(64), 4, 2)))
                        .toList(),
                before.origin());
    }

    private SequenceModel extended(SipIndex index, RunMonitor monitor) {
        return BaselineExtension.of(bundled, index, safe(), facts(), monitor, _ -> {});
    }

    private static SequenceDetection detect(SequenceModel model, SipIndex index) {
        return new SequenceDetector(model).detect(index, RunMonitor.NONE);
    }

    private static List<String> unknown(SequenceDetection detection) {
        return TriageQueue.of(detection, _ -> true, List.of(), RunMonitor.NONE)
                .items()
                .stream()
                .filter(item -> !item.reason().findings().isEmpty()) // a step is new
                .map(TriageItem::sequence)
                .sorted()
                .toList();
    }

    private static List<String> titles(SequenceDetection detection) {
        return detection.findings().stream().map(its -> its.statement().title().text()).toList();
    }

    @Test
    void onlyTheSequencesThatWereAddedBecomeKnown() {
        SipIndex index = capture();
        SequenceDetection before = detect(bundled, index);
        assertEquals(List.of(OTHER, SAFE), unknown(before));
        SequenceDetection after = detect(extended(index, RunMonitor.NONE), index);
        assertEquals(List.of(OTHER), unknown(after));
        assertEquals(1, after.findings().size(), () -> "" + titles(after));
        assertEquals(before.findings().size() - 1, after.findings().size());
    }

    @Test
    void whatIsSafeIsKnownInOtherCapturesToo() {
        SequenceModel model = extended(capture(), RunMonitor.NONE);
        HopScene next = new HopScene().calls(3).callId("again").transaction(SAFE);
        SipIndex index = next.after(1_000).call().index();
        assertEquals(List.of(SAFE), unknown(detect(bundled, index)));
        assertEquals(List.of(), unknown(detect(model, index)));
    }

    @Test
    void networkAndKnownSequencesStayAndTheFileNamesWhatWasAdded() throws ModelFormatException {
        SequenceModel model = extended(capture(), RunMonitor.NONE);
        SequenceModel read = SequenceModel.open(ModelFile.read(model.file().toBytes()));
        assertNotEquals(bundled.identity().sha256(), read.identity().sha256());
        assertEquals(bundled.identity().trainedDialogs() + 2, read.identity().trainedDialogs());
        assertEquals("bundled and safe", read.identity().name());
        assertEquals("a.pcap", read.file().modelFacts().training().inputs().getLast().file());
        assertEquals(bundled.known().entries(), read.known().entries());
        assertEquals(bundled.settings(), read.settings());
        List<String> call = List.of("INVITE", "100", "180", "200", "ACK", "BYE", "200");
        assertEquals(bundled.score(call).maximum(), read.score(call).maximum());
        NoveltyModel before = bundled.novelty().orElseThrow();
        NoveltyModel after = read.novelty().orElseThrow();
        assertEquals(before.dialogs().observed() + 2, after.dialogs().observed());
        assertEquals(before.dialogs().once(), after.dialogs().once(), "both dialogs have the step");
        assertEquals(before.words().size() + 1, after.words().size());
    }

    @Test
    void countsAreThoseOfATrainingWithAllDialogs() {
        HopUnits first = new HopScene().calls(120).laterUnits();
        HopScene scene = new HopScene().calls(5).callId("odd").transaction(OTHER);
        HopUnits second = scene.laterUnits();
        NoveltyModel both = new NoveltyTrainer().add(first, _ -> true).add(second, _ -> true).fit();
        NoveltyModel extended =
                NoveltyTrainer.extended(new NoveltyTrainer().add(first, _ -> true).fit(), second, _ -> true);
        assertEquals(List.copyOf(both.words().entrySet()), List.copyOf(extended.words().entrySet()));
        assertEquals(both.transitions(), extended.transitions());
        assertEquals(both.dialogs().observed(), extended.dialogs().observed());
        assertTrue(both.dialogs().once() <= extended.dialogs().once());
    }

    @Test
    void modelThatBeganWithAnotherAddsToItsOwnBaseline() throws ModelFormatException {
        CommonTraffic common = SequenceMethod.bundled();
        SipIndex office = new HopScene().calls(120).after(1_000).call().index();
        NoveltyModel own =
                SequenceMethod.novelty(office, new BitSet(), Optional.of(common), RunMonitor.NONE).orElseThrow();
        SequenceModel model = bundled.withNovelty(own, facts());
        SipIndex index = capture();
        SequenceModel after = BaselineExtension.of(model, index, safe(), facts(), RunMonitor.NONE, _ -> {});
        NoveltyModel read = SequenceModel.open(ModelFile.read(after.file().toBytes())).novelty().orElseThrow();
        NoveltyModel alone = read.foundation().orElseThrow().own();
        assertEquals(own.dialogs().observed() + 2, alone.dialogs().observed());
        assertEquals(own.foundation().orElseThrow().own().words().size() + 1, alone.words().size());
        assertEquals(own.calibration().orElseThrow().dialogs(), 121);
        assertEquals(121, read.calibration().orElseThrow().dialogs());
        assertEquals(List.of(OTHER), unknown(detect(after, index)));
    }

    /// A scan with a request that the model does not know either: its dialogs become known, and the
    /// rule finds the scan as before.
    @Test
    void otherMethodsFindWhatTheyFoundBefore() throws IOException {
        HopScene scene = new HopScene().calls(20);
        for (int host = 1; host <= 60; host++) {
            scene.callId("scan-" + host).transaction("203.0.113.9", "192.0.2." + (100 + host), "OPTIONS 699");
        }
        SipIndex index = scene.after(1_000).call().index();
        BitSet scanned = new BitSet();
        scanned.set(20, 80);
        RuleMethod rules = new RuleMethod();
        Detection ofRules = rules.detector(rules.shipped()).detect(index, RunMonitor.NONE);
        SequenceModel model = BaselineExtension.of(bundled, index, scanned, facts(), RunMonitor.NONE, _ -> {});
        Investigation before = Investigation.of(index, List.of(ofRules, detect(bundled, index)));
        Investigation after = Investigation.of(index, List.of(ofRules, detect(model, index)));
        assertFalse(before.incidents().isEmpty());
        InvestigationChanges changes = InvestigationChanges.between(before, after);
        assertTrue(changes.findings(Kind.VANISHES) > 0);
        assertEquals(0, changes.findings(Kind.APPEARS));
        assertTrue(changes.findings()
                .stream()
                .map(each -> each.before().orElseThrow())
                .map(Finding::origin)
                .allMatch(origin -> origin.detector().equals(SequenceModel.KIND)));
        assertEquals(0, changes.incidents().size());
        assertEquals(0, InvestigationChanges.between(before, before).findings().size());
    }

    @Test
    void whoAsksToStopGetsNoModel() {
        SipIndex index = capture();
        RunMonitor stopped = new RunMonitor() {
            @Override
            public void progress(Progress progress) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThrows(CancellationException.class, () -> extended(index, stopped));
    }
}
