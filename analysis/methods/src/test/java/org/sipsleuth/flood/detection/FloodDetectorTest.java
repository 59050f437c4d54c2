package org.sipsleuth.flood.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.filter.Filter;
import org.sipsleuth.filter.catalog.KnownFields;
import org.sipsleuth.filter.field.FieldCatalog;
import org.sipsleuth.finding.Clause;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Observation;
import org.sipsleuth.finding.Rationale;
import org.sipsleuth.finding.Unjudged;
import org.sipsleuth.flood.network.NetworkKind;
import org.sipsleuth.flood.rule.FloodRule;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.Incidents;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.rule.RuleMethod;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.transaction.Scene;

class FloodDetectorTest {

    private static final String CALLER = "192.0.2.";
    private static final String SERVER = "198.51.100.10";
    private static final FloodDetector DETECTOR = new FloodDetector(InventedFloodModel.model());

    /// Calls every three seconds or so, then many at once.
    ///
    /// @param sources from how many addresses the many come
    /// @param areAcknowledged whether they are answered and acknowledged
    private static SipIndex capture(int many, int sources, boolean areAcknowledged) {
        Random random = new Random(3);
        Scene scene = new Scene();
        calls(scene, "before", 250);
        scene.every(areAcknowledged ? 10 : 20);
        for (int i = 0; i < many; i++) {
            String source = "203.0.113." + (1 + random.nextInt(sources));
            scene.callId("many" + i).branch("many" + i).request(source, SERVER, "INVITE", 1);
            if (areAcknowledged) {
                scene.response(SERVER, source, 200, "INVITE", 1);
                scene.request(source, SERVER, "ACK", 1);
            }
        }
        calls(scene, "after", 60);
        return scene.index();
    }

    private static void calls(Scene scene, String name, int count) {
        Random random = new Random(4);
        for (int i = 0; i < count; i++) {
            String source = CALLER + (1 + random.nextInt(20));
            scene.every(20).callId(name + i).branch(name + i).request(source, SERVER, "INVITE", 1);
            scene.response(SERVER, source, 200, "INVITE", 1);
            scene.every(1_500 + random.nextInt(3_000)).request(source, SERVER, "ACK", 1);
        }
    }

    private static FloodDetection detect(SipIndex index) {
        return DETECTOR.detect(index, RunMonitor.NONE);
    }

    @Test
    void aFloodIsOneFindingThatNamesItsServer() {
        for (int sources : List.of(1, 200)) {
            FloodDetection detection = detect(capture(300, sources, false));
            assertEquals(1, detection.findings().size());
            Finding finding = detection.findings().getFirst();
            assertEquals(SERVER, finding.subject().name());
            FloodSpan flood = detection.floods().getFirst();
            assertTrue(Math.abs(flood.attempts().size() - 300) <= 10, flood.toString());
        }
    }

    /// Who decided and what the others found stands in the rationale.
    @Test
    void theFindingNamesTheDetectorThatDecidedAndTheOthers() {
        FloodDetection detection = detect(capture(300, 1, false));
        Rationale rationale = detection.findings().getFirst().rationale().get();
        List<String> names = rationale.sections().getFirst().lines().stream().map(line -> line.name().text()).toList();
        assertEquals(List.of("Decided by", "Rule of overdue INVITEs", "Overdue INVITEs of ten", "What the network adds",
                "GRU", "LSTM", "SimpleRnn", "Logistic regression", "CUSUM of the rate",
                "Share of ten INVITEs that came to nothing", "Half-open transactions",
                "Source addresses of 100 INVITEs", "Users in From of 100 INVITEs", "Called users of 100 INVITEs",
                "Entropy of the source addresses", "Callers of 100 INVITEs that had completed a call before"), names);
        assertEquals(FloodDecision.BOTH, detection.floods().getFirst().decision());
    }

    /// Nobody answers: overdue a second after each.
    @Test
    void theRuleOfOverdueInvitesStatesWhenItKnewAndWhatTheNetworkAdds() {
        FloodDetection detection = detect(capture(300, 1, false));
        FloodKnown known = detection.known().getFirst();
        assertEquals(1.02, known.afterSeconds().orElseThrow(), 0.001);
        assertEquals(FloodKnown.Added.TIME, known.added());
        assertTrue(known.secondsBefore() > 0.5, known.toString());
        String explanation = detection.findings().getFirst().statement().explanation().text();
        assertTrue(explanation.contains("Known by overdue INVITEs 1.02 s after the first"), explanation);
        assertEquals(List.of(), detect(capture(300, 1, true)).rules().overdue().floods(0));
    }

