package org.sipsleuth.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.dialog.hint.DialogHint;
import org.sipsleuth.dialog.statistics.Statistics;
import org.sipsleuth.dialog.statistics.StatisticsScope;
import org.sipsleuth.filter.field.DynamicField;
import org.sipsleuth.filter.field.Value;
import org.sipsleuth.filter.field.Values;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Method;
import org.sipsleuth.media.fault.MediaFaultKind;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.pipeline.problem.ProblemDetection;
import org.sipsleuth.pipeline.problem.ProblemMethod;
import org.sipsleuth.role.RoleFile;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.sequence.novelty.HopScene;
import org.sipsleuth.transaction.Scene;
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
        assertTrue(first.explanation().text().startsWith("INVITE was refused with 503"), first.explanation().text());
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
                CallClass.FAILED, 2L, CallClass.TROUBLED, 1L), calls.counts());
        assertEquals(3, calls.withProblem(), "a redirection that nobody followed is a problem");
        assertEquals(Statistics.of(index, StatisticsScope.ALL, RunMonitor.NONE).totals().calls().calls(), calls.all());
        assertEquals(List.of(6, 8), calls.dialogs(CallClass.FAILED));
    }

    /// A server lets two phones ring; the one that answers gets no ACK.
    @Test
    void legsOfAServerCountOnceWithTheCallThatTheyAreOf() throws IOException {
        Scene scene = new Scene().every(20);
        scene.callId("in").branch("in").user("600").request(Scene.ALICE, Scene.PROXY, "INVITE", 1);
        scene.callId("b").branch("b").user("b").request(Scene.PROXY, Scene.BOB, "INVITE", 1);
        scene.callId("c").branch("c").user("c").request(Scene.PROXY, Scene.STRANGER, "INVITE", 1).after(5);
        scene.response(Scene.STRANGER, Scene.PROXY, 200, "INVITE", 1);
        scene.callId("in").branch("in").user("600").response(Scene.PROXY, Scene.ALICE, 200, "INVITE", 1);
        scene.withinDialog().branch("ack").request(Scene.ALICE, Scene.PROXY, "ACK", 1);
        scene.callId("b").branch("b").user("b").request(Scene.PROXY, Scene.BOB, "CANCEL", 1);
        scene.response(Scene.BOB, Scene.PROXY, 487, "INVITE", 1);
        scene.callId("c").branch("c").user("c");
        for (int seconds : new int[]{1, 2, 4, 4, 4, 4, 4, 4, 4}) {
            scene.after(seconds).response(Scene.STRANGER, Scene.PROXY, 200, "INVITE", 1);
        }
        scene.withinDialog().branch("bye").request(Scene.STRANGER, Scene.PROXY, "BYE", 1);
        ProblemList list = read(scene.index());
        assertEquals("1 of 1 call had a problem", list.calls().headline().text());
        assertEquals(Map.of(CallClass.TROUBLED, 1L), list.calls().counts());
        assertEquals(List.of(1), list.problems().stream().map(Problem::calls).toList());
        assertEquals(List.of(), list.unanswered());
    }

    @Test
    void everyCallThatNobodyTookIsInOneRowOfItsCause() throws IOException {
        HopScene scene = new HopScene().calls(2);
        scene.callId("busy").transaction("INVITE 100 486 ACK");
        scene.callId("engaged").transaction("INVITE 100 486 ACK");
        scene.callId("everywhere").transaction("INVITE 100 600 ACK");
        scene.callId("unknown").transaction("INVITE 404 ACK");
        scene.callId("short").transaction("INVITE 484 ACK");
        scene.callId("away").transaction("INVITE 480 ACK");
        scene.callId("rung").transaction("INVITE 100 180 480 ACK");
        scene.callId("ended").transaction("INVITE 100 180 487 ACK");
        scene.callId("failed").transaction("INVITE 500 ACK");
        ProblemList list = read(scene);
        assertEquals(
                List.of("INVITE refused: busy (486) 2", "INVITE refused: temporarily unavailable (480) 2",
                        "INVITE refused: busy (600) 1", "INVITE refused: not found (404) 1",
                        "INVITE refused: Number incomplete (484) 1", "Ended before the answer 1"),
                list.unanswered().stream().map(each -> each.title().text() + " " + each.calls()).toList());
        assertEquals(Set.of(Severity.INFO),
                list.unanswered().stream().map(Problem::severity).collect(Collectors.toSet()));
        List<Integer> dialogs = list.all().stream().flatMap(each -> each.dialogs().stream()).sorted().toList();
        assertEquals(List.of(2, 3, 4, 5, 6, 7, 8, 9, 10), dialogs, "each once, failed or not");
        assertEquals("1 of 12 calls had a problem, 8 refused or not answered", list.calls().headline().text());
        Problem busy = list.unanswered().getFirst();
        assertTrue(busy.explanation().text().startsWith("INVITE was refused with 486"), busy.explanation().text());
        assertEquals(2, busy.evidence().messages(index).length);
        assertEquals(List.of(busy), list.all(2));
        assertEquals(List.of(), list.problems(2), "no problem of its dialog");
    }

    @Test
    void theReasonOfACancelIsQuoted() throws IOException {
        Scene scene = new Scene().callId("a").branch("a").request(Scene.ALICE, Scene.PROXY, "INVITE", 1);
        scene.response(Scene.PROXY, Scene.ALICE, 180, "INVITE", 1);
        scene.more("Reason: SIP;cause=200;text=\"Call completed elsewhere\"\r\n")
                .request(Scene.ALICE, Scene.PROXY, "CANCEL", 1);
        scene.more("").response(Scene.PROXY, Scene.ALICE, 200, "CANCEL", 1);
        scene.response(Scene.PROXY, Scene.ALICE, 487, "INVITE", 1);
        ProblemList list = read(scene.index());
        Problem only = list.unanswered().getFirst();
        assertEquals("Answered elsewhere", only.title().text());
        assertTrue(only.explanation().text().contains("Call completed elsewhere"), only.explanation().text());
        assertEquals("1 of 1 call refused or not answered", list.calls().headline().text());
    }

    @Test
    void anEndThatWasNotCapturedIsAClassOfItsOwn() throws IOException {
        HopScene scene = new HopScene().calls(1).callId("open").transaction("INVITE 100 200 ACK");
        assertEquals(Map.of(CallClass.COMPLETED, 2L, CallClass.ESTABLISHED, 1L), read(scene).calls().counts());
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
                Map.of(1, List.of(cause("noticed"), cause("refused")), 2, List.of(cause("refused"))),
                Map.of(1, List.of("flapping of 1001"), 3, List.of("flapping of 1001"), 4, List.of("flapping of 1002")),
                List.of());
        assertEquals(List.of(flapping, refused, noticed), list.problems(1));
        assertEquals(List.of(flapping), list.problems(3));
        assertEquals(List.of(), list.problems(5));
        assertEquals(List.of(0, 0, 1, 2), Stream.of(flapping, another, refused, noticed).map(list::place).toList(),
                "by title");
    }

    private static Problem problem(String key, String title, Severity severity, Integer... dialogs) {
        return new Problem(key, key, severity, Sentence.english(title), Sentence.none(), List.of(), Sentence.none(), "",
                List.of(dialogs), 0, severity != Severity.INFO, List.of(), 0, 0,
                Evidence.ofDialogs(new int[0], List.of()), List.of());
    }

    private static DialogCause cause(String key) {
        return new DialogCause(key, key, Sentence.none(), Sentence.none(), Sentence.none(), "", List.of(), true);
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

    @Test
    void valuesThatDifferAreGivenOfEachCall() throws IOException {
        HopScene scene = new HopScene().calls(20);
        for (int seconds : new int[]{1800, 3600, 90, 900}) {
            scene.callId("c" + seconds).header("Min-SE: " + seconds + "\r\n").transaction("INVITE 422 ACK");
        }
        Problem all = read(scene.header("")).problems().getFirst();
        assertTrue(all.explanation().text().contains(" Min-SE: 1800, 3600, 90 and 1 more."), all.explanation().text());
        assertEquals(4, all.explanations().size());
        assertTrue(all.explanations().get(2).text().contains(" Min-SE: 90."), all.explanations().get(2).text());
        Problem one = read(new HopScene().calls(20)
                .callId("a")
                .transaction("INVITE 422 ACK")
                .callId("b")
                .transaction("INVITE 422 ACK")).problems().getFirst();
        assertEquals(List.of(one.explanation()), one.explanations(), "the same in both");
    }

    /// Words side by side belong together, and of many measures the range says enough.
    @Test
    void valuesOfSeveralExplanationsAreListedAsOneReadsThem() {
        assertEquals("refused with 486 Busy Here or 480 Temporarily Unavailable.",
                Explanations.of(List.of(Sentence.english("refused with 486 Busy Here."),
                        Sentence.english("refused with 480 Temporarily Unavailable."))).text());
        List<Sentence> held = Stream.of("10.3", "41.2", "9.0", "15.7")
                .map(seconds -> Sentence.english("on hold for " + seconds + " s."))
                .toList();
        assertEquals("on hold for 9.0 to 41.2 s.", Explanations.of(held).text());
    }

    @Test
    void explanationsThatDifferInMuchAreThatOfTheFirst() {
        List<Sentence> all = List.of(Sentence.english("a of b of c of d"), Sentence.english("e of f of g of h"));
        assertEquals("In the first of 2 cases that differ: a of b of c of d", Explanations.of(all).text());
        assertEquals("a (b or c).",
                Explanations.of(List.of(Sentence.english("a (b)."), Sentence.english("a (c)."))).text());
        assertTrue(Explanations.of(List.of(Sentence.english("a"), Sentence.english("a b"))).text().contains("first"));
    }

    @Test
    void whoRefusedAndWhoWasSilentIsNamedWithItsProgram() throws IOException {
        HopScene scene = new HopScene().calls(20).header("User-Agent: Phone 1\r\nServer: PBX 2\r\n");
        scene.callId("a").transaction("INVITE 503 ACK").callId("b").transaction("INVITE 100 180 200" + " *".repeat(33));
        scene.header("").callId("c").transaction("INVITE * * * * * *");
        List<String> texts = read(scene).problems().stream().map(each -> each.explanation().text()).toList();
        assertTrue(texts.stream().anyMatch(each -> each.endsWith("Refused by 192.0.2.12 (PBX 2).")), texts.toString());
        assertTrue(texts.stream().anyMatch(each -> each.endsWith("No ACK from 192.0.2.11 (Phone 1) was captured.")),
                texts.toString());
        assertTrue(texts.stream().anyMatch(each -> each.endsWith("No response from 192.0.2.12 was captured.")),
                texts.toString());
    }

    @Test
    void anAckThatDoesNotArriveIsNotSaidToBeMissing() throws IOException {
        HopScene scene = new HopScene().calls(20).callId("a").transaction("INVITE 100 180 200 ACK" + " 200".repeat(33));
        List<String> texts = read(scene).problems().stream().map(each -> each.explanation().text()).toList();
        assertTrue(texts.stream().anyMatch(each -> each.contains("after ACK was sent")), texts.toString());
        assertTrue(texts.stream().noneMatch(each -> each.contains("No ACK")), texts.toString());
    }

    /// Some servers send the User-Agent of the request back.
    @Test
    void aCopiedUserAgentNamesNobody() throws IOException {
        HopScene scene = new HopScene().calls(20).header("User-Agent: Phone 1\r\n");
        String text = read(scene.callId("a").transaction("INVITE 503 ACK")).problems().getFirst().explanation().text();
        assertTrue(text.endsWith("Refused by 192.0.2.12."), text);
    }

    @Test
    void refusalsOfOneStatusAreRowsByWhatWasAskedFor() throws IOException {
        HopScene scene = new HopScene().calls(20);
        scene.callId("a").transaction("INVITE 403 ACK").callId("b").transaction("REGISTER 403");
        assertEquals(List.of("INVITE refused: Forbidden (403)", "REGISTER refused: Forbidden (403)"),
                read(scene).problems().stream().map(each -> each.title().text()).toList());
    }

    /// Users of two registrars do not depend on one.
    @Test
    void silentRegistrarsOfSeveralUsersAreHighOnlyIfTheyAreOne() throws IOException {
        assertEquals(Severity.HIGH, silent(Scene.PROXY, Scene.PROXY));
        assertEquals(Severity.MEDIUM, silent(Scene.PROXY, Scene.STRANGER));
    }

    private static Severity silent(String... registrars) throws IOException {
        Scene scene = new Scene();
        for (int i = 0; i < registrars.length; i++) {
            scene.callId("r" + i).caller("sip:10" + i + "@example.org");
            for (int sent = 0; sent < 8; sent++) {
                scene.branch("r" + i).request(Scene.ALICE, registrars[i], "REGISTER", 1).after(4);
            }
        }
        return only(scene.after(60).index(), Methods.standard()).severity();
    }

    @Test
    void whatAnIntruderDoesNotGetIsNoFailure() throws IOException {
        assertEquals(Severity.LOW, refused(0));
        assertEquals(Severity.INFO, refused(12));
    }

    private static Severity refused(int askedBefore) throws IOException {
        Scene scene = new Scene();
        for (int user = 0; user < askedBefore; user++) {
            scene.callId("o" + user).branch("o" + user).user("9" + user);
            scene.request(Scene.STRANGER, Scene.PROXY, "OPTIONS", 1)
                    .response(Scene.PROXY, Scene.STRANGER, 404, "OPTIONS", 1);
        }
        scene.callId("c").branch("c").request(Scene.STRANGER, Scene.PROXY, "INVITE", 1);
        scene.response(Scene.PROXY, Scene.STRANGER, 503, "INVITE", 1);
        return only(scene.index(), Methods.standard()).severity();
    }

    /// Nobody is to get credentials for calls that a flood makes under the addresses of phones.
    @Test
    void callsOfAFloodUnderForgedAddressesAreNobodysProblem() throws IOException {
        Scene scene = new Scene().every(50);
        for (int i = 0; i < 140; i++) {
            boolean isPhone = i < 20;
            String id = "f" + i;
            String phone = "192.0.2." + (20 + i % 20);
            scene.callId(id).branch(id).user(isPhone ? "3" + i : "200");
            scene.more(isPhone ? "Contact: <sip:3%d@%s>\r\n".formatted(i, phone) : "");
            scene.request(phone, Scene.PROXY, isPhone ? "REGISTER" : "INVITE", 1);
            scene.response(Scene.PROXY, phone, isPhone ? 200 : 407, isPhone ? "REGISTER" : "INVITE", 1);
        }
        scene.after(60).callId("own").branch("own").request(Scene.ALICE, Scene.PROXY, "INVITE", 1);
        scene.response(Scene.PROXY, Scene.ALICE, 407, "INVITE", 1);
        ProblemList list = read(
                scene.after(60).callId("end").branch("end").request(Scene.ALICE, Scene.PROXY, "OPTIONS", 1).index());
        assertEquals(120, list.calls().ofAttackers());
        assertEquals(1, list.calls().withProblem());
    }

    /// A call that a server passes on under another Call-ID, refused on both legs.
    private static Scene twoLegs(String second) {
        Scene scene = new Scene().callId("a").branch("a").request(Scene.ALICE, Scene.PROXY, "INVITE", 1);
        scene.callId("b").branch("b").caller(second).request(Scene.PROXY, Scene.BOB, "INVITE", 1);
        scene.response(Scene.BOB, Scene.PROXY, 500, "INVITE", 1);
        return scene.caller("sip:100@example.org")
                .callId("a")
                .branch("a")
                .response(Scene.PROXY, Scene.ALICE, 500, "INVITE", 1);
    }

    @Test
    void legsOfOneCallAreOne() throws IOException {
        Problem joined = only(twoLegs("sip:100@example.org").index(), Methods.standard());
        assertEquals(2, joined.dialogs().size());
        assertEquals(1, joined.calls());
        assertEquals(Severity.LOW, joined.severity());
        assertEquals(2, only(twoLegs("sip:101@example.org").index(), Methods.standard()).calls(), "another caller");
    }

    /// Calls that a server refuses with 503, and that another one takes.
    private static Problem failover(String second) throws IOException {
        Scene scene = new Scene();
        for (int call = 0; call < 4; call++) {
            scene.caller("sip:10" + call + "@example.org").callId("a" + call).branch("a" + call);
            scene.request(Scene.ALICE, Scene.BOB, "INVITE", 1).response(Scene.BOB, Scene.ALICE, 503, "INVITE", 1);
            scene.callId("b" + call).branch("b" + call);
            scene.request(Scene.ALICE, second, "INVITE", 1).response(second, Scene.ALICE, 486, "INVITE", 1);
        }
        ProblemMethod method = new ProblemMethod();
        Detection found = method.detector(method.shipped()).detect(scene.index(), RunMonitor.NONE);
        return ProblemDetection.in(List.of(found))
                .orElseThrow()
                .problems()
                .stream()
                .filter(each -> each.kind().equals("service_unavailable"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aServerWhoseCallsAnotherTookIsLow() throws IOException {
        Problem taken = failover(Scene.PROXY);
        assertEquals(Severity.LOW, taken.severity());
        assertTrue(taken.explanation().text().endsWith("4 of 4 went on at 192.0.2.1, which took over."),
                taken.explanation().text());
        Problem lost = failover(Scene.BOB);
        assertEquals(Severity.HIGH, lost.severity(), "the same server again");
        assertTrue(!lost.explanation().text().contains("took over"), lost.explanation().text());
    }

    @Test
    void aDialogHasTheProblemsOfTheNetworkThatAffectIt() throws IOException {
        Scene scene = new Scene();
        scene.callId("a").branch("a").request(Scene.ALICE, Scene.BOB, "INVITE", 1);
        scene.response(Scene.BOB, Scene.ALICE, 503, "INVITE", 1).callId("b").branch("b");
        scene.request(Scene.ALICE, Scene.PROXY, "INVITE", 1).response(Scene.PROXY, Scene.ALICE, 486, "INVITE", 1);
        ProblemMethod method = new ProblemMethod();
        Detection found = method.detector(method.shipped()).detect(scene.index(), RunMonitor.NONE);
        List<Problem> problems = ProblemDetection.in(List.of(found)).orElseThrow().problems(1);
        assertEquals(List.of("failover"), problems.stream().map(Problem::kind).toList());
    }

    @Test
    void aCallThatTheNetworkDisturbsIsTroubledUnlessItStillRings() throws IOException {
        ProblemList answered = unheard("200 OK");
        assertEquals(List.of(Severity.LOW), answered.failures().stream().map(Problem::severity).toList());
        assertEquals(1, answered.calls().withProblem());
        ProblemList ringing = unheard("180 Ringing");
        assertEquals(List.of("media_icmp_error"), ringing.problems().stream().map(Problem::kind).toList());
        assertEquals(List.of(), ringing.failures());
        assertEquals(0, ringing.calls().withProblem());
    }

    /// A call whose media finds a closed port.
    private static ProblemList unheard(String response) throws IOException {
        String sdp = "v=0\r\nc=IN IP4 %s\r\nt=0 0\r\nm=audio 40000 RTP/AVP 0\r\n".formatted(Scene.PROXY);
        Scene scene = new Scene().request(Scene.ALICE, Scene.PROXY, "INVITE", 1).raw(Scene.PROXY, Scene.ALICE, """
                        SIP/2.0 %s
                        Via: SIP/2.0/UDP host:5060;branch=z9hG4bKb
                        From: <sip:100@example.org>;tag=f
                        To: <sip:200@example.org>;tag=t
                        Call-ID: one
                        CSeq: 1 INVITE
                        Content-Type: application/sdp
                        Content-Length: %d

                        %s""".replace("\n", "\r\n").formatted(response, sdp.length(), sdp));
        byte[] rtp = Packets.ipv4(Scene.ALICE, Scene.PROXY, 17, Packets.udp(30_000, 40_000, new byte[20]));
        for (int i = 0; i < 6; i++) {
            byte[] icmp = Packets.join(new byte[]{3, 3, 0, 0, 0, 0, 0, 0}, rtp);
            scene.frame(Packets.ethernet(0x0800, Packets.ipv4(Scene.PROXY, Scene.ALICE, 1, icmp)));
        }
        ProblemMethod method = new ProblemMethod();
        Detection found = method.detector(method.shipped()).detect(scene.index(), RunMonitor.NONE);
        return ProblemDetection.in(List.of(found)).orElseThrow();
    }

    /// A BYE that a reset cuts off, at the end of a capture or well before it.
    private static Problem reset(int seconds) throws IOException {
        byte[] bye = """
                BYE sip:200@example.org SIP/2.0
                Via: SIP/2.0/TCP host:5060;branch=z9hG4bKc
                From: <sip:100@example.org>;tag=f
                To: <sip:200@example.org>;tag=t
                Call-ID: tcp
                CSeq: 2 BYE
                Content-Length: 0

                """.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
        Scene scene = new Scene().frame(segment(true, 7, 0, 2, new byte[0]));
        scene.frame(segment(false, 99, 8, 0x12, new byte[0])).frame(segment(true, 8, 100, 0x10, bye));
        scene.frame(segment(false, 100, 8 + bye.length, 0x14, new byte[0])).after(seconds);
        scene.branch("end").request(Scene.ALICE, Scene.BOB, "OPTIONS", 1);
        ProblemMethod method = new ProblemMethod();
        Detection found = method.detector(method.shipped())
                .detect(scene.response(Scene.BOB, Scene.ALICE, 200, "OPTIONS", 1).index(), RunMonitor.NONE);
        return ProblemDetection.in(List.of(found))
                .orElseThrow()
                .problems()
                .stream()
                .filter(each -> each.kind().equals("connection_reset"))
                .findFirst()
                .orElseThrow();
    }

    private static byte[] segment(boolean isThere, int sequence, int ack, int flags, byte[] payload) {
        byte[] tcp = Packets.tcp(isThere ? 40_000 : 5_060, isThere ? 5_060 : 40_000, sequence, ack, flags, payload);
        return Packets.ethernet(0x0800,
                Packets.ipv4(isThere ? Scene.ALICE : Scene.PROXY, isThere ? Scene.PROXY : Scene.ALICE, 6, tcp));
    }

    @Test
    void aResetConnectionIsAFailureIfItsRequestGotNoResponse() throws IOException {
        assertEquals(Severity.LOW, reset(9).severity());
        assertEquals(Severity.INFO, reset(0).severity());
    }

    /// Two users get no service from a host that is a trunk only because the user says so.
    @Test
    void aCorrectedRoleCounts(@TempDir Path folder) throws IOException {
        Scene scene = new Scene();
        for (int call = 0; call < 2; call++) {
            scene.callId("c" + call).branch("b" + call).caller("sip:10" + call + "@example.org");
            scene.request(Scene.ALICE, Scene.STRANGER, "INVITE", 1)
                    .response(Scene.STRANGER, Scene.ALICE, 503, "INVITE", 1);
        }
        SipIndex read = scene.index();
        assertEquals(Severity.MEDIUM, only(read, Methods.standard()).severity());
        Path roles = Files.writeString(folder.resolve("roles.csv"), Scene.STRANGER + ",trunk");
        assertEquals(Severity.HIGH, only(read, Methods.standard().with(RoleFile.read(roles))).severity());
    }

    private static Problem only(SipIndex read, Methods methods) throws IOException {
        Method method = methods.named(ProblemMethod.NAME).orElseThrow();
        Detection found = method.detector(method.shipped()).detect(read, RunMonitor.NONE);
        List<Problem> problems = ProblemDetection.in(List.of(found)).orElseThrow().problems();
        assertEquals(1, problems.size());
        return problems.getFirst();
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
            boolean hasAdvice = ProblemTexts.TEXTS.find("advice." + hint.id()).isPresent();
            assertEquals(!WITHOUT_ADVICE.contains(hint), hasAdvice, hint.id());
            ProblemTexts.TEXTS.find("advice." + hint.id())
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
                    Sentence advice = ProblemTexts.TEXTS.find("advice." + kind).orElseThrow();
                    assertTrue(!advice.in(Locale.GERMAN).equals(advice.text()), kind);
                });
    }

    /// The standards allow them.
    private static final Set<MediaFaultKind> ASYMMETRIES =
            EnumSet.of(MediaFaultKind.CODEC_ASYMMETRY, MediaFaultKind.PACKET_TIME_ASYMMETRY);

    private ProblemList read(HopScene scene) throws IOException {
        return read(scene.after(1_000).calls(1).index());
    }

    private ProblemList read(SipIndex capture) throws IOException {
        index = capture;
        ProblemMethod method = new ProblemMethod();
        return ProblemDetection.in(List.of(method.detector(method.shipped()).detect(index, RunMonitor.NONE)))
                .orElseThrow();
    }
}
