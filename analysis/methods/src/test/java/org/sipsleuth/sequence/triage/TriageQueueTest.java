package org.sipsleuth.sequence.triage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.incident.Incidents;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.novelty.HopScene;
import org.sipsleuth.sequence.unknown.SequenceDetection;
import org.sipsleuth.sequence.unknown.SequenceMethod;

final class TriageQueueTest {

    private static final String REFUSED = "INVITE 100 180 200 ACK 699";

    @Test
    void unknownSequencesComeInTheOrderOfTheirSuspicion() throws IOException {
        HopScene scene = new HopScene().calls(20);
        scene.callId("refused").transaction(REFUSED);
        scene.callId("odd").transaction("SUBSCRIBE 699");
        TriageQueue queue = queue(scene.after(1_000).calls(1).index());
        assertEquals(2, queue.items().size());
        assertTrue(queue.items().get(0).suspicion().bits() >= queue.items().get(1).suspicion().bits());
        assertEquals(REFUSED, queue.items().get(0).sequence());
        assertTrue(queue.items().get(0).departure().text().contains("§17.2.1"));
        assertEquals("", queue.items().get(1).departure().text());
        assertEquals("SUBSCRIBE 699", queue.items().get(1).step());
        assertEquals(2, queue.unknownDialogs());
        assertTrue(queue.items().stream().noneMatch(each -> each.findings().isEmpty()), "reasons");
    }

    @Test
    void dialogsOfOneSequenceAreOneItemBesideASimilarKnownOne() throws IOException {
        HopScene scene = new HopScene().calls(20);
        scene.callId("a").transaction(REFUSED).transaction("+BYE 200");
        scene.callId("b").transaction(REFUSED).transaction("+BYE 200");
        SipIndex index = scene.after(1_000).calls(1).index();
        TriageQueue queue = queue(index);
        assertEquals(1, queue.items().size());
        TriageItem item = queue.items().getFirst();
        assertEquals(List.of(20, 21), item.dialogs());
        assertEquals(REFUSED + " BYE 200", item.sequence());
        assertEquals(item.sequence(), String.join(" ", item.types()));
        SimilarDialog similar = queue.similar(item).orElseThrow();
        assertEquals("INVITE 100 180 200 ACK BYE 200", index.dialogs().sequenceText(similar.dialog()));
        assertEquals(1, similar.distance());
        assertEquals(item.suspicion(), queue(index).items().getFirst().suspicion(), "the same again");
    }

    @Test
    void whereMoreThanAThirdDiffersNothingIsSimilar() throws IOException {
        HopScene scene = new HopScene().calls(20);
        scene.callId("odd").transaction("SUBSCRIBE 699");
        TriageQueue queue = queue(scene.after(1_000).calls(1).index());
        assertEquals(Optional.empty(), queue.similar(queue.items().getFirst()));
    }

    @Test
    void ofKnownDialogsThereIsNoQueue() throws IOException {
        assertEquals(List.of(), queue(new HopScene().calls(3).index()).items());
        assertEquals(List.of(), queue(new HopScene().index()).items());
    }

    private static TriageQueue queue(SipIndex index) throws IOException {
        SequenceMethod method = new SequenceMethod();
        SequenceDetection detection =
                (SequenceDetection) method.detector(method.shipped()).detect(index, RunMonitor.NONE);
        return TriageQueue.of(detection, Incidents.of(index, detection.findings()), RunMonitor.NONE);
    }
}
