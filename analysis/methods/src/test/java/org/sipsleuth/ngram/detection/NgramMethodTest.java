package org.sipsleuth.ngram.detection;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.finding.TrainingRequest;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.transaction.Scene;

class NgramMethodTest {

    private static final NgramMethod METHOD = new NgramMethod();
    private static final int METHODS = 5;
    private static final int STATUSES = 3;

    private static NgramDetection detect(ModelFile model, SipIndex index) throws ModelFormatException {
        return (NgramDetection) METHOD.detector(model).detect(index, RunMonitor.NONE);
    }

    private static Scene attacked(int malformed) {
        Scene scene = InventedCapture.calls(200);
        for (int i = 0; i < malformed; i++) {
            String[] damage = {
                "CSeq: x" + i + " OPTIONS\r\nContent-Length: -1\r\n",
                "CSeq: 99999999999999999999 OPTIONS\r\nVia: SIP/2.0\r\nTo: <sip:%s%n@\r\n",
                "CSeq: 4 INVITE\r\nFrom: <<<<>>>>" + "A".repeat(300) + "\r\nContact: :::\r\n"};
            scene.raw(Scene.STRANGER, Scene.PROXY,
                    "OPTIONS sip:100@192.0.2.1 SIP/2.0\r\nVia: SIP/2.0/UDP 203.0.113.66:5060;branch=z9hG4bKfuzz" + i
                            + "\r\nCall-ID: fuzz" + i + "\r\nX" + i + ": y\r\n" + damage[i % damage.length] + "\r\n");
        }
        return scene;
    }

    @Test
    void trainingStatesThatTheModelContainsMessages() {
        List<String> news = new ArrayList<>();
        InventedCapture.train(Map.of(), news::add);
        assertTrue(news.getLast().contains("keeps the text of") && news.getLast().contains("normalise=message"),
                news::toString);
    }

    @Test
    void aThresholdOfFewMessagesIsCalledAGuess() {
        List<String> news = new ArrayList<>();
        InventedCapture.train(Map.of(), news::add);
        assertTrue(String.join("\n", news).contains("The threshold rests on few messages"), news::toString);
        SipIndex few = InventedCapture.calls(10).index(); // four messages in the dialogs of the threshold
        assertThrows(IllegalArgumentException.class,
                () -> METHOD.train(InventedCapture.request(few, Map.of()), RunMonitor.NONE, news::add));
    }

    @Test
    void theSameRequestGivesTheSameFile() {
        assertArrayEquals(InventedCapture.train(Map.of(), _ -> {}).toBytes(),
                InventedCapture.train(Map.of(), _ -> {}).toBytes());
    }

    @ParameterizedTest
    @ValueSource(strings = {"unseen", "local", "global"})
    void normalTrafficOfTheSameKindHasNoFindings(String kind) throws ModelFormatException {
        ModelFile model = InventedCapture.train(Map.of("model", kind), _ -> {});
        NgramDetection detection = detect(model, InventedCapture.calls(150).index());
        assertTrue(detection.fit().fits());
        assertEquals(List.of(), detection.findings());
    }

    @ParameterizedTest
    @ValueSource(strings = {"unseen", "local", "global"})
    void malformedRequestsOfOneSourceAreOneFinding(String kind) throws ModelFormatException {
        ModelFile model = InventedCapture.train(Map.of("model", kind), _ -> {});
        SipIndex index = attacked(12).index();
        NgramDetection detection = detect(model, index);
        assertEquals(1, detection.findings().size());
        Finding finding = detection.findings().getFirst();
        assertEquals(IncidentKind.CONTENT_ANOMALY.word(), finding.statement().kind());
        assertEquals(Severity.INFO, finding.severity());
        assertEquals(Scene.STRANGER, finding.subject().name());
        assertEquals(12, finding.evidence().messages(index).length);
        assertFalse(finding.rationale().get().sections().isEmpty());
    }

