package org.sipsleuth.view.triage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.model.Training;
import org.sipsleuth.pipeline.InvestigationChanges.Kind;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.rule.RuleMethod;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.novelty.HopScene;
import org.sipsleuth.sequence.unknown.SequenceDetection;
import org.sipsleuth.sequence.unknown.SequenceDetector;
import org.sipsleuth.sequence.unknown.SequenceMethod;
import org.sipsleuth.triage.TriageItem;
import org.sipsleuth.triage.TriageQueue;
import org.sipsleuth.view.sequence.prediction.course.TestModels;

/// What changes with safe sequences in the baseline, and what must not.
class BaselineEffectTest {

    private static final String SAFE = "SUBSCRIBE 299 OPTIONS 200";
    private static final String PART = "SUBSCRIBE 299";
    private static final String FETCH = "FETCH 200";
    private static final String OTHER = "INVITE 100 180 200 ACK 699";

    @TempDir Path directory;

    /// 40 calls, then what the scene has, then a call when all is over.
    private BaselineEffect.Request request(HopScene scene, String... safe) throws IOException {
        Path file = directory.resolve("its.pcap");
        scene.after(1_000).call().write(file);
        SipIndex index = CaptureIndexer.read(List.of(file), RunMonitor.NONE);
        SequenceMethod method = new SequenceMethod();
        SequenceDetection detection =
                (SequenceDetection) method.detector(method.shipped()).detect(index, RunMonitor.NONE);
        RuleMethod rules = new RuleMethod();
        List<Detection> detections = List.of(rules.detector(rules.shipped()).detect(index, RunMonitor.NONE), detection);
        TriageQueue queue = TriageQueue.of(detection, _ -> true, List.of(), RunMonitor.NONE);
        List<TriageItem> items =
                queue.items().stream().filter(each -> Arrays.asList(safe).contains(each.sequence())).toList();
        assertEquals(safe.length, items.size());
        BitSet dialogs = new BitSet();
        items.forEach(item -> item.dialogs().forEach(dialogs::set));
        return new BaselineEffect.Request(queue, items, dialogs, detection, detections, Methods.standard(), "test",
                Instant.EPOCH);
    }

    private static HopScene calls() {
        return new HopScene().calls(40);
    }

    @Test
    void dialogsOfOneSafeStepAreLearnedTogether() throws IOException {
        HopScene scene = calls();
        scene.callId("safe").transaction(PART).transaction("OPTIONS 200");
        scene.callId("part").transaction(PART);
        scene.callId("other").transaction(OTHER);
        BaselineEffect effect = BaselineEffect.of(request(scene, SAFE), RunMonitor.NONE).orElseThrow();
        assertEquals(2, effect.dialogs());
        assertEquals(2, effect.unknownBefore());
        assertEquals(1, effect.unknownAfter());
        assertEquals(List.of(), effect.alsoKnown());
        assertEquals(0, effect.leftOut());
        assertEquals(0, effect.changes().findings(Kind.APPEARS));
        assertTrue(effect.changes().findings(Kind.VANISHES) > 0);
        List<BaselineChange> rows = BaselineChange.of(effect);
        assertEquals(effect.changes().findings().size() + effect.changes().incidents().size(), rows.size());
        BaselineChange vanished = rows.stream().filter(row -> row.kind() == Kind.VANISHES).findFirst().orElseThrow();
        assertEquals(Optional.empty(), vanished.after());
        assertEquals(vanished.before(), Optional.of(vanished.dialogs().size()));
        Training training = effect.model().file().modelFacts().training();
        Training.Input added = training.inputs().getLast();
        assertEquals("its.pcap", added.file());
        assertEquals(2, added.dialogs());
        assertEquals(6, added.messages());
        assertTrue(training.description().endsWith("2 dialogs of sequences judged safe in its.pcap"));
        assertEquals(effect.before().identity().name() + " + safe rows", effect.model().identity().name());
    }

    @Test
    void aDialogWithAStepThatIsNotSafeIsNotLearned() throws IOException {
        HopScene scene = calls();
        scene.callId("both").transaction(PART).transaction("MESSAGE 598");
        scene.callId("part").transaction(PART);
        scene.callId("again").transaction(PART);
        scene.callId("message").transaction("MESSAGE 598");
        BaselineEffect effect = BaselineEffect.of(request(scene, PART), RunMonitor.NONE).orElseThrow();
        assertEquals(2, effect.dialogs());
        assertEquals(1, effect.unknownAfter(), "the other step stays");
    }

