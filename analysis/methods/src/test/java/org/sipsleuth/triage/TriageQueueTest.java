package org.sipsleuth.triage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.sequence.novelty.HopScene.ALICE;
import static org.sipsleuth.sequence.novelty.HopScene.BOB;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.Incidents;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.problem.ProblemMethod;
import org.sipsleuth.problem.OneWayCall;
import org.sipsleuth.rule.RuleMethod;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.novelty.HopScene;
import org.sipsleuth.sequence.unknown.SequenceDetection;
import org.sipsleuth.sequence.unknown.SequenceMethod;
import org.sipsleuth.transaction.Scene;

final class TriageQueueTest {

    private static final String REFUSED = "INVITE 100 180 200 ACK 699";

    @Test
    void whatDepartsFromTheRfcComesBeforeWhatIsRare() throws IOException {
        HopScene scene = new HopScene().calls(20);
        scene.callId("odd").transaction("FETCH 200");
        scene.callId("refused").transaction(REFUSED);
        TriageQueue queue = queue(scene.after(1_000).calls(1).index());
        assertEquals(List.of(TriageNeed.DEPARTURE, TriageNeed.RARE),
                queue.items().stream().map(TriageItem::need).toList());
        assertEquals(REFUSED, queue.items().get(0).sequence());
        assertTrue(queue.items().get(0).reason().departure().text().contains("§17.2.1"));
        assertEquals("", queue.items().get(1).reason().departure().text());
        assertEquals("FETCH 200", queue.items().get(1).reason().step());
        assertEquals(2, queue.unknownDialogs());
        assertTrue(queue.items().stream().noneMatch(each -> each.reason().findings().isEmpty()), "reasons");
    }

    @Test
    void failuresComeFirstThoseOfMostUsersBeforeOthers() throws IOException {
        HopScene scene = new HopScene().calls(20);
        scene.callId("refused").transaction(REFUSED);
        scene.callId("failed").transaction("INVITE 503 ACK");
        TriageQueue queue = queue(scene.after(1_000).calls(1).index());
        TriageItem first = queue.items().getFirst();
        assertEquals(TriageNeed.FAILURE, first.need());
        assertEquals(new TriageCause(TriageCause.Source.PROBLEM, "service_unavailable INVITE"), first.cause());
        assertEquals(List.of(21), first.dialogs());
        assertEquals("INVITE failed: service unavailable", first.title().text());
        assertEquals(1, first.users());
    }

    @Test
    void aCallThatNobodyHearsIsAFailureThoughItsMessagesAreUsual(@TempDir Path folder) throws IOException {
        SipIndex index = OneWayCall.read(folder.resolve("a.pcap"));
        ProblemMethod method = new ProblemMethod();
        Investigation found =
                Investigation.of(index, List.of(method.detector(method.shipped()).detect(index, RunMonitor.NONE)));
        TriageItem only = TriageQueue.of(detection(index), _ -> false, found, RunMonitor.NONE).items().getFirst();
        assertEquals("problem one_way_audio", only.cause().text());
        assertEquals("One-way audio", only.title().text());
        assertEquals(TriageNeed.FAILURE, only.need());
        assertEquals(List.of(), TriageQueue.of(detection(index), _ -> false, List.of(), RunMonitor.NONE).items());
    }

    @Test
    void aRegisteredUserWhoIsNotFoundIsAFailure() throws IOException {
        HopScene scene = new HopScene().calls(20).callId("stranger").transaction("INVITE 404 ACK");
        scene.callId("register").header("Contact: <sip:bob@192.0.2.12>\n").transaction("REGISTER 200").header("");
        scene.callId("called").transaction("INVITE 404 ACK");
        TriageItem only = queue(scene.after(1_000).calls(1).index()).items().getFirst();
        assertEquals("INVITE refused: not found, though the user is registered", only.title().text());
        assertEquals(List.of(22), only.dialogs(), "the first was called before anybody registered");
        assertEquals(TriageNeed.FAILURE, only.need());
    }

