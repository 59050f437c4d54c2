package org.sipsleuth.pipeline;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.SentenceLanguage;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.StorySentence;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.run.RunMonitor;

/// A German investigation finds what an English one finds, and nothing that is kept between both
/// has a language.
class GermanInvestigationTest {

    private static final Path SAMPLES = Path.of("../../sample-captures");

    @ParameterizedTest
    @ValueSource(strings = {"incident", "flood", "flood-spoofed", "torture"})
    void onlySentencesDependOnTheLanguage(String capture) throws Exception {
        SipIndex index = CaptureIndexer.read(List.of(SAMPLES.resolve(capture + ".pcap")), RunMonitor.NONE);
        Investigation english = investigation(index);
        Investigation german = SentenceLanguage.in(Locale.GERMAN, () -> investigation(index));
        assertFalse(english.incidents().isEmpty());
        assertEquals(english.incidents().size(), german.incidents().size());
        for (int i = 0; i < english.incidents().size(); i++) {
            compare(english.incidents().get(i), german.incidents().get(i), index);
        }
        assertEquals(english.findings().size(), german.findings().size());
        for (int i = 0; i < english.findings().size(); i++) {
            compare(english.findings().get(i), german.findings().get(i), index);
        }
        assertEquals(english.notSeen().size(), german.notSeen().size());
        assertEquals(sentences(english), sentences(investigation(index)));
    }

    private static void compare(Incident one, Incident other, SipIndex index) {
        assertEquals(one.id(), other.id());
        assertEquals(one.kind(), other.kind());
        assertEquals(one.severity(), other.severity());
        assertEquals(one.outcome(), other.outcome());
        assertEquals(one.actors(), other.actors());
        assertEquals(one.victims(), other.victims());
        assertEquals(one.accounts(), other.accounts());
        assertArrayEquals(one.evidence().messages(index), other.evidence().messages(index));
        assertEquals(one.stages().size(), other.stages().size());
        assertEquals(one.advice().size(), other.advice().size());
        assertEquals(one.alternatives().size(), other.alternatives().size());
        assertEquals(one.notDetermined().size(), other.notDetermined().size());
        assertEquals(one.story().size(), other.story().size());
        assertNotEquals(one.title(), other.title());
        for (int i = 0; i < one.story().size(); i++) {
            assertNotEquals(one.story().get(i).text(), other.story().get(i).text());
        }
    }

    private static void compare(Finding one, Finding other, SipIndex index) {
        assertEquals(one.id(), other.id());
        assertEquals(one.origin(), other.origin());
        assertEquals(one.severity(), other.severity());
        assertEquals(one.statement().kind(), other.statement().kind());
        assertEquals(one.statement().outcome(), other.statement().outcome());
        assertEquals(one.subject(), other.subject());
        assertArrayEquals(one.evidence().messages(index), other.evidence().messages(index));
        assertEquals(one.grounds().measures().size(), other.grounds().measures().size());
        assertNotEquals(one.statement().title(), other.statement().title());
        assertNotEquals(one.statement().explanation(), other.statement().explanation());
        assertNotEquals(one.grounds().decisive().statistic(), other.grounds().decisive().statistic());
    }

    private static List<String> sentences(Investigation investigation) {
        List<String> all = new ArrayList<>(investigation.notSeen());
        for (Incident each : investigation.incidents()) {
            all.add(each.title());
            each.story().stream().map(StorySentence::text).forEach(all::add);
            all.addAll(each.advice());
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
