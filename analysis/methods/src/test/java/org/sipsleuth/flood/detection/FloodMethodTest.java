package org.sipsleuth.flood.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.TrainingFacts;
import org.sipsleuth.finding.TrainingRequest;
import org.sipsleuth.model.Training;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.transaction.Scene;
import org.sipsleuth.truth.TrafficLabels;

class FloodMethodTest {

    private static final FloodMethod METHOD = new FloodMethod();
    private static final TrainingFacts FACTS =
            new TrainingFacts("invented", "nothing", List.of(), new Training.Origin("test", Instant.EPOCH, "CC0-1.0"));

    private static SipIndex calls() {
        Scene scene = new Scene();
        scene.every(1_000);
        for (int i = 0; i < 300; i++) {
            scene.callId("call" + i).branch("call" + i);
            scene.request("192.0.2.1", "198.51.100.10", "INVITE", 1);
        }
        return scene.index();
    }

    private static String refusal(TrafficLabels labels) {
        TrainingRequest request = new TrainingRequest(calls(), FACTS, Map.of(), 1, labels, new BitSet());
        return String.valueOf(
                assertThrows(IllegalArgumentException.class, () -> METHOD.train(request, RunMonitor.NONE, _ -> {}))
                        .getMessage());
    }

    @Test
    void withoutTruthFilesItAsksForLabelledFloods() {
        assertTrue(refusal(TrafficLabels.NONE).contains("ground-truth files"));
    }

    @Test
    void withFloodsAloneItAsksForNormalCalls() {
        assertTrue(refusal(_ -> Optional.of("invite_flood")).contains("captures of normal calls"));
    }

    @Test
    void itsTextsAreThereForAllItShows() {
        assertEquals("flood", METHOD.name());
        for (String name : List.of("name", "sentence", "class.invite_flood")) {
            assertTrue(METHOD.texts().find(name).isPresent(), name);
        }
    }
}