    @Test
    void aStepAndTheProblemThatItIsAreOneRow() throws IOException {
        HopScene scene = new HopScene().calls(20);
        scene.callId("odd").transaction("SUBSCRIBE 699");
        TriageQueue queue = queue(scene.after(1_000).calls(1).index());
        TriageItem only = only(queue);
        assertEquals(TriageCause.Source.PROBLEM, only.cause().source());
        assertEquals(List.of(TriageCause.Source.TRANSACTION),
                only.alsoBy().stream().map(each -> each.cause().source()).toList());
        assertEquals(1, queue.unknownDialogs());
        assertEquals(1, only.reason().findings().size(), "that of the step");
    }

    @Test
    void aRareStepOfCallsThatFailIsTheirRowAndItsReasonNamesBoth() throws IOException {
        HopScene scene = new HopScene().calls(20);
        for (int call = 0; call < 8; call++) {
            scene.callId("failed-" + call).transaction("INVITE 503 ACK");
        }
        scene.callId("ended").transaction("INVITE 503 ACK").transaction("+BYE 200");
        TriageItem only = only(queue(scene.after(1_000).calls(1).index()));
        assertEquals("problem service_unavailable INVITE", only.cause().text());
        assertEquals(9, only.dialogs().size());
        TriageJoined joined = only.alsoBy().getFirst();
        assertEquals("order BYE/200 after INVITE/503", joined.cause().text());
        assertEquals(List.of(28), joined.dialogs());
        assertEquals("INVITE failed: service unavailable", only.title().text(), "a step of most is named only");
        String reason = only.reason().text().text();
        assertTrue(reason.contains("refused with 503"), reason);
        assertTrue(reason.contains("BYE/200 after INVITE/503 (1 dialog)"), reason);
        assertTrue(reason.contains(only.reason().departure().text()), reason);
        assertEquals("INVITE 503 ACK", only.sequence(), "the most frequent is shown");
    }

    @Test
    void aStepOfMostCallsThatFailIsNamedAndShown() throws IOException {
        HopScene scene = new HopScene().calls(20).callId("quiet").transaction("INVITE 503 ACK");
        scene.callId("a").transaction("INVITE 503").callId("b").transaction("INVITE 503 ACK");
        scene.callId("c").transaction("INVITE 503").callId("d").transaction("INVITE 503");
        TriageItem only = only(queue(scene.after(1_000).calls(1).index()));
        assertEquals("INVITE failed: service unavailable; No ACK after 503 to INVITE", only.title().text());
        assertEquals(21, only.example(), "the first with the step that is named");
        assertEquals("INVITE 503", only.sequence());
        assertEquals("INVITE 503", only.reason().step());
    }

    @Test
    void oneDepartureBetweenTheSameHostsIsOneRow() throws IOException {
        HopScene scene = new HopScene().calls(20);
        scene.callId("a").transaction(REFUSED).callId("b").transaction(REFUSED.replace("699", "698"));
        TriageItem only = only(queue(scene.after(1_000).calls(1).index()));
        assertEquals(List.of(20, 21), only.dialogs());
        assertEquals(only.reason().findings().getFirst().statement().title().text(),
                "Unfamiliar transaction: " + only.reason().step(), "the finding of the step that is named");
    }

    @Test
    void whatAServerDoesNotOfferTheSameHostBesideCallsIsOneRow() throws IOException {
        HopScene scene = new HopScene().calls(20);
        scene.callId("a").transaction("PUBLISH 501").callId("b").transaction("SUBSCRIBE 404");
        TriageItem only = only(queue(scene.after(1_000).calls(1).index()));
        assertEquals(List.of(20, 21), only.dialogs());
        assertEquals(1, only.alsoBy().size());
        assertEquals(TriageNeed.RARE, only.need(), "clients work without");
    }

    @Test
    void aHostThatAnswersNothingIsOneRow() throws IOException {
        HopScene scene = new HopScene().calls(20);
        scene.callId("a").transaction("REGISTER * * * * *").callId("b").transaction("MESSAGE * * * * *");
        TriageItem only = only(queue(scene.after(1_000).calls(1).index()));
        assertEquals(List.of(20, 21), only.dialogs());
        assertEquals(1, only.alsoBy().size());
    }

