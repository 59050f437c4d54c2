package org.sipsleuth.belief.detection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.belief.BeliefCapture;
import org.sipsleuth.belief.BeliefSettings;
import org.sipsleuth.belief.learning.LabelledPeriods;
import org.sipsleuth.belief.network.DecayRates;
import org.sipsleuth.belief.network.TrafficClass;
import org.sipsleuth.belief.observation.TrafficEvents;
import org.sipsleuth.belief.period.Periods;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.truth.TrafficLabels;

final class SeparateCapturesTest {

    private static final BeliefSettings SETTINGS = BeliefSettings.STANDARD;

    @TempDir Path folder;

    /// A scanner at the address that is a phone in [#phone], at the same time.
    private static BeliefCapture scanner() {
        BeliefCapture capture = new BeliefCapture();
        for (int user = 0; user < 200; user++) {
            capture.callId("scan-%d@example.org".formatted(user))
                    .uri("sip:%d@example.org".formatted(user))
                    .talk("REGISTER 404:REGISTER")
                    .after(0.2);
        }
        return capture;
    }

    private static BeliefCapture phone() {
        BeliefCapture capture = new BeliefCapture();
        for (int call = 0; call < 50; call++) {
            capture.callId("call-%d@example.org".formatted(call))
                    .talk("INVITE 100 180 200 ACK")
                    .after(30)
                    .talk("BYE 200:BYE")
                    .after(60);
        }
        return capture;
    }

    private static Path file(SipIndex index) {
        return index.files().getFirst().path();
    }

    /// What the messages of a file are.
    private static TrafficLabels labels(SipIndex all, String... classes) {
        return message -> Optional.of(classes[all.messages().file(message)]);
    }

    private static Optional<LabelledPeriods> periods(SipIndex all, String... classes) throws IOException {
        return new SeparateCaptures(SETTINGS, RunMonitor.NONE).periods(all, labels(all, classes));
    }

    private static LabelledPeriods alone(SipIndex index, String name) {
        TrafficEvents events = TrafficEvents.of(index, SETTINGS.sources(), RunMonitor.NONE);
        return LabelledPeriods.of(Periods.bySource(events, SETTINGS.periods(), DecayRates.PAPER, RunMonitor.NONE),
                _ -> Optional.of(name), SETTINGS.learning().mostPeriods());
    }

    @Test
    void anAddressOfTwoNetworksIsTwoSources() throws IOException {
        SipIndex scanner = scanner().read(folder);
        SipIndex phone = phone().read(folder);
        SipIndex all = CaptureIndexer.read(List.of(file(scanner), file(phone)), RunMonitor.NONE);
        LabelledPeriods both = periods(all, "scan", "normal").orElseThrow();
        LabelledPeriods scans = alone(scanner, "scan");
        LabelledPeriods calls = alone(phone, "normal");
        assertTrue(scans.count(TrafficClass.SCAN) > 0);
        assertTrue(calls.count(TrafficClass.NORMAL) > 0);
        assertEquals(scans.of(TrafficClass.SCAN), both.of(TrafficClass.SCAN));
        assertEquals(calls.of(TrafficClass.NORMAL), both.of(TrafficClass.NORMAL));
        assertEquals(scans.leftOut() + calls.leftOut(), both.leftOut());
        assertEquals(scans.size() + calls.size(), both.size());
    }

    @Test
    void aCopyTeachesAsMuchAsItsOriginal() throws IOException {
        SipIndex phone = phone().read(folder);
        Path copy = Files.copy(file(phone), folder.resolve("copy.pcap"));
        SipIndex all = CaptureIndexer.read(List.of(file(phone), copy), RunMonitor.NONE);
        assertEquals(2 * alone(phone, "normal").count(TrafficClass.NORMAL),
                periods(all, "normal", "normal").orElseThrow().count(TrafficClass.NORMAL));
    }

    @Test
    void aCaptureThatChangedSinceIsNotUsed() throws IOException {
        Path one = file(phone().read(folder));
        Path other = file(scanner().read(folder));
        SipIndex all = CaptureIndexer.read(List.of(one, other), RunMonitor.NONE);
        Files.copy(file(scanner().after(1).talk("OPTIONS 200:OPTIONS").read(folder)), other,
                StandardCopyOption.REPLACE_EXISTING);
        assertTrue(periods(all, "normal", "scan").isEmpty());
        Files.delete(other);
        assertThrows(IOException.class, () -> periods(all, "normal", "scan"));
    }

    @Test
    void itCanBeStopped() throws IOException {
        SipIndex all = CaptureIndexer.read(List.of(file(phone().read(folder))), RunMonitor.NONE);
        RunMonitor stopped = new RunMonitor() {
            @Override
            public void progress(Progress progress) {}

            @Override
            public boolean isCancelled() {
                return true;
            }
        };
        assertThrows(CancellationException.class,
                () -> new SeparateCaptures(SETTINGS, stopped).periods(all, labels(all, "normal")));
    }
}
