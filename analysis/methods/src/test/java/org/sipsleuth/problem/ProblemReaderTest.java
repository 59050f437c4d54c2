package org.sipsleuth.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.hint.DialogHint;
import org.sipsleuth.dialog.statistics.Statistics;
import org.sipsleuth.dialog.statistics.StatisticsScope;
import org.sipsleuth.filter.field.DynamicField;
import org.sipsleuth.filter.field.Value;
import org.sipsleuth.filter.field.Values;
import org.sipsleuth.finding.Evidence;
import org.sipsleuth.finding.Sentence;
import org.sipsleuth.finding.Severity;
import org.sipsleuth.media.fault.MediaFaultKind;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.novelty.HopScene;
import org.sipsleuth.transaction.fault.FaultKind;

final class ProblemReaderTest {

    private SipIndex index;

    @Test
    void callsOfOneCauseAreOneRowWithEvidenceAndAdvice() throws IOException {
        HopScene scene = new HopScene().calls(20);
        scene.callId("a").transaction("INVITE 503 ACK");
        scene.callId("b").transaction("INVITE 503 ACK");
        scene.callId("c").transaction("INVITE 504 ACK");
        ProblemList list = read(scene);
        assertEquals(List.of(2, 1), list.problems().stream().map(Problem::calls).toList());
        Problem first = list.problems().getFirst();
        assertEquals("service_unavailable", first.kind());
        assertEquals(List.of(20, 21), first.dialogs());
        assertTrue(first.title().text().startsWith("INVITE failed"), first.title().text());
        assertTrue(first.explanation().text().startsWith("In the first: INVITE was refused with 503"),
                first.explanation().text());
        assertTrue(list.problems().get(1).explanation().text().startsWith("INVITE was refused with 504"), "alone");
        assertTrue(first.advice().text().contains("503"), first.advice().text());
        assertEquals(2, first.evidence().messages(index).length);
        assertEquals(List.of(first), list.problems(20));
        assertEquals(List.of(), list.problems(0));
    }

    @Test
    void everyCallIsInOneClassAndTheSumIsThatOfTheStatistics() throws IOException {
        HopScene scene = new HopScene().calls(4);
        scene.callId("busy").transaction("INVITE 100 486 ACK");
        scene.callId("cancelled").transaction("INVITE 100 180 487 ACK");
        scene.callId("failed").transaction("INVITE 500 ACK");
        scene.callId("dropped").transaction("INVITE 100 200 ACK").transaction("+BYE * * * * *");
        scene.callId("moved").transaction("INVITE 302 ACK");
        CallOutcomes calls = read(scene).calls();
        assertEquals(Map.of(CallClass.COMPLETED, 5L, CallClass.UNANSWERED, 1L, CallClass.CANCELLED, 1L,
                CallClass.FAILED, 1L, CallClass.TROUBLED, 1L, CallClass.REDIRECTED, 1L), calls.counts());
        assertEquals(2, calls.withProblem());
        assertEquals(Statistics.of(index, StatisticsScope.ALL, RunMonitor.NONE).totals().calls().calls(), calls.all());
        assertEquals(List.of(6), calls.dialogs(CallClass.FAILED));
    }

    @Test
    void callsOfARangeAreThoseOfTheStatistics() throws IOException {
        HopScene scene = new HopScene().calls(4);
        scene.callId("busy").transaction("INVITE 100 486 ACK");
        scene.callId("failed").transaction("INVITE 500 ACK");
        CallOutcomes calls = read(scene).calls();
        long from = index.dialogs().startNanos(1);
        long to = index.dialogs().startNanos(4);
        CallOutcomes within = calls.within(from, to);
        assertEquals(Map.of(CallClass.COMPLETED, 3L, CallClass.UNANSWERED, 1L), within.counts());
        var counted = Statistics.of(index, StatisticsScope.ALL.within(from, to), RunMonitor.NONE).totals().calls();
        assertEquals(counted.calls(), within.all());
        assertEquals(counted.answered(), within.answered());
    }

    @Test
    void whatUsersChooseIsNoProblem() throws IOException {
        HopScene scene = new HopScene().calls(3);
        scene.callId("busy").transaction("INVITE 100 486 ACK");
        scene.callId("declined").transaction("INVITE 100 603 ACK");
        scene.callId("away").transaction("INVITE 100 180 480 ACK");
        ProblemList list = read(scene);
        assertEquals(List.of(), list.failures());
        assertEquals(0, list.calls().withProblem());
    }

    @Test
    void aProblemWithoutCallsComesLast() throws IOException {
        HopScene scene = new HopScene().calls(3);
        scene.callId("register").transaction("REGISTER 500");
        scene.callId("call").transaction("INVITE 503 ACK");
        assertEquals(List.of(1, 0), read(scene).problems().stream().map(Problem::calls).toList());
    }

    @Test
    void theFieldsHaveTheProblemsOfADialog() throws IOException {
        HopScene scene = new HopScene().calls(20).callId("a").transaction("INVITE 503 ACK");
        SipIndex read = scene.after(1_000).calls(1).index();
        Investigation found = Investigation.of(read,
                List.of(new ProblemMethod().detector(new ProblemMethod().shipped()).detect(read, RunMonitor.NONE)));
        assertEquals(List.of("service_unavailable"),
                found.problems().problems(20).stream().map(Problem::kind).toList());
    }

