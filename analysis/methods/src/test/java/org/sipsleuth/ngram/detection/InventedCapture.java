package org.sipsleuth.ngram.detection;

import java.time.Instant;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.TrainingFacts;
import org.sipsleuth.finding.TrainingRequest;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.Training;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.transaction.Scene;
import org.sipsleuth.truth.TrafficLabels;

/// Calls of some phones, and what a model learns of them.
final class InventedCapture {

    static final TrainingFacts FACTS = new TrainingFacts("invented", "invented calls", List.of(),
            new Training.Origin("test", Instant.EPOCH, "CC0-1.0"));

    private static final String[] METHODS = {"INVITE", "OPTIONS", "REGISTER", "MESSAGE", "INFO"};

    private InventedCapture() {}

    static Scene calls(int dialogs) {
        return calls(new Scene(), dialogs);
    }

    /// The same in another network.
    static Scene callsElsewhere(int dialogs) {
        return calls(new Scene(host -> host.equals(Scene.ALICE) ? "192.0.2.111" : host), dialogs);
    }

    private static Scene calls(Scene scene, int dialogs) {
        scene.every(1_000);
        for (int i = 0; i < dialogs; i++) {
            String method = METHODS[i % METHODS.length];
            scene.callId("call" + i).branch("call" + i).more("Supported: " + i % 7 + "rel\r\n");
            scene.request(Scene.ALICE, Scene.PROXY, method, 1);
            scene.response(Scene.PROXY, Scene.ALICE, 200 + i % 3, method, 1);
        }
        return scene;
    }

    static TrainingRequest request(SipIndex index, Map<String, String> settings) {
        return request(index, settings, new BitSet(), TrafficLabels.NONE);
    }

    static TrainingRequest request(SipIndex index, Map<String, String> settings, BitSet leftOut, TrafficLabels labels) {
        return new TrainingRequest(index, FACTS, settings, 1, labels, leftOut);
    }

    static ModelFile train(Map<String, String> settings, Consumer<String> news) {
        try {
            return new NgramMethod().train(request(calls(300).index(), settings), RunMonitor.NONE, news);
        } catch (SettingException wrong) {
            throw new IllegalStateException(wrong);
        }
    }
}
