package org.sipsleuth.rule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Fault;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.pipeline.InvestigationDump;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.run.RunMonitor;

/// A rule that fails at its first, middle or last call costs its own findings only.
class RuleFaultsTest {

    private static final Path SAMPLES = Path.of("..", "..", "sample-captures");
    private static final List<String> CAPTURES =
            List.of("incident", "cracking-found", "flood", "enumeration", "torture", "scan");

    private static RuleDetector detector;

    @BeforeAll
    static void makeDetector() throws ModelFormatException {
        RuleMethod method = new RuleMethod();
        detector = (RuleDetector) method.detector(method.shipped());
    }

    private static SipIndex sample(String name) throws IOException {
        return CaptureIndexer.read(List.of(SAMPLES.resolve(name + ".pcap")), RunMonitor.NONE);
    }

    private static List<String> rules() {
        return RuleDetector.RULES.stream().map(SessionRule::name).toList();
    }

    /// @param instead what is in the place of this rule
    private static RuleDetection detect(String name, List<SessionRule> instead, SipIndex index) {
        return detector.with(RuleDetector.RULES.stream()
                .flatMap(rule -> rule.name().equals(name) ? instead.stream() : Stream.of(rule))
                .toList()).detect(index, RunMonitor.NONE);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void theOthersAnswerAsIfTheRuleDidNotExist(String name) throws IOException {
        SessionRule rule =
                RuleDetector.RULES.stream().filter(each -> each.name().equals(name)).findFirst().orElseThrow();
        for (String capture : CAPTURES) {
            SipIndex index = sample(capture);
            RuleDetection whole = detect(name, List.of(new FaultyRule(rule, _ -> false)), index);
            int calls = callsOf(rule, index);
            assertEquals(List.of(), whole.faults());
            assertTrue(calls > 0, name);
            String others = dump(detect(name, List.of(), index));
            for (int fails : new int[]{1, (calls + 1) / 2, calls}) {
                RuleDetection left = detect(name, List.of(new FaultyRule(rule, call -> call == fails)), index);
                assertEquals(others, dump(left), name + ", call " + fails + ", " + capture);
                assertEquals(List.of("rules/" + name), left.faults().stream().map(Fault::name).toList());
                assertEquals(rule.kinds(), left.faults().getFirst().kinds());
            }
        }
    }

    /// The calls of the rule itself: what is computed on demand later calls again.
    private static int callsOf(SessionRule rule, SipIndex index) {
        int[] calls = {0};
        detect(rule.name(), List.of(new FaultyRule(rule, call -> {
            calls[0] = call;
            return false;
        })), index);
        return calls[0];
    }

    private static String dump(RuleDetection detection) {
        return InvestigationDump.of(detection.findings(), detection.index());
    }

    /// What a rule does at its end must not be kept either: it has marked and noted everything.
    @Test
    void nothingOfWhatARuleHasMarkedIsKept() throws IOException {
        SessionRule guessing = new PasswordGuessing();
        SipIndex index = sample("cracking-found");
        Traffic traffic = Found.traffic(index);
        assertFalse(guessing.apply(traffic).isEmpty());
        assertFalse(traffic.guessed().isEmpty());
        CaptureTraffic left = Found.traffic(index);
        left.beginRule();
        assertFalse(guessing.apply(left).isEmpty());
        assertTrue(left.explainedCount() > 0);
        left.undoRule();
        assertEquals(0, left.explainedCount());
        assertEquals(List.of(), left.guessed());
        assertEquals(left.table().origins(), left.open());
    }

    @Test
    void whatConcernsAllRulesIsThrownOn() throws IOException {
        SipIndex index = sample("call");
        for (Throwable thrown : List.of(new OutOfMemoryError("seeded"), new CancellationException("seeded"))) {
            SessionRule rule = throwing(thrown);
            assertThrows(thrown.getClass(), () -> detect("HostScan", List.of(rule), index));
        }
        SessionRule deep = throwing(new StackOverflowError());
        assertEquals(StackOverflowError.class.getName(),
                detect("HostScan", List.of(deep), index).faults().getFirst().exception());
    }

    private static SessionRule throwing(Throwable thrown) {
        return new FaultyRule(new HostScan(), _ -> {
            if (thrown instanceof Error error) {
                throw error;
            }
            throw (RuntimeException) thrown;
        });
    }

    @Test
    void aFaultHoldsNothingOfTheCapture() {
        Fault fault = Fault.of("rules/HostScan", Set.of(), new IllegalStateException("alice's password"));
        assertFalse(fault.toString().contains("alice"), fault.toString());
        assertFalse(fault.sentence().text().contains("alice"), fault.sentence().text());
        assertTrue(fault.sentence().text().contains("RuleFaultsTest.java:"), fault.sentence().text());
        assertTrue(fault.sentence().text().contains("java.lang.IllegalStateException"), fault.sentence().text());
    }

    @Test
    void rulesStateWhatTheyFind() throws IOException {
        Set<IncidentKind> stated = EnumSet.noneOf(IncidentKind.class);
        RuleDetector.RULES.forEach(rule -> stated.addAll(rule.kinds()));
        assertEquals(new HashSet<>(Methods.standard().recognised(List.of(RuleMethod.NAME))), stated);
        for (String capture : CAPTURES) {
            SipIndex index = sample(capture);
            for (int i = 0; i < RuleDetector.RULES.size(); i++) {
                SessionRule rule = RuleDetector.RULES.get(i);
                Traffic traffic = Found.traffic(index);
                IntStream.range(0, i).forEach(j -> RuleDetector.RULES.get(j).apply(traffic));
                rule.apply(traffic)
                        .stream()
                        .flatMap(finding -> Stream.of(Found.observation(finding).kind()))
                        .forEach(kind -> assertTrue(rule.kinds().contains(kind), rule.name()));
            }
        }
    }
}
