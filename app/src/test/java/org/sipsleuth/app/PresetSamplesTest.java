package org.sipsleuth.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.filter.Filter;
import org.sipsleuth.filter.MessageSet;
import org.sipsleuth.filter.catalog.KnownFields;
import org.sipsleuth.filter.field.FieldCatalog;
import org.sipsleuth.filter.preset.Preset;
import org.sipsleuth.filter.syntax.FilterSyntaxException;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.media.fault.MediaFaultKind;
import org.sipsleuth.pipeline.problem.ProblemDetection;
import org.sipsleuth.pipeline.problem.ProblemMethod;
import org.sipsleuth.problem.CallClass;
import org.sipsleuth.problem.CallOutcomes;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.samples.SampleCapture;
import org.sipsleuth.samples.SampleCaptures;
import org.sipsleuth.transaction.fault.FaultKind;

/// Presets find in the sample captures what they name, and leave the rest.
final class PresetSamplesTest {

    @TempDir private Path folder;
    private final Map<String, SipIndex> read = new HashMap<>();

    private SipIndex sample(String file) throws IOException {
        if (!read.containsKey(file)) {
            SampleCapture sample =
                    SampleCaptures.list().stream().filter(one -> one.file().equals(file)).findFirst().orElseThrow();
            Path copy = SampleCaptures.copyTo(sample, folder);
            read.put(file, CaptureIndexer.read(List.of(copy), RunMonitor.NONE));
        }
        return read.get(file);
    }

    private static MessageSet found(Preset preset, SipIndex index) throws Exception {
        ProblemMethod problems = new ProblemMethod();
        Detection found = problems.detector(problems.shipped()).detect(index, RunMonitor.NONE);
        return Filter.of(preset.filter(), catalog(Optional.of(found))).run(index, RunMonitor.NONE);
    }

    private static FieldCatalog catalog(Optional<Detection> problems) {
        return KnownFields.catalog().with(new ProblemMethod().fields(problems));
    }

    @ParameterizedTest
    @EnumSource(Preset.class)
    void isAFilter(Preset preset) throws FilterSyntaxException {
        assertEquals(preset.filter(), Filter.of(preset.filter(), catalog(Optional.empty())).text());
    }

    @ParameterizedTest
    @CsvSource({
        "CALLS_WITH_PROBLEM, dropped.pcap",
        "FAILED_CALLS, busy.pcap",
        "FAILED_BY_CAUSE, busy.pcap",
        "REGISTRATION_PROBLEMS, register.pcap",
        "NO_ACK, dropped.pcap",
        "DROPPED_AFTER_32_S, dropped.pcap",
        "BYE_UNANSWERED, dropped.pcap",
        "NO_ANSWER, cancelled.pcap",
        "AUTHENTICATION_FAILURES, cracking-failed.pcap",
        "SHORT_CALLS, call.pcap",
        "RETRANSMISSION_STORMS, lossy.pcap",
        "DEFECTS, torture.pcap",
        "ONE_WAY_AUDIO, hold.pcap",
        "SCANNERS, scan.pcap",})
    void findsWhatItNames(Preset preset, String file) throws Exception {
        assertTrue(found(preset, sample(file)).dialogCount() > 0, preset + " in " + file);
    }

    @ParameterizedTest
    @CsvSource({
        "CALLS_WITH_PROBLEM, busy.pcap",
        "FAILED_CALLS, call.pcap",
        "FAILED_BY_CAUSE, cancelled.pcap",
        "ONE_WAY_OR_NO_AUDIO, hold.pcap",
        "REGISTRATION_PROBLEMS, presence.pcap",
        "NO_ACK, lossy.pcap",
        "DROPPED_AFTER_32_S, lossy.pcap",
        "BYE_UNANSWERED, call.pcap",
        "SLOW_SET_UP, call.pcap",
        "NO_ANSWER, call.pcap",
        "AUTHENTICATION_FAILURES, call.pcap",
        "RETRANSMISSION_STORMS, call.pcap",
        "DEFECTS, call.pcap",
        "ONE_WAY_AUDIO, busy.pcap",
        "SCANNERS, call.pcap",})
    void leavesTheRest(Preset preset, String file) throws Exception {
        assertEquals(0, found(preset, sample(file)).size(), preset + " in " + file);
    }

    @Test
    void oneWayAudioIsFoundByTheKindsOfMediaFaults() {
        Set<String> kinds = Stream.of(MediaFaultKind.values()).map(MediaFaultKind::id).collect(Collectors.toSet());
        Stream.of(FaultKind.values()).map(FaultKind::id).forEach(kinds::add);
        Matcher named = Pattern.compile("\"(\\w+)\"").matcher(Preset.ONE_WAY_OR_NO_AUDIO.filter());
        List<String> asked = named.results().map(each -> each.group(1)).toList();
        assertTrue(asked.contains(MediaFaultKind.ONE_WAY_AUDIO.id()), asked.toString());
        assertTrue(kinds.containsAll(asked), asked.toString());
    }

    /// As many as the overview counts.
    @ParameterizedTest
    @ValueSource(strings = {"dropped.pcap", "incident.pcap", "torture.pcap", "office-hour.pcap"})
    void callsWithAProblemAreThoseOfTheOverview(String file) throws Exception {
        SipIndex index = sample(file);
        ProblemMethod problems = new ProblemMethod();
        CallOutcomes calls =
                ProblemDetection.in(List.of(problems.detector(problems.shipped()).detect(index, RunMonitor.NONE)))
                        .orElseThrow()
                        .calls();
        Set<Integer> counted = Stream.of(CallClass.TROUBLED, CallClass.FAILED)
                .flatMap(each -> calls.dialogs(each).stream())
                .collect(Collectors.toSet());
        assertEquals(counted, found(Preset.CALLS_WITH_PROBLEM, index).dialogs().boxed().collect(Collectors.toSet()));
    }

    @Test
    void failedCallsHaveTheStatesOfFailure() throws Exception {
        SipIndex index = sample("incident.pcap");
        Set<String> states = found(Preset.FAILED_CALLS, index).dialogs()
                .mapToObj(dialog -> DialogOutcome.of(index, dialog).state().text())
                .collect(Collectors.toCollection(TreeSet::new));
        assertTrue(!states.isEmpty(), "none failed");
        states.removeAll(Set.of("busy", "rejected", "failed", "unanswered"));
        assertEquals(Set.of(), states);
    }
}