    @Test
    void whatAServerOnlyRefusesBesideCallsComesLast() throws IOException {
        HopScene scene = new HopScene().calls(20).callId("watching").transaction("SUBSCRIBE 403");
        scene.callId("message").transaction("MESSAGE 403");
        scene.callId("a").transaction("INVITE 503 ACK").callId("b").transaction("INVITE 503 ACK");
        scene.callId("probe").transaction("OPTIONS 483");
        TriageQueue queue = queue(scene.after(1_000).calls(1).index());
        assertEquals(List.of(TriageLoss.SERVICE, TriageLoss.EXTRA, TriageLoss.NOTHING, TriageLoss.REFUSED_EXTRA),
                queue.items().stream().map(TriageItem::loss).toList());
        assertEquals(TriageNeed.DEPARTURE, queue.items().get(2).need(), "nobody suffers from a refused probe");
    }

    private static TriageItem only(TriageQueue queue) {
        assertEquals(1, queue.items().size(), queue.items().toString());
        return queue.items().getFirst();
    }

    /// The queue, and through [Departures] the ladder, name the same messages.
    @Test
    void aRowNamesTheMessageFromWhichADialogDeparts() throws IOException {
        HopScene scene = new HopScene().calls(20);
        scene.callId("bye").transaction("INVITE 100 486 ACK").transaction("+BYE 200");
        scene.callId("failed").transaction("INVITE 100 503 ACK");
        scene.callId("odd").transaction("OPTIONS 200").transaction("FETCH 200");
        SipIndex index = scene.after(1_000).calls(1).index();
        assertEquals(Map.of("bye", "BYE", "failed", "503", "odd", "FETCH"), departing(index, _ -> true));
        assertEquals(Map.of("bye", "BYE", "failed", "503"), departing(index, _ -> false));
    }

    private static Map<String, String> departing(SipIndex index, IntPredicate isJudged) throws IOException {
        Departures departures = Departures.of(detection(index), RunMonitor.NONE);
        Map<String, String> types = new HashMap<>();
        for (TriageItem item : queue(index, isJudged).items()) {
            for (int dialog : item.dialogs()) {
                int message = item.message(dialog);
                assertEquals(List.of(message),
                        departures.of(dialog, isJudged.test(dialog)).stream().map(Departure::message).toList());
                types.put(index.dialogs().callId(dialog), index.messages().typeName(index.messages().type(message)));
            }
        }
        return types;
    }

    @Test
    void sequencesWithTheSameStepAreOneRowWithItsVariants() throws IOException {
        HopScene scene = new HopScene().calls(20);
        scene.callId("a").transaction("FETCH 200");
        scene.callId("b").transaction("FETCH 200").transaction("OPTIONS 200");
        scene.callId("c").transaction("FETCH 200").transaction("OPTIONS 200");
        TriageItem only = queue(scene.after(1_000).calls(1).index()).items().getFirst();
        assertEquals(List.of("FETCH 200 OPTIONS 200", "FETCH 200"),
                only.variants().stream().map(TriageVariant::text).toList());
        assertEquals(List.of(20, 21, 22), only.dialogs());
        assertEquals(List.of(new TriagePlace(ALICE, BOB, List.of(20, 21, 22))), only.places());
    }

    @Test
    void rowsOfOneDepartureAreSiblings() throws IOException {
        HopScene scene = new HopScene().calls(20);
        scene.callId("a").transaction(REFUSED);
        scene.callId("b").transaction(BOB, ALICE, REFUSED.replace("699", "698"));
        scene.callId("c").transaction("FETCH 200");
        TriageQueue queue = queue(scene.after(1_000).calls(1).index());
        assertEquals(3, queue.items().size());
        assertEquals(List.of(queue.items().get(1)), queue.siblings(queue.items().get(0)));
        assertEquals(List.of(), queue.siblings(queue.items().get(2)));
    }