    @Test
    void theFieldCallSaysWhatTheCallsOfADialogWere() throws IOException {
        HopScene scene = new HopScene().calls(1);
        scene.callId("busy").transaction("INVITE 100 486 ACK");
        scene.callId("failed").transaction("INVITE 500 ACK");
        index = scene.after(1_000).calls(1).index();
        ProblemMethod method = new ProblemMethod();
        DynamicField call = method.fields(Optional.of(method.detector(method.shipped()).detect(index, RunMonitor.NONE)))
                .stream()
                .filter(field -> field.name().equals("problem.call"))
                .findFirst()
                .orElseThrow();
        List<String> words = new ArrayList<>();
        for (int dialog = 0; dialog < 3; dialog++) {
            Values values = new Values();
            call.read(index, dialog, values);
            words.add(values.get(0) instanceof Value.Octets octets ? octets.text() : "");
        }
        assertEquals(List.of("completed", "unanswered", "failed"), words);
    }

    @Test
    void theProblemsOfADialogAreTheMostSevereFirstAndThoseOfTheNetworkAmongThem() {
        Problem refused = problem("refused", "INVITE refused", Severity.LOW, 1, 2);
        Problem noticed = problem("noticed", "Noticed", Severity.INFO, 1);
        Problem flapping = problem("flapping of 1001", "Registration flapping", Severity.HIGH, 1, 3);
        Problem another = problem("flapping of 1002", "Registration flapping", Severity.LOW, 4);
        ProblemList list = new ProblemList(List.of(refused, noticed, flapping, another), CallOutcomes.of(List.of()),
                Map.of(1, List.of(cause("noticed"), cause("refused")), 2, List.of(cause("refused"))), List.of());
        assertEquals(List.of(flapping, refused, noticed), list.problems(1));
        assertEquals(List.of(flapping), list.problems(3));
        assertEquals(List.of(), list.problems(5));
        assertEquals(List.of(0, 0, 1, 2), Stream.of(flapping, another, refused, noticed).map(list::place).toList(),
                "by title");
    }

    private static Problem problem(String key, String title, Severity severity, Integer... dialogs) {
        return new Problem(key, key, severity, Sentence.english(title), Sentence.none(), Sentence.none(), "",
                List.of(dialogs), 0, severity != Severity.INFO, List.of(), 0, 0,
                Evidence.ofDialogs(new int[0], List.of()), List.of());
    }

    private static DialogCause cause(String key) {
        return new DialogCause(key, key, Sentence.none(), Sentence.none(), "", List.of(), true);
    }

    @Test
    void oneCallIsLowOneUserTwiceMediumAFifthOfAllHigh() {
        ProblemSeverity severity = new ProblemSeverity(0.05, 0.2, 3);
        assertEquals(Severity.LOW, severity.of(extent(1, 1, 1, false), 1));
        assertEquals(Severity.LOW, severity.of(extent(2, 2, 2, false), 100));
        assertEquals(Severity.MEDIUM, severity.of(extent(2, 2, 1, false), 1_000));
        assertEquals(Severity.MEDIUM, severity.of(extent(5, 5, 5, false), 100));
        assertEquals(Severity.HIGH, severity.of(extent(20, 20, 20, false), 100));
        assertEquals(Severity.MEDIUM, severity.of(extent(2, 2, 2, false), 2));
        assertEquals(Severity.HIGH, severity.of(extent(2, 0, 2, true), 0));
        assertEquals(Severity.LOW, severity.of(extent(1, 0, 1, true), 0));
    }

    private static ProblemSeverity.Extent extent(int dialogs, int calls, int users, boolean isOfServer) {
        return new ProblemSeverity.Extent(dialogs, calls, users, isOfServer);
    }

    /// What explains others, follows from them, or harms nobody needs none of its own.
    private static final List<DialogHint> WITHOUT_ADVICE = List.of(DialogHint.ANSWER_REPEATED,
            DialogHint.DROPPED_AFTER_32_S, DialogHint.OUT_OF_ORDER, DialogHint.OTHER_PHRASE);

    @Test
    void everyHintHasAdviceInBothLanguages() {
        for (DialogHint hint : DialogHint.values()) {
            boolean hasAdvice = ProblemMethod.TEXTS.find("advice." + hint.id()).isPresent();
            assertEquals(!WITHOUT_ADVICE.contains(hint), hasAdvice, hint.id());
            ProblemMethod.TEXTS.find("advice." + hint.id())
                    .ifPresent(advice -> assertTrue(!advice.in(Locale.GERMAN).equals(advice.text()), hint.id()));
        }
    }

    @Test
    void everyFaultOfMediaAndNetworkHasAdviceInBothLanguages() {
        Stream.concat(
                Arrays.stream(MediaFaultKind.values())
                        .filter(kind -> !ASYMMETRIES.contains(kind))
                        .map(MediaFaultKind::id),
                Arrays.stream(FaultKind.values())
                        .filter(kind -> kind != FaultKind.REGISTRATION_INTERVAL)
                        .map(FaultKind::id))
                .forEach(kind -> {
                    Sentence advice = ProblemMethod.TEXTS.find("advice." + kind).orElseThrow();
                    assertTrue(!advice.in(Locale.GERMAN).equals(advice.text()), kind);
                });
    }

    /// The standards allow them.
    private static final Set<MediaFaultKind> ASYMMETRIES =
            EnumSet.of(MediaFaultKind.CODEC_ASYMMETRY, MediaFaultKind.PACKET_TIME_ASYMMETRY);

    private ProblemList read(HopScene scene) throws IOException {
        index = scene.after(1_000).calls(1).index();
        ProblemMethod method = new ProblemMethod();
        return ProblemDetection.in(List.of(method.detector(method.shipped()).detect(index, RunMonitor.NONE)))
                .orElseThrow();
    }
}