    @Test
    void aFloodIsDescribed() {
        FloodDetection detection = detect(capture(300, 1, false));
        FloodSpan flood = detection.floods().getFirst();
        assertEquals(FloodBehaviour.VERY_HIGH, flood.course().behaviour());
        assertEquals(FloodRate.M, flood.course().rate()); // one every 20 ms
        assertTrue(flood.course().isStartSeen());
        assertEquals(1, flood.course().before().successRatio());
        assertEquals(250, flood.course().before().count());
        assertEquals(60, flood.course().after().count());
        String text = detection.findings()
                .getFirst()
                .rationale()
                .get()
                .sections()
                .stream()
                .flatMap(section -> section.lines().stream())
                .map(line -> line.name().text() + ": " + line.text().text())
                .collect(Collectors.joining("\n"));
        assertTrue(text.contains("Forged addresses: not recognised: one address, which does nothing"), text);
        assertTrue(
                text.contains("Legitimate calls accepted: before 100.0 % of 250; during no calls; after 100.0 % of 60"),
                text);
    }

    /// Rules need no history.
    @Test
    void aFloodFromTheBeginningOfACaptureIsFoundAndSaidToBeUnderWay() {
        Scene scene = new Scene().every(20);
        for (int i = 0; i < 100; i++) {
            scene.callId("f" + i).branch("f" + i).request("203.0.113.1", SERVER, "INVITE", 1);
        }
        calls(scene, "after", 10);
        FloodDetection detection = detect(scene.index());
        FloodSpan flood = detection.floods().getFirst();
        assertEquals(1, detection.floods().size());
        assertEquals(100, flood.attempts().size());
        assertEquals(FloodDecision.RULE, flood.decision());
        assertFalse(flood.course().isStartSeen());
        assertTrue(detection.rules().isFlagged(FloodRule.UNACKNOWLEDGED, 0));
    }

    /// It is joined with what the session rule found: one incident.
    @Test
    void theFindingStatesWhatTheSessionRuleStates() {
        SipIndex index = capture(300, 200, false);
        Finding finding = detect(index).findings().getFirst();
        List<Finding> rules = rules(index);
        assertEquals(1, rules.size());
        Observation one = rules.getFirst().observation().orElseThrow();
        Observation other = finding.observation().orElseThrow();
        assertEquals(one.predicate().stream().map(Clause::words).toList(),
                other.predicate().stream().map(Clause::words).toList());
        assertEquals(one.actors(), other.actors());
        assertEquals(one.victims(), other.victims());
        List<Incident> incidents = Incidents.of(index, List.of(rules.getFirst(), finding));
        assertEquals(1, incidents.size());
        assertEquals(List.of(rules.getFirst(), finding), incidents.getFirst().findings());
        assertEquals(1, incidents.getFirst().stages().getFirst().findings().size());
        assertEquals(rules.getFirst().severity(), finding.severity());
    }