    @Test
    void whereTheModelDoesNotFitOnlyDeparturesAndProblemsAreRows() throws IOException {
        HopScene scene = new HopScene().calls(20);
        scene.callId("odd").transaction("FETCH 200");
        scene.callId("refused").transaction(REFUSED);
        scene.callId("failed").transaction("INVITE 503 ACK");
        TriageQueue queue = queue(scene.after(1_000).calls(1).index(), _ -> false);
        assertEquals(List.of(List.of(22), List.of(21)), queue.items().stream().map(TriageItem::dialogs).toList());
        assertEquals(0, queue.unknownDialogs());
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
        scene.callId("odd").transaction("FETCH 200");
        TriageQueue queue = queue(scene.after(1_000).calls(1).index());
        assertEquals(Optional.empty(), queue.similar(queue.items().getFirst()));
    }

    @Test
    void ofKnownDialogsThereIsNoQueue() throws IOException {
        assertEquals(List.of(), queue(new HopScene().calls(3).index()).items());
        assertEquals(List.of(), queue(new HopScene().index()).items());
    }

    /// Both are refused in the same way by the same server.
    @Test
    void theDialogsOfDifferentIncidentsAreDifferentRows() throws IOException {
        Scene scene = new Scene().every(1);
        guess(scene, "203.0.113.66", "1001");
        scene.after(10_000);
        guess(scene, "203.0.114.7", "1002");
        SipIndex index = scene.index();
        RuleMethod rules = new RuleMethod();
        List<Incident> incidents =
                Incidents.of(index, rules.detector(rules.shipped()).detect(index, RunMonitor.NONE).findings());
        assertEquals(2, incidents.size(), incidents.toString());
        List<TriageItem> rows = TriageQueue.of(detection(index), _ -> true, incidents, RunMonitor.NONE).items();
        assertEquals(List.of(1L, 1L), rows.stream().map(each -> each.incidents().stream().distinct().count()).toList(),
                rows.toString());
        assertEquals(List.of(),
                TriageQueue.of(detection(index), _ -> true, incidents, RunMonitor.NONE).withoutRow(incidents));
        assertEquals(incidents, queue(new HopScene().calls(3).index()).withoutRow(incidents));
        assertEquals(List.of(rows.getLast()),
                TriageQueue.of(detection(index), _ -> true, incidents, RunMonitor.NONE).siblings(rows.getFirst()));
    }

    private static void guess(Scene scene, String host, String account) {
        for (int i = 0; i < 40; i++) {
            String fields = "Via: SIP/2.0/UDP %1$s:5060;branch=z9hG4bK%2$s-%3$d\r\nMax-Forwards: 70\r\n"
                    + "From: <sip:%2$s@example.com>;tag=f%3$d\r\nTo: <sip:%2$s@example.com>%4$s\r\n"
                    + "Call-ID: %2$s-%3$d\r\nCSeq: 1 REGISTER\r\n%5$sContent-Length: 0\r\n\r\n";
            String credentials = "Authorization: Digest username=\"%1$s\", realm=\"example.com\", nonce=\"n%2$d\","
                    + " uri=\"sip:example.com\", response=\"%2$032x\"\r\n";
            scene.raw(host, Scene.PROXY, "REGISTER sip:example.com SIP/2.0\r\n"
                    + fields.formatted(host, account, i, "", credentials.formatted(account, i)));
            scene.raw(Scene.PROXY, host, "SIP/2.0 401 Unauthorized\r\n" + fields.formatted(host, account, i, ";tag=t",
                    "WWW-Authenticate: Digest realm=\"example.com\", nonce=\"m%d\"\r\n".formatted(i)));
        }
    }

    private static TriageQueue queue(SipIndex index) throws IOException {
        return queue(index, _ -> true);
    }

    private static SequenceDetection detection(SipIndex index) throws IOException {
        SequenceMethod method = new SequenceMethod();
        return (SequenceDetection) method.detector(method.shipped()).detect(index, RunMonitor.NONE);
    }

    private static TriageQueue queue(SipIndex index, IntPredicate isJudged) throws IOException {
        SequenceDetection detection = detection(index);
        return TriageQueue.of(detection, isJudged, Incidents.of(index, detection.findings()), RunMonitor.NONE);
    }
}
