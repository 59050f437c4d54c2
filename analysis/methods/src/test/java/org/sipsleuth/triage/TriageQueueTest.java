package org.sipsleuth.triage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.sequence.novelty.HopScene.ALICE;
import static org.sipsleuth.sequence.novelty.HopScene.BOB;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
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
    void whatDepartsFromTheRfcComesBeforeWhatIsRare() throws IOException {
        HopScene scene = new HopScene().calls(20);
        scene.callId("odd").transaction("FETCH 200");
        scene.callId("refused").transaction(REFUSED);
        TriageQueue queue = queue(scene.after(1_000).calls(1).index());
        assertEquals(List.of(TriageNeed.DEPARTURE, TriageNeed.RARE),
                queue.items().stream().map(TriageItem::need).toList());
        assertEquals(REFUSED, queue.items().get(0).sequence());
        assertTrue(queue.items().get(0).departure().text().contains("§17.2.1"));
        assertEquals("", queue.items().get(1).departure().text());
        assertEquals("FETCH 200", queue.items().get(1).step());
        assertEquals(2, queue.unknownDialogs());
        assertTrue(queue.items().stream().noneMatch(each -> each.findings().isEmpty()), "reasons");
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
        assertEquals(1, queue.items().size(), queue.items().toString());
        TriageItem only = queue.items().getFirst();
        assertEquals(TriageCause.Source.PROBLEM, only.cause().source());
        assertEquals(List.of(TriageCause.Source.TRANSACTION), only.alsoBy().stream().map(TriageCause::source).toList());
        assertEquals(1, queue.unknownDialogs());
        assertEquals(1, only.findings().size(), "that of the step");
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
        scene.callId("b").transaction(REFUSED.replace("699", "698"));
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

    private static TriageQueue queue(SipIndex index) throws IOException {
        return queue(index, _ -> true);
    }

    private static TriageQueue queue(SipIndex index, IntPredicate isJudged) throws IOException {
        SequenceMethod method = new SequenceMethod();
        SequenceDetection detection =
                (SequenceDetection) method.detector(method.shipped()).detect(index, RunMonitor.NONE);
        return TriageQueue.of(detection, isJudged, Incidents.of(index, detection.findings()), RunMonitor.NONE);
    }
}
