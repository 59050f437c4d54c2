package org.sipsleuth.evaluate.variant;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.Contained;
import org.sipsleuth.finding.Detection;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.pipeline.Investigation;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.Scenarios;
import org.sipsleuth.simulate.Simulation;
import org.sipsleuth.simulate.scenario.Scenario;

/// All rules and methods, with models that are opened once, over captures that are cut, shuffled,
/// doubled and without a host: none fails.
class VariantsTest {

    private static final Path SAMPLES = Path.of("..", "..", "sample-captures");
    private static final Path COLLECTED = Path.of("..", "..", "..", "shared", "captures", "pcap");

    /// Frames that the variants of one capture may have together: decides how many cuts there are.
    private static final int FRAMES = 10_000;

    private static final int MOST_CUTS = 200;
    private static final int MOST_HOSTS = 12;
    private static final int SIMULATED = 50;

    /// What makes a scenario small; by name.
    private static final Map<String, Map<String, String>> SMALL =
            Map.ofEntries(Map.entry("normal", Map.of("users", "12", "hours", "0.5", "calls-per-hour", "150")),
                    Map.entry("incident", Map.of("users", "8", "days", "0.5")),
                    Map.entry("scan", Map.of("minutes", "6", "scan-extensions", "80")),
                    Map.entry("password-cracking", Map.of("minutes", "6", "cracking-tries", "60")),
                    Map.entry("spit", Map.of("minutes", "6", "spit-calls", "20")),
                    Map.entry("dos", Map.of("minutes", "6", "dos-messages", "300")),
                    Map.entry("invite-flood", Map.of("episodes", "4", "episode-seconds", "4")),
                    Map.entry("firewall-traversal", Map.of("minutes", "6", "traversal-calls", "20")),
                    Map.entry("hijack", Map.of("minutes", "8", "hijack-per-minute", "3")),
                    Map.entry("remote-control", Map.of("minutes", "6")),
                    Map.entry("message-spam", Map.of("minutes", "6", "message-count", "20")),
                    Map.entry("voicemail-probing", Map.of("minutes", "8", "voicemail-calls", "6")),
                    Map.entry("flash-crowd", Map.of("users", "30", "minutes", "4", "crowd-calls", "60")),
                    Map.entry("registration-storm", Map.of("users", "30", "minutes", "6", "restart-after", "2")),
                    Map.entry("toll-fraud", Map.of("minutes", "10", "fraud-calls", "20")),
                    Map.entry("telemarketing", Map.of("calls", "400", "members", "80", "callees", "150")),
                    Map.entry("social", Map.of("calls", "1500", "members", "120", "days", "40")),
                    Map.entry("handover", Map.of("calls", "30", "legs", "3")), Map.entry("paper-dialogs", Map.of()),
                    Map.entry("call-flows", Map.of("dialogs", "500")),
                    Map.entry("odd-dialogs", Map.of("normal-dialogs", "60", "odd-dialogs", "28")),
                    Map.entry("mutations", Map.of("normal-dialogs", "60", "mutated-dialogs", "80")));

    private static final List<Detector> DETECTORS = new ArrayList<>();

    /// The title of what stands in the place of a rationale that could not be computed.
    private static final String NO_RATIONALE = "Not available";

    @TempDir private Path folder;
    private final Map<String, String> faults = new HashMap<>();
    private int captures;
    private int variants;
    private int runs;
    private int cutAtEveryTenth;

    @BeforeAll
    static void openModels() throws IOException, ModelFormatException {
        Methods methods = Methods.standard();
        for (ModelFile model : methods.shipped()) {
            DETECTORS.add(methods.detector(model));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"call", "cracking-found", "scan", "torture", "transfer", "forked"})
    void noneFailsOnVariantsOfASample(String name) throws IOException {
        vary(SAMPLES.resolve(name + ".pcap"), 3, 3);
        assertNoneFailed();
    }

    @Test
    @Tag("long")
    void noneFailsOnVariantsOfManyCaptures() throws IOException, SettingException {
        assumeTrue(Files.isDirectory(COLLECTED),
                () -> COLLECTED + " is missing: the collected captures are not varied");
        List<Path> files = new ArrayList<>(captures(COLLECTED));
        files.addAll(captures(SAMPLES));
        for (Path file : files) {
            vary(file);
        }
        int seed = 1;
        for (int i = 0; i < SIMULATED; seed++) {
            for (Scenario scenario : Scenarios.all()) {
                if (i++ < SIMULATED) {
                    vary(simulated(scenario, seed));
                }
            }
        }
        assertNoneFailed();
    }

    private static List<Path> captures(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !folder.relativize(file).startsWith("target"))
                    .filter(file -> String.valueOf(file.getFileName())
                            .matches(".*\\.(pcap|pcapng|cap|libpcap|fuzzed|gz)"))
                    .sorted()
                    .toList();
        }
    }

    private Path simulated(Scenario scenario, int seed) throws IOException, SettingException {
        Path capture = folder.resolve("%s-%d.pcap".formatted(scenario.name(), seed));
        Map<String, String> small = SMALL.getOrDefault(scenario.name(), Map.of());
        Settings settings = Settings.of(Simulation.settings(scenario), small);
        return Simulation.run(scenario, seed, settings, capture, RunMonitor.NONE).capture();
    }

    private void vary(Path capture) throws IOException {
        int frames = CaptureVariants.of(capture, folder.resolve("variant.pcap")).frames();
        int most = Math.clamp(FRAMES / Math.max(1, frames), 1, MOST_CUTS);
        cutAtEveryTenth += most >= (frames - 1) / 10 ? 1 : 0;
        vary(capture, most, Math.min(most, MOST_HOSTS));
    }

    private void vary(Path capture, int mostCuts, int mostHosts) throws IOException {
        captures++;
        CaptureVariants.of(capture, folder.resolve("variant.pcap"))
                .each(mostCuts, mostHosts, (variant, index) -> run(capture.getFileName() + ", " + variant, index));
    }

    private void run(String what, SipIndex index) {
        variants++;
        List<Detection> detections = new ArrayList<>();
        for (Detector detector : DETECTORS) {
            runs++;
            Contained<Detection> run = Contained.of(detector.name(), () -> detector.detect(index, RunMonitor.NONE));
            run.answer().ifPresent(detections::add);
            run.fault().ifPresent(fault -> failed(fault.sentence().text(), what));
        }
        Investigation found = Investigation.of(index, detections);
        found.faults().forEach(fault -> failed(fault.sentence().text(), what));
        for (Finding finding : found.findings()) {
            finding.rationale()
                    .get()
                    .sections()
                    .stream()
                    .filter(section -> section.title().equals(NO_RATIONALE))
                    .forEach(section -> failed(section.lines().toString(), what));
        }
    }

    private void failed(String fault, String where) {
        if (faults.putIfAbsent(fault, where) == null) {
            System.out.println(where + ": " + fault);
        }
    }

    private void assertNoneFailed() {
        System.out.printf(Locale.ROOT, "%,d runs of methods over %,d variants of %,d captures (%,d of them cut at every"
                + " tenth frame): %,d faults%n", runs, variants, captures, cutAtEveryTenth, faults.size());
        assertTrue(runs > captures, "nothing was run");
        assertEquals(Map.of(), faults);
    }
}
