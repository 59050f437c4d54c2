package org.sipsleuth.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.MessageTypes;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.scenario.Scenario;
import org.sipsleuth.truth.TrafficClass;
import org.sipsleuth.truth.read.TruthFile;

/// Every scenario, at a size that tests have time for.
class ScenariosTest {

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

    /// What a scenario is about.
    private static final Map<String, TrafficClass> ABOUT = Map.of("scan", TrafficClass.SCAN, "password-cracking",
            TrafficClass.PASSWORD_CRACKING, "spit", TrafficClass.SPIT, "dos", TrafficClass.DOS, "invite-flood",
            TrafficClass.INVITE_FLOOD, "firewall-traversal", TrafficClass.FIREWALL_TRAVERSAL, "toll-fraud",
            TrafficClass.TOLL_FRAUD, "social", TrafficClass.SPIT, "odd-dialogs", TrafficClass.ODD_DIALOG, "mutations",
            TrafficClass.MUTATION);

    @TempDir private Path folder;

    static Stream<String> names() {
        return Scenarios.all().stream().map(Scenario::name);
    }

    private Path play(String name, long seed, Map<String, String> more) throws IOException, SettingException {
        Scenario scenario = Scenarios.named(name).orElseThrow();
        Map<String, String> given = new HashMap<>(SMALL.getOrDefault(name, Map.of()));
        given.putAll(more);
        Settings settings = Settings.of(Simulation.settings(scenario), given);
        Path capture = Files.createTempDirectory(folder, name).resolve("x.pcap");
        return Simulation.run(scenario, seed, settings, capture, RunMonitor.NONE).capture();
    }

    @ParameterizedTest
    @MethodSource("names")
    void theSameSeedGivesTheSameBytesAndAnotherSeedOthers(String name) throws IOException, SettingException {
        Path one = play(name, 77, Map.of());
        Path two = play(name, 77, Map.of());
        assertEquals(-1, Files.mismatch(one, two));
        assertEquals(-1, Files.mismatch(TruthFile.beside(one), TruthFile.beside(two)));
        assertFalse(Files.mismatch(one, play(name, 78, Map.of())) == -1);
    }

