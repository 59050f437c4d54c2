package org.sipsleuth.app;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.filter.Filter;
import org.sipsleuth.filter.MessageSet;
import org.sipsleuth.filter.catalog.KnownFields;
import org.sipsleuth.filter.preset.Preset;
import org.sipsleuth.filter.syntax.FilterSyntaxException;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.samples.SampleCapture;
import org.sipsleuth.samples.SampleCaptures;

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

    private static MessageSet found(Preset preset, SipIndex index) throws FilterSyntaxException {
        return Filter.of(preset.filter(), KnownFields.catalog()).run(index, RunMonitor.NONE);
    }

    @ParameterizedTest
    @EnumSource(Preset.class)
    void isAFilter(Preset preset) throws FilterSyntaxException {
        assertEquals(preset.filter(), Filter.of(preset.filter(), KnownFields.catalog()).text());
    }

    @ParameterizedTest
    @CsvSource({
        "FAILED_CALLS, busy.pcap",
        "FAILED_BY_CAUSE, busy.pcap",
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
        "FAILED_CALLS, call.pcap",
        "FAILED_BY_CAUSE, cancelled.pcap",
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
