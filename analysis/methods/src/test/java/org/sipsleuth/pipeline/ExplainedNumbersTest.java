package org.sipsleuth.pipeline;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.statistics.Distribution.Percentile;
import org.sipsleuth.dialog.statistics.MethodFigures;
import org.sipsleuth.dialog.statistics.Ratio;
import org.sipsleuth.dialog.statistics.Statistics;
import org.sipsleuth.dialog.statistics.Statistics.TypeCount;
import org.sipsleuth.dialog.statistics.StatisticsScope;
import org.sipsleuth.edge.explained.ReplayExplanation;
import org.sipsleuth.edge.incident.IncidentMessages;
import org.sipsleuth.edge.incident.StageEffect;
import org.sipsleuth.edge.replay.EdgeSettings;
import org.sipsleuth.edge.replay.ReplayBand;
import org.sipsleuth.edge.replay.ReplayInput;
import org.sipsleuth.edge.replay.ReplayResult;
import org.sipsleuth.edge.stage.Protection;
import org.sipsleuth.edge.traffic.Border;
import org.sipsleuth.edge.traffic.MessageClass;
import org.sipsleuth.finding.Confidence;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Explanation;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.finding.Measurement;
import org.sipsleuth.finding.explained.StatisticsExplanation;
import org.sipsleuth.finding.explained.StreamExplanation;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.media.MediaStream;
import org.sipsleuth.media.MediaStreams;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.role.HostRoles;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.sentence.Sentence;
import org.sipsleuth.transaction.TransactionTable;

/// Each number that a method, a rule or a score made has an explanation with formula, numbers put in,
/// direction and source, and the numbers put in give the number.
class ExplainedNumbersTest {

    private static final Path SAMPLES = Path.of("../../sample-captures");
    private static final Path PAGE = Path.of("../../docs/EXPLAIN.md");
    private static final int MOST_DIALOGS = 50;
    private static final double ACCURACY = 1e-6;