    @Test
    void manyDifferentMalformedRequestsAreFuzzing() throws ModelFormatException {
        ModelFile model = InventedCapture.train(Map.of(), _ -> {});
        Finding finding = detect(model, attacked(90).index()).findings().getFirst();
        assertEquals(IncidentKind.FUZZING.word(), finding.statement().kind());
        assertEquals(Severity.LOW, finding.severity());
    }

    @Test
    void trafficOfAnotherKindHasNoFindings() throws ModelFormatException {
        ModelFile model = InventedCapture.train(Map.of(), _ -> {});
        Scene other = attacked(12);
        for (int i = 0; i < 100; i++) {
            other.callId("other" + i).branch("other" + i);
            other.more("X-Vendor-" + i + ": quite another device, with its own fields\r\n");
            String device = i % 2 == 0 ? Scene.BOB : "192.0.2.13"; // one device were a suspect
            other.request(device, Scene.PROXY, "OPTIONS", 1);
        }
        NgramDetection detection = detect(model, other.index());
        assertFalse(detection.fit().fits(), detection.fit()::toString);
        assertEquals(List.of(), detection.findings());
        assertTrue(detection.size() > 100);
    }

    private static void add(Scene scene, String host, String more, int count) {
        for (int i = 0; i < count; i++) {
            scene.callId(host + i).branch(host.replace('.', 'x') + i).more(more.formatted(i));
            scene.request(host, Scene.PROXY, "OPTIONS", 1);
        }
    }

    @Test
    void whatHostsShareIsKnownAndWhatOneHostSendsIsNot() throws ModelFormatException {
        ModelFile model = InventedCapture.train(Map.of(), _ -> {});
        String more = "X-Vendor: a field that was in no training\r\n";
        Scene one = InventedCapture.calls(20);
        int first = one.index().messages().size();
        add(one, Scene.STRANGER, more, 3);
        assertTrue(detect(model, one.index()).scores().of(first) > 10);
        add(one, Scene.BOB, more, 3);
        assertEquals(0, detect(model, one.index()).scores().of(first));
    }

    @Test
    void oneUnusualHostAmongThreeIsNoMisfit() throws ModelFormatException {
        ModelFile model = InventedCapture.train(Map.of(), _ -> {});
        String unusual = "X-Vendor-%d: quite another device, with its own fields\r\n";
        Scene two = InventedCapture.callsElsewhere(60);
        add(two, Scene.STRANGER, unusual, 60);
        assertFalse(detect(model, two.index()).fit().fits());
        add(two, Scene.BOB, "Supported: 3rel\r\n", 20);
        NgramDetection three = detect(model, two.index());
        assertTrue(three.fit().fits(), three.fit()::toString);
        assertTrue(three.size() >= 60);
        assertEquals(Optional.of(Scene.STRANGER), three.fit().leftOut());
        add(two, Scene.PROXY, "Y-Maker-%d: yet another device; nothing like it\r\n", 40);
        NgramDetection misfit = detect(model, two.index());
        assertTrue(misfit.notJudged().getFirst().sentence().text().contains("outside the dialogs of " + Scene.STRANGER),
                misfit.notJudged()::toString);
    }

    /// What has changed in a network is for its owner to see.
    @Test
    void aModelIsNeverMuteInTheNetworkItWasTrainedOn() throws ModelFormatException {
        ModelFile model = InventedCapture.train(Map.of(), _ -> {});
        String unusual = "X-Vendor-%d: quite another device, with its own fields\r\n";
        Scene own = InventedCapture.calls(60);
        add(own, Scene.STRANGER, unusual, 60);
        CaptureFit fit = detect(model, own.index()).fit();
        assertTrue(fit.fits() && fit.isOwnNetwork() && !fit.isExpected(), fit::toString);
        assertEquals(List.of(), detect(model, own.index()).notJudged());
        assertEquals(60, detect(model, own.index()).headers().fit(HeaderTest.NAMES).orElseThrow().anomalous());
        assertTrue(detect(model, own.index()).headers().fit(HeaderTest.NAMES).orElseThrow().fits());
        Scene other = InventedCapture.callsElsewhere(60);
        add(other, Scene.STRANGER, unusual, 60);
        assertFalse(detect(model, other.index()).fit().isOwnNetwork());
        assertFalse(detect(model, other.index()).fit().fits());
    }

