package org.sipsleuth.pipeline;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Confidence;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Explanation;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.run.RunMonitor;

/// Each number that a method, a rule or a score made has an explanation with formula, numbers put in,
/// direction and source, and the numbers put in give the number.
class ExplainedNumbersTest {

    private static final Path SAMPLES = Path.of("../../sample-captures");
    private static final double ACCURACY = 1e-6;

    @ParameterizedTest
    @ValueSource(strings = {"incident", "flood", "flood-spoofed", "torture", "enumeration", "office-hour"})
    void everyNumberOfIncidentsAndFindingsIsExplained(String capture) throws Exception {
        SipIndex index = CaptureIndexer.read(List.of(SAMPLES.resolve(capture + ".pcap")), RunMonitor.NONE);
        Methods methods = Methods.standard();
        List<Detection> detections = new ArrayList<>();
        for (ModelFile model : methods.shipped()) {
            detections.add(methods.detector(model).detect(index, RunMonitor.NONE));
        }
        Investigation.of(index, detections).incidents().forEach(ExplainedNumbersTest::check);
        detections.stream().flatMap(each -> each.findings().stream()).forEach(ExplainedNumbersTest::check);
    }

    private static void check(Incident incident) {
        Confidence confidence = incident.confidence();
        List<Explanation> all = incident.explanations();
        assertEquals(confidence.kind(), all.getFirst().value());
        assertEquals(confidence.actor(), all.get(1).value());
        confidence.outcome().ifPresent(outcome -> assertEquals(outcome, all.get(2).value()));
        assertTrue(all.getLast().name().text().contains(incident.severity().word()), all.getLast().text());
        all.forEach(ExplainedNumbersTest::check);
    }

    private static void check(Finding finding) {
        List<Explanation> all = finding.explanations();
        for (Measurement measure : finding.grounds().measures()) {
            assertEquals(List.of(measure.value()),
                    all.stream()
                            .filter(each -> each.name().equals(measure.statistic()))
                            .map(Explanation::value)
                            .toList(),
                    () -> finding.id() + " " + measure.statistic().text());
        }
        all.forEach(ExplainedNumbersTest::check);
    }

    /// Whether it has all parts, in both languages, and its numbers give its number.
    static void check(Explanation explanation) {
        String text = explanation.text();
        assertAll(text, () -> assertFalse(explanation.name().isEmpty()), () -> assertFalse(explanation.inputs().isEmpty()),
                () -> explanation.inputs().forEach(input -> assertFalse(input.meaning().isEmpty())),
                () -> assertFalse(explanation.direction().isEmpty()),
                () -> assertNotEquals(explanation.direction().text(), explanation.direction().in(Locale.GERMAN)),
                () -> assertFalse(explanation.source().isEmpty()), () -> assertEquals(explanation.value(),
                        explanation.formula().value(explanation.inputs()), ACCURACY * Math.max(1e-3, Math.abs(explanation.value()))));
    }
}
