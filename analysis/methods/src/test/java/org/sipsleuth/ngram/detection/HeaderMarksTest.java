package org.sipsleuth.ngram.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.transaction.Scene;

class HeaderMarksTest {

    private static final String USUAL = "Supported: 3rel\r\n";

    private static NgramDetection detect(Scene scene) throws ModelFormatException {
        NgramModel model = NgramModel.open(InventedCapture.train(Map.of(), _ -> {}));
        return new NgramDetector(model).detect(scene.index(), RunMonitor.NONE);
    }

    private static Scene request(Scene scene, String host, String callId, String more) {
        scene.callId(callId).branch(callId.substring(0, 4)).more(more);
        return scene.request(host, Scene.PROXY, "OPTIONS", 1);
    }

    private static List<String> reasons(NgramDetection detection, int message) {
        return detection.headerReasons(message).stream().map(Sentence::text).toList();
    }

    private static int last(NgramDetection detection) {
        return detection.index().messages().size() - 1;
    }

    /// One n-gram of it is in no normal message, less than the threshold, and the parser accepts it.
    @Test
    void aRepeatedFieldIsAnomalousBelowTheThreshold() throws ModelFormatException {
        NgramDetection detection = detect(request(InventedCapture.calls(60), Scene.STRANGER, "odd1", USUAL + USUAL));
        int message = last(detection);
        assertTrue(detection.scores().of(message) <= Math.max(1, detection.model().threshold().score()));
        assertFalse(detection.index().messages().isDefective(message));
        assertTrue(detection.scores().isAnomalous(message));
        assertEquals(1, detection.size());
        assertEquals(List.of("OPTIONS with header fields never seen together (additional: Supported)"),
                reasons(detection, message));
        assertEquals(reasons(detection, message),
                detection.explain(message).headers().stream().map(Sentence::text).toList());
        int dialog = detection.index().messages().dialog(message);
        assertEquals(1, detection.markedIn(dialog, HeaderTest.NAMES));
        assertEquals(0, detection.markedIn(dialog, HeaderTest.LENGTHS));
        assertEquals(1, detection.anomalousIn(dialog));
        assertTrue(detection.anomalousMessages().orElseThrow().test(message));
    }

    /// The value is one of those that are replaced, so that the message equals normal ones.
    @Test
    void anOverlongIdentifierIsAnomalousThoughItIsReplaced() throws ModelFormatException {
        NgramDetection detection = detect(request(InventedCapture.calls(60), Scene.STRANGER, "ab12".repeat(30), USUAL));
        int message = last(detection);
        assertEquals(0, detection.scores().of(message));
        assertEquals(List.of("Call-ID of 120 bytes, 7 at most seen"), reasons(detection, message));
        assertEquals(1, detection.size());
        assertEquals(1, detection.page(0, 5).getFirst().copies());
        assertEquals(Set.of(HeaderTest.LENGTHS), detection.headers().tests(detection.scores().distinct().of(message)));
    }

    @Test
    void whatTwoHostsShareIsNormal() throws ModelFormatException {
        Scene scene = InventedCapture.calls(60);
        request(scene, Scene.STRANGER, "ab12".repeat(36), USUAL + USUAL);
        request(scene, Scene.BOB, "cd12".repeat(28), USUAL + USUAL);
        NgramDetection detection = detect(scene);
        assertEquals(List.of("Call-ID of 144 bytes, 112 at most seen"), reasons(detection, last(detection) - 1));
        assertEquals(List.of(), reasons(detection, last(detection)));
    }

    @Test
    void aTestThatDoesNotFitMarksNothingWhileTheOtherDoes() throws ModelFormatException {
        Scene scene = InventedCapture.calls(60);
        for (int i = 0; i < 40; i++) {
            request(scene, i % 2 == 0 ? Scene.STRANGER : Scene.BOB, "odd" + i,
                    USUAL.repeat(i % 2 == 0 ? 2 + i : 50 + i));
        }
        request(scene, Scene.BOB, "ab12".repeat(30), USUAL);
        NgramDetection detection = detect(scene);
        assertFalse(detection.headers().fit(HeaderTest.NAMES).orElseThrow().fits());
        assertTrue(detection.headers().fit(HeaderTest.LENGTHS).orElseThrow().fits());
        assertEquals(1, detection.size());
        assertEquals(1, reasons(detection, last(detection)).size());
    }

    @Test
    void normalMessagesOfTheSameKindAreNotMarked() throws ModelFormatException {
        NgramDetection detection = detect(InventedCapture.calls(200));
        assertTrue(detection.headers().isKnown());
        assertEquals(0, detection.size());
    }

    @Test
    void aFindingListsHowManyRequestsHaveOddHeaders() throws ModelFormatException {
        Scene scene = InventedCapture.calls(200);
        for (int i = 0; i < 12; i++) {
            scene.raw(Scene.STRANGER, Scene.PROXY,
                    "OPTIONS sip:100@192.0.2.1 SIP/2.0\r\nVia: SIP/2.0\r\nCall-ID: fuzz" + i + "\r\nX" + i
                            + ": y\r\nCSeq: x OPTIONS\r\nContent-Length: -1\r\nSupported: " + "a".repeat(99)
                            + "\r\n\r\n");
        }
        SipIndex index = scene.index();
        NgramModel model = NgramModel.open(InventedCapture.train(Map.of(), _ -> {}));
        var rationale = new NgramDetector(model).detect(index, RunMonitor.NONE).findings().getFirst().rationale().get();
        String all = rationale.sections().toString();
        assertTrue(all.contains("header.test.names") && all.contains("header.test.lengths"), all);
    }
}