    @Test
    void theListIsRankedAndReadPageByPage() throws ModelFormatException {
        ModelFile model = InventedCapture.train(Map.of(), _ -> {});
        NgramDetection detection = detect(model, attacked(30).index());
        List<RankedMessage> all = detection.page(0, Integer.MAX_VALUE / 2);
        assertEquals(detection.size(), all.size());
        for (int i = 1; i < all.size(); i++) {
            assertTrue(all.get(i - 1).score() >= all.get(i).score());
            assertEquals(List.of(all.get(i)), detection.page(i, 1));
        }
        assertEquals(List.of(), detection.page(all.size(), 10));
        MessageExplanation why = detection.explain(all.getFirst().message());
        assertEquals(why.score(), why.contributions().total(), 1e-9);
        assertFalse(detection.departures(why.message()).isEmpty());
        assertTrue(detection.nearestNormal(why).isPresent());
    }

    @Test
    void equalMessagesAreScoredOnce() throws ModelFormatException {
        ModelFile model = InventedCapture.train(Map.of(), _ -> {});
        SipIndex index = InventedCapture.calls(700).index();
        NgramDetection detection = detect(model, index);
        DistinctMessages distinct = detection.scores().distinct();
        assertEquals(7 * METHODS + 7 * METHODS * STATUSES, distinct.size());
        int copies = 0;
        for (int i = 0; i < distinct.size(); i++) {
            copies += distinct.copies(i);
        }
        assertEquals(index.messages().size(), copies);
    }

    @Test
    void dialogsOfIncidentsAndLabelledAttacksAreNotLearned() throws ModelFormatException, SettingException {
        SipIndex index = attacked(30).index();
        BitSet leftOut = new BitSet();
        for (int dialog = 0; dialog < index.dialogs().size(); dialog++) {
            if (index.dialogs().callId(dialog).startsWith("fuzz")) {
                leftOut.set(dialog);
            }
        }
        TrainingRequest request = InventedCapture.request(index, Map.of(), leftOut,
                message -> Optional.of(index.messages().isDefective(message) ? "dos" : "normal"));
        NgramModel model = NgramModel.open(METHOD.train(request, RunMonitor.NONE, _ -> {}));
        for (int i = 0; i < model.size(); i++) {
            assertFalse(new String(model.normalMessage(i), StandardCharsets.ISO_8859_1).contains(Scene.STRANGER));
        }
    }

    @Test
    void tooFewMessagesAreRefusedWithWords() {
        SipIndex index = InventedCapture.calls(2).index();
        IllegalArgumentException refused = assertThrows(IllegalArgumentException.class,
                () -> METHOD.train(InventedCapture.request(index, Map.of()), RunMonitor.NONE, _ -> {}));
        assertTrue(String.valueOf(refused.getMessage()).contains("longer captures"));
    }

    @Test
    void theContextOfDialogsIsLearnedWhereItCounts() throws ModelFormatException {
        ModelFile file = InventedCapture.train(Map.of("context", "yes"), _ -> {});
        NgramModel model = NgramModel.open(file);
        for (int i = 0; i < model.size(); i++) {
            String text = new String(model.normalMessage(i), StandardCharsets.ISO_8859_1);
            boolean isResponse = text.startsWith("SIP/2.0");
            assertTrue(text.contains(isResponse ? "T<2" : "N>"), text);
        }
    }

    @Test
    void theBundledModelIsSmall() throws IOException, ModelFormatException {
        ModelFile model = METHOD.shipped();
        assertTrue(model.bytes() < 1_500_000);
        assertTrue(NgramModel.open(model).threshold().falseAlarms() < 0.02);
    }
}