    /// A model that knows whole sequences learns one of a row, and with it that of the same sequence in
    /// another network, about which nobody decided.
    @Test
    void whatBecomesKnownWithoutAVerdictIsListed() throws IOException {
        Path one = directory.resolve("one.pcap");
        Path other = directory.resolve("other.pcap");
        HopScene scene = calls();
        scene.callId("safe").transaction(FETCH);
        scene.write(one);
        HopScene later = new HopScene().after(10_000_000);
        for (int call = 0; call < 40; call++) {
            later.callId("later-" + call).transaction("INVITE 100 180 200 ACK").transaction("+BYE 200");
        }
        later.callId("same").transaction(FETCH);
        later.callId("stays").transaction(PART);
        later.write(other);
        SipIndex index = CaptureIndexer.read(List.of(one, other), RunMonitor.NONE);
        SequenceDetection detection = SequenceDetection.of(index,
                TestModels.of(40, "INVITE 100 180 200 ACK BYE 200", "OPTIONS 200", "REGISTER 200"), RunMonitor.NONE);
        TriageQueue queue = TriageQueue.of(detection, _ -> true, List.of(), RunMonitor.NONE);
        TriageItem safe = item(queue, index.dialogs().find("safe"));
        TriageItem same = item(queue, index.dialogs().find("same"));
        assertNotEquals(safe.network(), same.network());
        BitSet dialogs = new BitSet();
        safe.dialogs().forEach(dialogs::set);
        BaselineEffect effect = BaselineEffect.of(new BaselineEffect.Request(queue, List.of(safe), dialogs, detection,
                List.of(detection), Methods.standard(), "test", Instant.EPOCH), RunMonitor.NONE).orElseThrow();
        assertEquals(List.of(same), effect.alsoKnown(), "neither the safe row nor one that stays unknown");
    }

    private static TriageItem item(TriageQueue queue, int dialog) {
        return queue.items().stream().filter(each -> each.dialogs().contains(dialog)).findFirst().orElseThrow();
    }

    @Test
    void dialogsOfIncidentsAreNotLearned() throws IOException {
        HopScene scene = calls();
        List<String> hosts = new ArrayList<>();
        for (int host = 1; host <= 60; host++) {
            hosts.add("192.0.2." + (100 + host));
        }
        for (String host : hosts) {
            scene.callId("scan-" + host).transaction("203.0.113.9", host, "OPTIONS 699");
        }
        BaselineEffect.Request scan = request(scene, "OPTIONS 699");
        assertEquals(Optional.empty(), BaselineEffect.of(scan, RunMonitor.NONE));
        scene.callId("safe").transaction(PART);
        BaselineEffect effect = BaselineEffect.of(request(scene, "OPTIONS 699", PART), RunMonitor.NONE).orElseThrow();
        assertEquals(60, effect.leftOut());
        assertEquals(1, effect.dialogs());
        assertEquals(List.of(PART), effect.added().stream().map(TriageItem::sequence).toList());
        assertEquals(1, effect.unknownAfter(), "that of the scan");
        assertEquals(0, effect.changes().incidents().size());
    }

    @Test
    void theNameOfAModelIsMarkedOnce() throws IOException {
        HopScene scene = calls();
        scene.callId("part").transaction(PART);
        scene.callId("other").transaction(OTHER);
        BaselineEffect first = BaselineEffect.of(request(scene, PART), RunMonitor.NONE).orElseThrow();
        BaselineEffect.Request asked = request(scene, OTHER);
        SequenceDetection again = new SequenceDetector(first.model()).detect(asked.queue().index(), RunMonitor.NONE);
        BaselineEffect second = BaselineEffect.of(
                new BaselineEffect.Request(TriageQueue.of(again, _ -> true, List.of(), RunMonitor.NONE), asked.safe(),
                        asked.dialogs(), again, List.of(again), Methods.standard(), "test", Instant.EPOCH),
                RunMonitor.NONE).orElseThrow();
        assertEquals(first.model().identity().name(), second.model().identity().name());
        assertEquals(0, second.unknownAfter(), "both are known now");
    }
}
