package org.sipsleuth.problem;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.pipeline.problem.ProblemDetection;
import org.sipsleuth.pipeline.problem.ProblemMethod;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sequence.novelty.HopScene;

/// Messages are marked with the problems that they are evidence of, dialog by dialog.
final class ProblemMarksTest {

    private static ProblemDetection detect(SipIndex index) throws ModelFormatException {
        ProblemMethod method = new ProblemMethod();
        Detection found = method.detector(method.shipped()).detect(index, RunMonitor.NONE);
        return ProblemDetection.among(List.of(found)).orElseThrow();
    }

    @Test
    void everyMessageThatIsEvidenceInADialogIsMarkedWithWhatItMeansThere() throws Exception {
        HopScene scene = new HopScene().calls(20);
        scene.callId("a").transaction("INVITE 503 ACK");
        scene.callId("dropped").transaction("INVITE 100 200 ACK").transaction("+BYE * * * * *");
        scene.callId("b").transaction("INVITE 503 ACK");
        SipIndex index = scene.after(1_000).calls(1).index();
        ProblemDetection found = detect(index);
        Problem refused = problem(found, "service_unavailable");
        ProblemMarks marks = found.marks(index, List.of(22));
        assertEquals(evidence(index, refused, 22), marks.messages(), "those of the shown dialog, not of the first");
        ProblemMark mark = marks.of(marks.messages().iterator().next()).getFirst();
        assertEquals(refused, mark.problem());
        assertTrue(mark.text().text().startsWith(refused.title().text() + "."), mark.text().text());
        assertTrue(mark.text().text().endsWith(refused.advice().text()), mark.text().text());
        assertTrue(!mark.explanation().text().contains("In the first"), mark.explanation().text());
        Problem unanswered = problem(found, "bye_unanswered");
        Set<Integer> ofDropped = found.marks(index, List.of(21)).messages();
        assertEquals(evidence(index, unanswered, 21), ofDropped);
        assertTrue(ofDropped.size() > 1, "more than the first is evidence");
        assertEquals(Set.of(), found.marks(index, List.of(0)).messages());
    }

    @Test
    void anotherCaptureHasNoMarks() throws Exception {
        SipIndex index = new HopScene().callId("a").transaction("INVITE 503 ACK").index();
        SipIndex other = new HopScene().callId("b").transaction("INVITE 503 ACK").index();
        assertEquals(Set.of(), detect(index).marks(other, List.of(0)).messages());
        assertEquals(1, detect(index).marks(index, List.of(0)).messages().size());
    }

    private static Problem problem(ProblemDetection found, String kind) {
        return found.list()
                .problems()
                .stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        found.list().problems().stream().map(each -> each.key() + each.dialogs()).toList().toString()));
    }

    private static Set<Integer> evidence(SipIndex index, Problem problem, int dialog) {
        return Arrays.stream(problem.evidence().messages(index))
                .filter(message -> index.messages().dialog(message) == dialog)
                .boxed()
                .collect(Collectors.toSet());
    }
}
