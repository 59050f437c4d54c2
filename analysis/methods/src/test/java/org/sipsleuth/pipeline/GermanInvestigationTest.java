package org.sipsleuth.pipeline;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.incident.Action;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.StorySentence;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Sentence;

/// A German investigation finds what an English one finds, and nothing that is kept between both
/// has a language.
class GermanInvestigationTest {

    private static final Path SAMPLES = Path.of("../../sample-captures");

    @ParameterizedTest
    @ValueSource(strings = {"incident", "flood", "flood-spoofed", "torture"})
    void whatIsStatedHasGermanWords(String capture) throws Exception {
        SipIndex index = CaptureIndexer.read(List.of(SAMPLES.resolve(capture + ".pcap")), RunMonitor.NONE);
        Investigation found = investigation(index);
        assertFalse(found.incidents().isEmpty());
        found.incidents().forEach(GermanInvestigationTest::check);
        found.findings().forEach(GermanInvestigationTest::check);
        found.notSeen().forEach(GermanInvestigationTest::check);
    }

    @Test
    void equalCapturesStateEqualSentences() throws Exception {
        SipIndex index = CaptureIndexer.read(List.of(SAMPLES.resolve("incident.pcap")), RunMonitor.NONE);
        assertEquals(sentences(investigation(index)), sentences(investigation(index)));
    }

    private static void check(Incident incident) {
        check(incident.title());
        incident.story().stream().map(StorySentence::whole).forEach(GermanInvestigationTest::check);
        Action.sentences(incident.advice()).forEach(GermanInvestigationTest::check);
        incident.alternatives().forEach(GermanInvestigationTest::check);
        incident.notDetermined().forEach(GermanInvestigationTest::check);
    }

    private static void check(Finding finding) {
        check(finding.statement().title());
        check(finding.statement().explanation());
        check(finding.grounds().decisive().statistic());
    }

    private static void check(Sentence sentence) {
        assertNotEquals(sentence.text(), sentence.in(Locale.GERMAN));
    }

    private static List<Sentence> sentences(Investigation investigation) {
        List<Sentence> all = new ArrayList<>(investigation.notSeen());
        for (Incident each : investigation.incidents()) {
            all.add(each.title());
            each.story().stream().map(StorySentence::whole).forEach(all::add);
            all.addAll(Action.sentences(each.advice()));
            all.addAll(each.alternatives());
            all.addAll(each.notDetermined());
        }
        for (Finding each : investigation.findings()) {
            all.add(each.statement().title());
            all.add(each.statement().explanation());
            each.grounds().measures().forEach(measure -> all.add(measure.statistic()));
        }
        return all;
    }

    private static Investigation investigation(SipIndex index) throws Exception {
        Methods methods = Methods.standard();
        List<Detection> detections = new ArrayList<>();
        for (ModelFile model : methods.shipped()) {
            detections.add(methods.detector(model).detect(index, RunMonitor.NONE));
        }
        return Investigation.of(index, detections);
    }
}