    @ParameterizedTest
    @ValueSource(strings = {
        "incident",
        "flood",
        "flood-spoofed",
        "torture",
        "enumeration",
        "office-hour",
        "cracking-found",
        "cracking-failed",
        "scan"})
    void everyNumberOfIncidentsAndFindingsIsExplained(String capture) throws Exception {
        SipIndex index = CaptureIndexer.read(List.of(SAMPLES.resolve(capture + ".pcap")), RunMonitor.NONE);
        Methods methods = Methods.standard();
        List<Detection> detections = new ArrayList<>();
        for (ModelFile model : methods.shipped()) {
            detections.add(methods.detector(model).detect(index, RunMonitor.NONE));
        }
        Investigation.of(index, detections).incidents().forEach(ExplainedNumbersTest::check);
        detections.stream().flatMap(each -> each.findings().stream()).forEach(ExplainedNumbersTest::check);
        for (int dialog = 0; dialog < Math.min(MOST_DIALOGS, index.dialogs().size()); dialog++) {
            for (Detection each : detections) {
                each.ofUnsuspicious(dialog).explanations().forEach(ExplainedNumbersTest::check);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"office-hour", "busy", "cancelled"})
    void everyFigureOfTheStatisticsIsExplained(String capture) throws Exception {
        SipIndex index = CaptureIndexer.read(List.of(SAMPLES.resolve(capture + ".pcap")), RunMonitor.NONE);
        Statistics statistics = Statistics.of(index, StatisticsScope.ALL, RunMonitor.NONE);
        statistics.ratios().forEach((metric, ratio) -> {
            Optional<Explanation> explanation = StatisticsExplanation.of(metric, ratio);
            assertEquals(ratio.share().isPresent(), explanation.isPresent(), metric.title());
            explanation.ifPresent(each -> check(each, ratio.share().orElseThrow()));
        });
        statistics.times().forEach((metric, times) -> {
            for (Percentile percentile : Percentile.values()) {
                Optional<Explanation> explanation = StatisticsExplanation.of(metric, times, percentile);
                assertEquals(times.percentile(percentile).isPresent(), explanation.isPresent(), metric.title());
                explanation.ifPresent(each -> check(each, times.percentile(percentile).orElseThrow() / 1e9));
            }
            StatisticsExplanation.longest(metric, times)
                    .ifPresent(each -> check(each, times.most().orElseThrow() / 1e9));
        });
        for (MethodFigures method : statistics.methods()) {
            StatisticsExplanation.of(method.name(), method.last(), Percentile.P50)
                    .ifPresent(ExplainedNumbersTest::check);
            StatisticsExplanation.longest(method.name(), method.last()).ifPresent(ExplainedNumbersTest::check);
        }
        for (TypeCount type : statistics.types()) {
            check(StatisticsExplanation
                    .of(Sentence.captured(type.name()), new Ratio(type.count(), statistics.totals().messages()))
                    .orElseThrow());
        }
    }

    @Test
    void lossAndJitterOfStreamsAreExplained() throws Exception {
        SipIndex index = CaptureIndexer.read(List.of(SAMPLES.resolve("call.pcap")), RunMonitor.NONE);
        int explained = 0;
        for (MediaStream stream : MediaStreams
                .of(index, IntStream.range(0, index.dialogs().size()).toArray(), RunMonitor.NONE)
                .streams()) {
            for (Explanation each : StreamExplanation.loss(stream)) {
                check(each, stream.quality().lossShare());
                explained++;
            }
            StreamExplanation.jitter(stream).forEach(ExplainedNumbersTest::check);
        }
        assertTrue(explained > 0, "the sample has streams");
    }

    @Test
    void everyNumberOfAReplayIsExplained() throws Exception {
        SipIndex index = CaptureIndexer.read(List.of(SAMPLES.resolve("incident.pcap")), RunMonitor.NONE);
        Methods methods = Methods.standard();
        List<Detection> detections = new ArrayList<>();
        for (ModelFile model : methods.shipped()) {
            detections.add(methods.detector(model).detect(index, RunMonitor.NONE));
        }
        List<Incident> incidents = Investigation.of(index, detections).incidents();
        HostRoles roles = HostRoles.of(TransactionTable.of(index, RunMonitor.NONE));
        BitSet attack = IncidentMessages.of(incidents, index, RunMonitor.NONE);
        ReplayInput input = ReplayInput.of(roles, Border.ofServers(roles), attack, RunMonitor.NONE);
        ReplayBand band =
                ReplayBand.of(input, EdgeSettings.USUAL.with(List.of(Protection.FAILURE_BAN)), RunMonitor.NONE);
        List<Explanation> calls = ReplayExplanation.calls(band);
        List<Explanation> passed = ReplayExplanation.passed(band);
        List<ReplayResult> replays = List.of(band.with(), band.fast(), band.slow(), band.without());
        assertEquals(List.of(4, 4), List.of(calls.size(), passed.size()));
        for (int i = 0; i < replays.size(); i++) {
            check(calls.get(i), replays.get(i).calls(MessageClass.LEGITIMATE).share());
            check(passed.get(i), replays.get(i).passedShare(MessageClass.ATTACK));
        }
        assertNotEquals(passed.getFirst().value(), passed.getLast().value(), "the ban stops something");
        List<StageEffect> stages = StageEffect.of(incidents, band);
        assertTrue(stages.stream().anyMatch(stage -> stage.unsent() > 0), "some are void");
        stages.forEach(stage -> check(ReplayExplanation.stopped(stage), stage.stopped()));
        List<Explanation> alone = ReplayExplanation.alone(
                List.of(band.without().calls(MessageClass.LEGITIMATE), band.with().calls(MessageClass.LEGITIMATE)),
                List.of(band.without().passed(MessageClass.ATTACK), band.with().passed(MessageClass.ATTACK)));
        assertEquals(List.of(calls.getLast().value(), calls.getFirst().value(), passed.getLast().value(),
                passed.getFirst().value()), alone.stream().map(Explanation::value).toList());
        alone.forEach(ExplainedNumbersTest::check);
    }

    private static void check(Explanation explanation, double shown) {
        assertEquals(shown, explanation.value(), explanation::text);
        check(explanation);
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
        finding.observation()
                .filter(_ -> finding.origin().detector().equals("rules"))
                .ifPresent(seen -> assertEquals(List.of(seen.confidence()),
                        all.stream()
                                .filter(each -> each.name().text().equals("confidence of the finding"))
                                .map(Explanation::value)
                                .toList(),
                        finding::id));
        all.forEach(ExplainedNumbersTest::check);
    }

    /// Whether it has all parts, in both languages, and its numbers give its number.
    static void check(Explanation explanation) {
        String text = explanation.text();
        assertAll(text, () -> assertFalse(explanation.name().isEmpty()),
                () -> assertFalse(explanation.inputs().isEmpty()),
                () -> explanation.inputs().forEach(input -> assertFalse(input.meaning().isEmpty())),
                () -> assertFalse(explanation.direction().isEmpty()),
                () -> assertNotEquals(explanation.direction().text(), explanation.direction().in(Locale.GERMAN)),
                () -> assertFalse(explanation.source().isEmpty()),
                () -> assertTrue(Files.readString(PAGE).contains("`" + explanation.formula().text() + "`"),
                        "docs/EXPLAIN.md has the formula"),
                () -> assertEquals(explanation.value(), explanation.formula().value(explanation.inputs()),
                        ACCURACY * Math.max(1e-3, Math.abs(explanation.value()))));
    }
}
