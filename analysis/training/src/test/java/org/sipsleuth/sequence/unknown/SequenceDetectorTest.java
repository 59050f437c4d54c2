package org.sipsleuth.sequence.unknown;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.run.StoppedRun;
import org.sipsleuth.sentence.Severity;
import org.sipsleuth.sequence.SequenceCapture;
import org.sipsleuth.sequence.SequenceModel;
import org.sipsleuth.sequence.SmallCorpus;
import org.sipsleuth.sequence.SmallModel;

class SequenceDetectorTest {

    private static final String SECOND_INVITE = "INVITE 100 180 200 ACK INVITE 200 ACK BYE 200";

    private static SequenceModel model;

    @BeforeAll
    static void train() {
        model = SmallModel.small();
    }

    private static List<Finding> detect(SipIndex index) {
        return new SequenceDetector(model).detect(index, RunMonitor.NONE).findings();
    }

    @Test
    void knownDialogsAreNoFindings() {
        SipIndex index = new SequenceCapture().add(SmallCorpus.CALL, 3).add(SmallCorpus.REGISTRATION, 2).index();
        assertEquals(List.of(), detect(index));
    }

    @Test
    void dialogsWithOneUnknownSequenceAreOneFinding() {
        SipIndex index =
                new SequenceCapture().add(SmallCorpus.CALL, 3).add(SECOND_INVITE, 2).add(SmallCorpus.BUSY, 1).index();
        List<Finding> findings = detect(index);
        assertEquals(1, findings.size());
        Finding finding = findings.getFirst();
        assertEquals("sequence", finding.origin().detector());
        assertEquals(model.identity(), finding.origin().model());
        assertEquals(List.of("3@example.org", "4@example.org"), finding.evidence().callIds(index));
        assertEquals(List.of("sip:a@example.org"), finding.evidence().users());
        assertEquals(20, finding.evidence().frames(index).size());
        assertEquals(22, finding.evidence().frames(index).getFirst().frame());
        assertTrue(
                finding.statement().title().text().contains("with a second INVITE")
                        || finding.statement().title().text().contains("re-INVITE"),
                finding.statement().title().text());
        assertTrue(finding.statement().explanation().text().contains("First deviation: message 6, INVITE"),
                finding.statement().explanation().text());
    }

    @Test
    void aFindingNamesWhatWasMeasuredAgainstWhat() {
        SipIndex index = new SequenceCapture().add("INVITE 100 BYE 481", 1).index();
        Finding finding = detect(index).getFirst();
        assertEquals(4, finding.grounds().measures().size());
        Measurement observed =
                finding.grounds().measures().stream().filter(SequenceText::isObservation).findFirst().orElseThrow();
        assertTrue(observed.isAnomalous());
        assertTrue(finding.grounds().decisive().isAnomalous());
    }

    @Test
    void onlyASimilarKnownDialogIsNamed() {
        SipIndex near = new SequenceCapture().add("INVITE 100 180 200 ACK BYE 481", 1).index();
        Finding similar = detect(near).getFirst();
        assertEquals("Unfamiliar sequence: like known sequence INVITE 100 180 200 ACK BYE 200 (#0), but"
                + " with 481 instead of 200 as message 7", similar.statement().title().text());
        SipIndex far = new SequenceCapture().add("OPTIONS 200", 1).index();
        Finding distant = detect(far).getFirst();
        assertEquals("Unfamiliar sequence: OPTIONS 200, no similar known sequence", distant.statement().title().text());
        assertFalse(distant.statement().explanation().text().contains("similar"), "the title states it");
    }

    @Test
    void thatADialogIsUnknownSaysNothingAboutHarm() {
        assertEquals(Severity.INFO, severity("INVITE 100 180 200 ACK BYE 481"));
        assertEquals(Severity.INFO, severity("FOO FOO FOO FOO FOO FOO FOO FOO"));
    }

    private static Severity severity(String sequence) {
        SipIndex index = new SequenceCapture().add(sequence, 1).add(SmallCorpus.CALL, 9).index();
        return detect(index).getFirst().severity();
    }

    @Test
    void aCallThatIsStillUpAtTheEndIsNoMoreThanInfo() {
        SipIndex index = new SequenceCapture().add("INVITE 100 180 200 ACK", 1).index();
        Finding finding = detect(index).getFirst();
        assertEquals(Severity.INFO, finding.severity());
        assertTrue(finding.statement().title().text().startsWith("Dialog still open"));
    }

    @Test
    void aDialogThatStopsLongBeforeTheEndIsAFinding() {
        SipIndex index = new SequenceCapture().add("INVITE 100 180", 1).after(60).add(SmallCorpus.CALL, 1).index();
        Finding finding = detect(index).getFirst();
        assertEquals(Severity.INFO, finding.severity());
        assertTrue(finding.statement().title().text().startsWith("Incomplete dialog"));
    }

    /// A hundred dialogs of which none has a sequence of its own are enough.
    @Test
    void aSmallTrainingSetIsNoGround() {
        SipIndex index = new SequenceCapture().add(SECOND_INVITE, 1).index();
        assertTrue(detect(index).getFirst().grounds().isGrounded());
        SequenceModel scanty = SmallModel
                .of(new org.sipsleuth.sequence.corpus.SequenceCorpus(List.of(SmallCorpus.entry(SmallCorpus.CALL, 80),
                        SmallCorpus.entry(SmallCorpus.BUSY, 1), SmallCorpus.entry(SmallCorpus.CANCELLED, 1))));
        Finding finding = new SequenceDetector(scanty).detect(index, RunMonitor.NONE).findings().getFirst();
        assertFalse(finding.grounds().isGrounded());
    }

    @Test
    void theSameCaptureGivesTheSameFindings() {
        SequenceCapture capture = new SequenceCapture();
        for (int i = 0; i < 50; i++) {
            capture.add("INVITE 100" + " 180".repeat(i) + " 200 ACK", 1);
        }
        SipIndex index = capture.index();
        List<String> first = detect(index).stream().map(SequenceDetectorTest::reported).toList();
        assertEquals(50, first.size());
        assertEquals(first, detect(index).stream().map(SequenceDetectorTest::reported).toList());
    }

    private static String reported(Finding finding) {
        return finding.id() + finding.severity() + finding.statement() + finding.grounds();
    }

    @Test
    void groupsShowWhoSentThemAndWhen() {
        SipIndex index =
                new SequenceCapture().add(SECOND_INVITE, 3, "192.0.2.7").add(SECOND_INVITE, 1, "192.0.2.3").index();
        ScoredSequences scored = ScoredSequences.of(index, model, RunMonitor.NONE);
        UnknownGroup group = UnknownGroup.of(index, scored, scored.unknown()[0]);
        assertEquals(List.of(new UnknownGroup.Source("192.0.2.7", 3), new UnknownGroup.Source("192.0.2.3", 1)),
                group.sources());
        assertEquals(1_700_000_000_000_000_000L, group.firstNanos());
        assertEquals(1_700_000_039_000_000_000L, group.lastNanos());
        assertEquals(5, group.leftAt());
        assertEquals("BYE", group.expected().getFirst().type());
        assertEquals(0, group.neighbours().getFirst().dialogClass());
        assertEquals(3, group.neighbours().getFirst().distance());
    }

    @Test
    void askedToStopItStops() {
        SipIndex index = new SequenceCapture().add(SECOND_INVITE, 3).index();
        RunMonitor stopped = new StoppedRun();
        assertThrows(CancellationException.class, () -> new SequenceDetector(model).detect(index, stopped));
    }
}