    private static List<Finding> rules(SipIndex index) {
        RuleMethod method = new RuleMethod();
        try {
            return method.detector(method.shipped()).detect(index, RunMonitor.NONE).findings();
        } catch (ModelFormatException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /// Whoever never calls a user more than three times is no flood for the rule; a score alone is
    /// no proof.
    @Test
    void aFindingOfTheNetworkAloneIsALeadIfItIsNotDense() {
        Scene scene = new Scene();
        calls(scene, "before", 250);
        scene.every(20);
        for (int i = 0; i < 22; i++) {
            scene.user("u" + i).callId("f" + i).branch("f" + i);
            scene.request("203.0.113." + i, SERVER, "INVITE", 1);
        }
        calls(scene.user("100"), "after", 60);
        FloodDetection detection = detect(scene.index());
        assertEquals(1, detection.floods().size());
        assertEquals(FloodDecision.NETWORK, detection.floods().getFirst().decision());
        Finding finding = detection.findings().getFirst();
        assertEquals(Severity.INFO, finding.severity());
        assertTrue(finding.observation().isEmpty());
    }

    @Test
    void aCrowdWhoseCallsAreAcknowledgedIsNoFlood() {
        FloodDetection detection = detect(capture(300, 200, true));
        assertTrue(flagged(detection) >= 100, "its windows are flagged");
        assertEquals(List.of(), detection.findings());
    }

    @Test
    void normalCallsAreNoFlood() {
        FloodDetection detection = detect(capture(0, 1, false));
        assertEquals(List.of(), detection.findings());
        assertEquals(List.of(), detection.floods());
    }

    @Test
    void windowsWithoutHistoryAreNotScoredAndCounted() {
        FloodDetection detection = detect(capture(0, 1, false));
        int windows = detection.scores().inputs().windows().size();
        assertTrue(Double.isNaN(detection.scores().score(NetworkKind.GRU, 0)));
        assertFalse(detection.scores().isFlagged(NetworkKind.GRU, 0));
        int notScored = detection.scores().notScored();
        assertTrue(notScored > 0 && notScored < windows);
        assertEquals(List.of(), detection.notJudged());
    }

    /// Ordinary calls of a short capture are not worth a word; many at once are.
    @Test
    void fastWindowsWithoutHistoryAreReported() {
        Scene scene = new Scene();
        calls(scene, "before", 5);
        scene.every(20);
        for (int i = 0; i < 50; i++) {
            scene.callId("many" + i).branch("many" + i);
            scene.request("203.0.113.7", SERVER, "INVITE", 1);
        }
        assertEquals(
                List.of("20 windows of ten INVITEs within a second were not scored by the networks:"
                        + " too little was seen of the usual traffic of their server. The session rules examine them."),
                detect(scene.index()).notJudged().stream().map(Unjudged::sentence).map(Sentence::text).toList());
    }

    @Test
    void twoRunsFindTheSame() {
        SipIndex index = capture(300, 7, false);
        Finding first = detect(index).findings().getFirst();
        Finding second = detect(index).findings().getFirst();
        assertEquals(first.id(), second.id());
        assertEquals(first.grounds(), second.grounds());
    }

    @Test
    void itStopsWhenAsked() {
        SipIndex index = capture(50, 1, false);
        RunMonitor cancelled = new RunMonitor() {
            @Override
            public void progress(Progress progress) {
                // Not shown.
            }

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThrows(CancellationException.class, () -> DETECTOR.detect(index, cancelled));
    }

    private static long flagged(FloodDetection detection) {
        long flagged = 0;
        for (int i = 0; i < detection.scores().inputs().windows().size(); i++) {
            flagged += detection.scores().isFlagged(NetworkKind.LOGISTIC, i) ? 1 : 0;
        }
        return flagged;
    }

    /// 120 calls of one source that are acknowledged and ended.
    ///
    /// @param isByAClock whether every 200 ms, or as chance has it
    private static SipIndex load(boolean isByAClock) {
        Random random = new Random(5);
        Scene scene = new Scene();
        String source = CALLER + 1;
        scene.every(1);
        for (int i = 0; i < 120; i++) {
            double gap = isByAClock ? 200 : -200 * Math.log(1 - random.nextDouble());
            scene.callId("load" + i).branch("load" + i).request(source, SERVER, "INVITE", 1);
            scene.response(SERVER, source, 200, "INVITE", 1);
            scene.request(source, SERVER, "ACK", 1);
            scene.branch("bye" + i).request(source, SERVER, "BYE", 2);
            scene.every((int) Math.max(1, gap - 4));
            scene.response(SERVER, source, 200, "BYE", 2);
            scene.every(1);
        }
        return scene.index();
    }

    @Test
    void evenlySpacedCallsThatAreEndedAreALoadTestForInformation() {
        FloodDetection detection = detect(load(true));
        assertEquals(List.of(), detection.floods());
        assertEquals(1, detection.findings().size());
        Finding finding = detection.findings().getFirst();
        assertEquals("load_test", finding.statement().kind());
        String title = finding.statement().title().text();
        assertTrue(title.startsWith("Possible load test from "), title);
        assertEquals(Severity.INFO, finding.severity());
        assertTrue(finding.observation().isEmpty());
        assertEquals(120, finding.evidence().messages(detection.index()).length);
    }

    @Test
    void callsOfIndependentCallersAreNoLoadTest() {
        assertEquals(List.of(), detect(load(false)).findings());
    }

    /// Evenly spaced too, but nobody answers: a flood, and not a load test as well.
    @Test
    void evenlySpacedCallsThatComeToNothingAreNoLoadTest() {
        assertTrue(detect(capture(300, 1, false)).findings()
                .stream()
                .noneMatch(each -> each.statement().kind().equals("load_test")));
    }

    private static int dialogs(String filter, FloodDetection detection) throws Exception {
        FieldCatalog fields = KnownFields.catalog().with(new FloodMethod().fields(Optional.of(detection)));
        return (int) Filter.of(filter, fields).run(detection.index(), RunMonitor.NONE).dialogs().count();
    }

    /// The fields have the values of the flood, for its dialogs and for no other.
    @Test
    void dialogsOfAFloodAreFilteredForByTargetRateBehaviourAndScore() throws Exception {
        FloodDetection detection = detect(capture(300, 1, false));
        int flood = detection.floods().getFirst().attempts().size();
        assertEquals(flood, dialogs("flood.target == \"" + SERVER + "\"", detection));
        assertEquals(flood, dialogs("flood.rate == \"M\"", detection));
        assertEquals(flood, dialogs("flood.behaviour == \"very-high\"", detection));
        assertEquals(0, dialogs("flood.rate == \"VH\"", detection));
        assertEquals(0, dialogs("flood.target == \"" + CALLER + "1\"", detection));
        int scored = dialogs("flood.score >= 0", detection);
        int high = dialogs("flood.score >= 0.5", detection);
        assertTrue(high >= flood - 10 && high < scored, high + " of " + scored);
        assertEquals(0, dialogs("flood.score > 1", detection));
    }
}