    @ParameterizedTest
    @MethodSource("names")
    void theTruthHoldsAndTSharkFindsNothingMalformed(String name)
            throws IOException, SettingException, InterruptedException {
        Path capture = play(name, 4475, Map.of());
        TruthCheck.holds(capture);
        TrafficClass about = ABOUT.get(name);
        if (about != null) {
            TruthFile truth = TruthFile.read(TruthFile.beside(capture), RunMonitor.NONE);
            SipIndex index = CaptureIndexer.read(List.of(capture), RunMonitor.NONE);
            assertTrue(Stream.iterate(0, i -> i < index.dialogs().size(), i -> i + 1)
                    .map(i -> truth.ofDialog(index.dialogs().callId(i)))
                    .anyMatch(l -> l.isPresent() && l.get().trafficClass() == about));
        }
        if (!name.equals("mutations")) {
            Tshark.findsNothingMalformed(capture);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"register", "bye", "cancel", "options", "malformed", "half-open"})
    void everyKindOfDosHoldsItsTruth(String kind) throws IOException, SettingException {
        TruthCheck.holds(play("dos", 3, Map.of("dos-kind", kind)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "b", "c", "d", "e"})
    void everyPatternOfAFloodHoldsItsTruth(String pattern) throws IOException, SettingException {
        TruthCheck.holds(play("invite-flood", 3, Map.of("pattern", pattern, "rate", "VH")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"transport=tcp", "ip=6", "tunnel=gre", "rtp=sparse", "loss=0.05", "duplicate=0.1"})
    void normalTrafficHoldsItsTruthHoweverItIsCarried(String setting)
            throws IOException, SettingException, InterruptedException {
        int equals = setting.indexOf('=');
        Path capture = play("normal", 5, Map.of(setting.substring(0, equals), setting.substring(equals + 1)));
        TruthCheck.holds(capture);
        Tshark.findsNothingMalformed(capture);
    }

    @ParameterizedTest
    @ValueSource(strings = {"x-call-id", "session-id", "charging-vector", "none"})
    void legsOfACallShareOneNote(String shared) throws IOException, SettingException {
        Path capture = play("handover", 9, Map.of("shared", shared));
        TruthCheck.holds(capture);
        TruthFile truth = TruthFile.read(TruthFile.beside(capture), RunMonitor.NONE);
        SipIndex index = CaptureIndexer.read(List.of(capture), RunMonitor.NONE);
        Map<String, Integer> legs = new TreeMap<>();
        for (int i = 0; i < index.dialogs().size(); i++) {
            legs.merge(truth.ofDialog(index.dialogs().callId(i)).orElseThrow().note(), 1, Integer::sum);
        }
        assertEquals(30, legs.size());
        assertEquals(Set.of(3), new HashSet<>(legs.values()));
    }

    /// Normal and malicious messages come from the same templates: who looks at one message alone,
    /// at its product, its header order or its length, learns next to nothing.
    @ParameterizedTest
    @ValueSource(strings = {"spit", "toll-fraud", "invite-flood", "scan"})
    void singleMessagesDoNotRevealAnAttack(String name) throws IOException, SettingException {
        Map<String, String> method =
                name.equals("scan") ? Map.of("scan-method", "REGISTER", "scan-sources", "40", "users", "120")
                        : Map.of();
        Map<String, String> sources = new HashMap<>(method);
        if (name.equals("spit")) {
            sources.put("spit-sources", "40");
        }
        if (name.equals("toll-fraud")) {
            sources.put("fraud-accounts", "30");
        }
        Path capture = play(name, 11, sources);
        double best = SingleMessages.bestAccuracyOverGuessing(capture);
        assertTrue(best < 0.15, () -> "a single feature gains " + best);
    }

    @ParameterizedTest
    @CsvSource({
        "none, legitimate",
        "address, legitimate",
        "address, invented",
        "uri, legitimate",
        "uri, invented",
        "both, legitimate",
        "both, invented"})
    void noInviteAloneShowsThatItBelongsToAFlood(String spoofing, String identities)
            throws IOException, SettingException {
        Map<String, String> settings = Map.of("spoofing", spoofing, "identities", identities, "nat", "0.3", "pattern",
                "b", "rate", "L", "behaviour", "very-high", "episodes", "12", "episode-seconds", "12");
        double best = SingleMessages.bestAccuracyWithLengths(play("invite-flood", 11, settings));
        assertTrue(best < 0.03, () -> "a single feature gains " + best);
    }

    @Test
    void normalCallsPauseDuringAFloodInBlocks() throws IOException, SettingException {
        Map<String, String> settings = new HashMap<>(Map.of("pattern", "b", "rate", "M"));
        settings.put("behaviour", "very-high");
        Path mixed = play("invite-flood", 5, settings);
        settings.put("normal-during-flood", "no");
        Path blocks = play("invite-flood", 5, settings);
        assertTrue(normalDuringFlood(mixed) > 20);
        assertEquals(0, normalDuringFlood(blocks));
    }

    /// How many normal INVITEs outside dialogs come between two of the same flood that are less
    /// than half a second apart.
    private static int normalDuringFlood(Path capture) throws IOException {
        TruthFile truth = TruthFile.read(TruthFile.beside(capture), RunMonitor.NONE);
        SipIndex index = CaptureIndexer.read(List.of(capture), RunMonitor.NONE);
        int normal = 0;
        int since = 0;
        long lastFlood = Long.MIN_VALUE / 2;
        for (int dialog = 0; dialog < index.dialogs().size(); dialog++) {
            long at = index.messages().capturedAtNanos(index.dialogs().firstMessage(dialog));
            boolean isFlood =
                    truth.ofDialog(index.dialogs().callId(dialog)).orElseThrow().trafficClass() != TrafficClass.NORMAL;
            if (isFlood) {
                normal += at - lastFlood < 500_000_000L ? since : 0;
                since = 0;
                lastFlood = at;
            } else {
                since++;
            }
        }
        return normal;
    }

    @Test
    void callersBehindNatAreReachedAndHaveAnotherContact() throws IOException, SettingException {
        Map<String, String> settings = Map.of("nat", "1", "pattern", "a");
        Path capture = play("invite-flood", 5, settings);
        TruthCheck.holds(capture);
        SipIndex index = CaptureIndexer.read(List.of(capture), RunMonitor.NONE);
        int acknowledged = 0;
        for (int message = 0; message < index.messages().size(); message++) {
            acknowledged += index.messages().type(message) == MessageTypes.ACK ? 1 : 0;
        }
        assertTrue(acknowledged > 50, "ACKs: " + acknowledged);
    }

    /// Calls before and after are answered; a caller repeats what is not.
    @Test
    void aServiceThatFailsAnswersNothingWhileItIsFlooded() throws IOException, SettingException {
        Map<String, String> settings = Map.of("pattern", "b", "episodes", "1", "episode-seconds", "20", "rate", "L",
                "behaviour", "very-high", "service-fails", "yes");
        Path capture = play("invite-flood", 5, settings);
        TruthCheck.holds(capture);
        SipIndex index = CaptureIndexer.read(List.of(capture), RunMonitor.NONE);
        long first = index.messages().capturedAtNanos(0);
        int[] invites = new int[index.dialogs().size()];
        boolean[] answered = new boolean[index.dialogs().size()];
        for (int message = 0; message < index.messages().size(); message++) {
            int dialog = index.messages().dialog(message);
            invites[dialog] += index.messages().type(message) == MessageTypes.INVITE ? 1 : 0;
            answered[dialog] |= index.messages().typeName(index.messages().type(message)).equals("200");
        }
        int before = 0;
        int meanwhile = 0;
        int repeated = 0;
        for (int dialog = 0; dialog < invites.length; dialog++) {
            double at = (index.messages().capturedAtNanos(index.dialogs().firstMessage(dialog)) - first) / 1e9;
            if (at < 9) {
                before++;
                assertTrue(answered[dialog], "before the flood");
            } else if (at > 11 && at < 19) {
                meanwhile++;
                repeated += invites[dialog] > 1 ? 1 : 0;
                assertFalse(answered[dialog], "during the flood");
            }
        }
        assertTrue(before > 20 && meanwhile > 200, before + " before, " + meanwhile + " meanwhile");
        assertTrue(repeated > 0, "callers wait");
    }

    /// In the open world a third of the callers were never seen, some phones are off, others ring on.
    @Test
    void openWorldHasNewCallersAndCallsThatFail() throws IOException, SettingException {
        Map<String, String> settings = Map.of("pattern", "a", "episode-seconds", "60", "first-time", "0.35",
                "ring-seconds", "3", "unanswered", "0.1", "phone-off", "0.1", "call-again", "0.5");
        Path capture = play("invite-flood", 5, settings);
        TruthCheck.holds(capture);
        SipIndex index = CaptureIndexer.read(List.of(capture), RunMonitor.NONE);
        Map<String, Integer> finals = new HashMap<>();
        Map<String, Integer> callers = new HashMap<>();
        for (int message = 0; message < index.messages().size(); message++) {
            String type = index.messages().typeName(index.messages().type(message));
            finals.merge(type, 1, Integer::sum);
            if (type.equals("INVITE")) {
                callers.merge(index.message(message).header("From").orElse("").replaceAll(".*sip:|@.*", ""), 1,
                        Integer::sum);
            }
        }
        double invites = finals.get("INVITE");
        double once = callers.keySet().stream().filter(caller -> Integer.parseInt(caller) > 3_060).count();
        assertEquals(0.35, once / invites, 0.06);
        assertEquals(0.1, finals.get("480") / invites, 0.05);
        assertTrue(finals.get("487") > 5, finals::toString);
    }

    /// Real callers answer the challenge, the flood does not: none of its calls is accepted.
    @Test
    void challengedCallersAreAcceptedAndFloodsAreNot() throws IOException, SettingException {
        Map<String, String> settings =
                Map.of("challenges", "yes", "pattern", "b", "rate", "M", "behaviour", "very-high");
        Path capture = play("invite-flood", 5, settings);
        TruthCheck.holds(capture);
        TruthFile truth = TruthFile.read(TruthFile.beside(capture), RunMonitor.NONE);
        SipIndex index = CaptureIndexer.read(List.of(capture), RunMonitor.NONE);
        int[] challenged = new int[2];
        int[] accepted = new int[2];
        for (int message = 0; message < index.messages().size(); message++) {
            int dialog = index.messages().dialog(message);
            boolean isFlood =
                    truth.ofDialog(index.dialogs().callId(dialog)).orElseThrow().trafficClass() != TrafficClass.NORMAL;
            String type = index.messages().typeName(index.messages().type(message));
            challenged[isFlood ? 1 : 0] += type.equals("401") ? 1 : 0;
            accepted[isFlood ? 1 : 0] += type.equals("200") ? 1 : 0;
        }
        assertTrue(challenged[0] > 20 && accepted[0] > 20, () -> Arrays.toString(accepted));
        assertTrue(challenged[1] > 20, () -> Arrays.toString(challenged));
        assertEquals(0, accepted[1]);
    }

    /// Each of the 30 phones is challenged and registered again.
    @Test
    void allPhonesRegisterAgainAfterTheRegistrarFailed() throws IOException, SettingException {
        Path capture = play("registration-storm", 5, Map.of("start", "2026-03-02T00:00:00Z"));
        SipIndex index = CaptureIndexer.read(List.of(capture), RunMonitor.NONE);
        Instant failed = Instant.parse("2026-03-02T00:02:00Z");
        long failedAt = failed.getEpochSecond() * 1_000_000_000L;
        Set<String> challenged = new HashSet<>();
        Set<String> registered = new HashSet<>();
        for (int message = 0; message < index.messages().size(); message++) {
            int dialog = index.messages().dialog(message);
            int first = index.dialogs().firstMessage(dialog);
            boolean isOfStorm = index.messages().type(first) == MessageTypes.REGISTER
                    && index.messages().capturedAtNanos(first) >= failedAt;
            long since = index.messages().capturedAtNanos(message) - failedAt;
            if (isOfStorm && since < 90_000_000_000L) {
                String callId = index.dialogs().callId(dialog);
                String type = index.messages().typeName(index.messages().type(message));
                if (type.equals("401")) {
                    challenged.add(callId);
                } else if (type.equals("200") && challenged.contains(callId)) {
                    registered.add(callId);
                }
            }
        }
        assertEquals(30, registered.size());
    }

    @Test
    void everyScenarioIsDocumented() {
        for (Scenario scenario : Scenarios.all()) {
            assertFalse(scenario.description().isBlank(), scenario.name());
            assertFalse(scenario.source().isBlank(), scenario.name());
            assertTrue(SMALL.containsKey(scenario.name()), scenario.name());
            scenario.settings().forEach(s -> assertFalse(s.meaning().isBlank(), s.name()));
        }
    }
}
