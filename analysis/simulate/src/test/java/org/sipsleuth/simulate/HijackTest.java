package org.sipsleuth.simulate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.scenario.Scenario;
import org.sipsleuth.truth.TrafficClass;
import org.sipsleuth.truth.TruthLabel;
import org.sipsleuth.truth.read.TruthFile;

/// Attacks of a third host: that they are in the capture, and what the victims do.
final class HijackTest {

    @TempDir private Path folder;

    private Path play(String name, long seed, String... settings) throws IOException, SettingException {
        Scenario scenario = Scenarios.named(name).orElseThrow();
        Map<String, String> given = new HashMap<>();
        for (String setting : settings) {
            int equals = setting.indexOf('=');
            given.put(setting.substring(0, equals), setting.substring(equals + 1));
        }
        Settings values = Settings.of(Simulation.settings(scenario), given);
        Path capture = Files.createTempDirectory(folder, name).resolve("x.pcap");
        return Simulation.run(scenario, seed, values, capture, RunMonitor.NONE).capture();
    }

    /// A message of the attack: who sent it to whom, what, and its text.
    private record Seen(String source, String target, String type, String text) {}

    private static String text(SipIndex index, int message) {
        return new String(index.bytes(message), StandardCharsets.ISO_8859_1);
    }

    private static Seen seen(SipIndex index, int message) {
        MessageTable messages = index.messages();
        return new Seen(messages.endpoint(messages.source(message)).host(),
                messages.endpoint(messages.destination(message)).host(), messages.typeName(messages.type(message)),
                text(index, message));
    }

    /// The messages of the attack.
    private static List<Seen> attack(Path capture) throws IOException {
        SipIndex index = CaptureIndexer.read(List.of(capture), RunMonitor.NONE);
        TruthFile truth = TruthFile.read(TruthFile.beside(capture), RunMonitor.NONE);
        return IntStream.range(0, index.messages().size())
                .filter(message -> truth.ofMessage(index.messages().frame(message), 0)
                        .map(TruthLabel::trafficClass)
                        .filter(TrafficClass.HIJACK::equals)
                        .isPresent())
                .mapToObj(message -> seen(index, message))
                .toList();
    }

    /// How often each kind of message is in the attack.
    private static Map<String, Integer> types(Path capture) throws IOException {
        Map<String, Integer> types = new TreeMap<>();
        attack(capture).forEach(seen -> types.merge(seen.type, 1, Integer::sum));
        return types;
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "bye",
        "bye-forged",
        "cancel",
        "registration-add",
        "registration-replace",
        "media-invite",
        "media-update",
        "call-refer",
        "call-invite",
        "challenge-bye",
        "challenge-register"})
    void theTruthHoldsForEveryKind(String kind) throws Exception {
        for (String path : List.of("server", "direct")) {
            Path capture = play("hijack", 21, "hijack-kind=" + kind, "hijack-path=" + path, "minutes=9");
            TruthCheck.holds(capture);
            Tshark.findsNothingMalformed(capture);
            assertFalse(attack(capture).isEmpty(), path);
        }
    }

    /// A dialog that a BYE of a third host ended has a party that does not know it: its own BYE is
    /// answered with 481.
    @Test
    void byeOfAThirdHostEndsTheCallOfOthers() throws Exception {
        Path capture = play("hijack", 5, "hijack-kind=bye", "hijack-path=direct", "minutes=12");
        assertEquals(Map.of("200", 5, "BYE", 5), types(capture));
        SipIndex index = CaptureIndexer.read(List.of(capture), RunMonitor.NONE);
        int refused = 0;
        for (int i = 0; i < index.messages().size(); i++) {
            String text = text(index, i);
            refused += text.startsWith("SIP/2.0 481") && text.contains(" BYE\r\n") ? 1 : 0;
        }
        assertTrue(refused >= 4, "481 for the own BYE");
    }

    /// No address but those of the office, and 481 for the party's own BYE.
    @ParameterizedTest
    @ValueSource(strings = {"server", "direct"})
    void aForgedByeShowsNoThirdHost(String path) throws Exception {
        Path capture = play("hijack", 5, "hijack-kind=bye-forged", "hijack-path=" + path, "minutes=12");
        List<Seen> attack = attack(capture);
        assertTrue(attack.stream().allMatch(s -> s.source.startsWith("10.0.0.")), attack::toString);
        Map<String, Object> truth = JsonTree.rows(JsonTree.read(TruthFile.beside(capture)).get("attacks")).getFirst();
        assertEquals(true, truth.get("forged"));
        assertEquals("succeeded", truth.get("outcome"));
    }

    @Test
    void whoGuessesTheTagsIsRefused() throws Exception {
        Path capture = play("hijack", 5, "hijack-kind=bye", "hijack-path=direct", "hijack-accepted=no", "minutes=12");
        assertEquals(Map.of("481", 5, "BYE", 5), types(capture));
    }

    @Test
    void cancelOfAThirdHostEndsTheRinging() throws Exception {
        Path capture = play("hijack", 5, "hijack-kind=cancel", "hijack-path=server", "minutes=12");
        assertEquals(Map.of("200", 5, "CANCEL", 5), types(capture));
        TruthFile truth = TruthFile.read(TruthFile.beside(capture), RunMonitor.NONE);
        SipIndex index = CaptureIndexer.read(List.of(capture), RunMonitor.NONE);
        Set<String> attacked = new HashSet<>();
        Set<String> terminated = new HashSet<>();
        for (int i = 0; i < index.messages().size(); i++) {
            String callId = index.dialogs().callId(index.messages().dialog(i));
            if (truth.ofMessage(index.messages().frame(i), 0).isPresent()) {
                attacked.add(callId);
            }
            if (text(index, i).startsWith("SIP/2.0 487")) {
                terminated.add(callId);
            }
        }
        assertTrue(terminated.containsAll(attacked), "487 ends each call that was cancelled");
    }

    /// Calls to the user reach the third host, which answers them.
    @ParameterizedTest
    @ValueSource(strings = {"registration-add", "registration-replace"})
    void callsGoToWhoTookTheRegistration(String kind) throws Exception {
        Path capture = play("hijack", 5, "hijack-kind=" + kind, "minutes=30");
        Set<String> thieves = new TreeSet<>();
        int answered = 0;
        for (Seen seen : attack(capture)) {
            if (seen.type.equals("REGISTER")) {
                thieves.add(seen.source);
            }
            boolean isAnswer = seen.type.equals("200") && seen.text.contains(" INVITE\r\n");
            answered += isAnswer && thieves.contains(seen.source) ? 1 : 0;
        }
        assertEquals(1, thieves.size(), "one host takes all of them");
        assertTrue(answered > 0, "calls that the thieves answer");
    }

    @Test
    void withAWrongPasswordNoRegistrationIsTaken() throws Exception {
        Map<String, Integer> types = types(play("hijack", 5, "hijack-kind=registration-add", "hijack-accepted=no"));
        assertEquals(Map.of("REGISTER", 10, "401", 10), types);
    }

    /// The victim accepts an offer of media at another host, and sends them there.
    @Test
    void mediaGoToAPartyOutsideTheCall() throws Exception {
        Path capture = play("hijack", 5, "hijack-kind=media-invite", "hijack-path=direct", "hijack-source=outside",
                "rtp=sparse", "minutes=12");
        assertEquals(Map.of("200", 5, "INVITE", 5, "ACK", 5), types(capture));
        Tshark.assumeThere();
        Process tshark = new ProcessBuilder("tshark", "-r", capture.toString(), "-Y",
                "udp.dstport >= 10000 && ip.dst == 203.0.113.0/24", "-T", "fields", "-e", "ip.dst")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String moved = new String(tshark.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertFalse(moved.isBlank(), "RTP to the party outside");
    }

    @Test
    void aReferredPartyCallsTheThirdHost() throws Exception {
        Path capture = play("hijack", 5, "hijack-kind=call-refer", "hijack-source=outside");
        List<Seen> attack = attack(capture);
        assertTrue(attack.stream().anyMatch(s -> s.type.equals("202")));
        assertTrue(attack.stream()
                .anyMatch(
                        s -> s.type.equals("200") && s.source.equals("203.0.113.1") && s.text.contains(" INVITE\r\n")));
    }

    /// Phones answer the challenge with a digest of their password.
    @ParameterizedTest
    @ValueSource(strings = {"server", "direct"})
    void phonesAnswerAChallengeOfTheirBye(String path) throws Exception {
        Path capture = play("hijack", 5, "hijack-kind=challenge-bye", "hijack-path=" + path, "minutes=12");
        assertTrue(attack(capture).stream()
                .anyMatch(s -> s.type.equals("BYE") && s.text.contains("Proxy-Authorization: Digest")));
    }

    /// A phone that gets the false challenge first answers it: its credentials have that nonce.
    @Test
    void phonesAnswerAFalseChallengeOfTheirRegistration() throws Exception {
        Path capture = play("hijack", 5, "hijack-kind=challenge-register", "hijack-count=20", "hijack-per-minute=6");
        Set<String> nonces = new HashSet<>();
        for (Seen seen : attack(capture)) {
            int begin = seen.text.indexOf("nonce=\"") + 7;
            nonces.add(seen.text.substring(begin, seen.text.indexOf('"', begin)));
        }
        SipIndex index = CaptureIndexer.read(List.of(capture), RunMonitor.NONE);
        int caught = 0;
        for (int i = 0; i < index.messages().size(); i++) {
            String text = text(index, i);
            boolean hasIt = nonces.stream().anyMatch(nonce -> text.contains(nonce));
            caught += hasIt && text.startsWith("REGISTER") ? 1 : 0;
        }
        assertTrue(caught > 0);
    }

    /// The third host is no constant: outside, inside, or a phone of the office; with several
    /// products.
    @Test
    void theThirdHostVaries() throws Exception {
        Set<String> networks = new TreeSet<>();
        Set<String> products = new TreeSet<>();
        for (int seed = 0; seed < 8; seed++) {
            List<Seen> attack = attack(play("hijack", seed, "hijack-path=direct", "minutes=8", "users=20"));
            Seen bye = attack.stream().filter(s -> s.type.equals("BYE")).findFirst().orElseThrow();
            networks.add(bye.source.startsWith("10.") ? "inside" : "outside");
            products.addAll(bye.text.lines().filter(line -> line.startsWith("User-Agent:")).toList());
        }
        assertEquals(Set.of("inside", "outside"), networks);
        assertTrue(products.size() >= 3, products::toString);
    }

    /// No attack, and yet more INVITEs in a minute than in many floods: each is acknowledged.
    @Test
    void everyCallOfAFlashCrowdIsAcknowledged() throws Exception {
        Path capture = play("flash-crowd", 5, "users=80", "minutes=6", "crowd-after=2", "crowd-calls=300");
        TruthCheck.holds(capture);
        Tshark.findsNothingMalformed(capture);
        SipIndex index = CaptureIndexer.read(List.of(capture), RunMonitor.NONE);
        MessageTable messages = index.messages();
        Set<String> finals = new TreeSet<>();
        Set<String> acknowledged = new HashSet<>();
        Map<Long, Integer> perMinute = new TreeMap<>();
        int busy = 0;
        for (int i = 0; i < messages.size(); i++) {
            Seen seen = seen(index, i);
            String key = index.dialogs().callId(messages.dialog(i));
            if (seen.type.equals("INVITE")) {
                perMinute.merge(messages.capturedAtNanos(i) / 60_000_000_000L, 1, Integer::sum);
            } else if (seen.type.equals("ACK")) {
                acknowledged.add(key);
            } else if (seen.text.contains(" INVITE\r\n") && seen.type.compareTo("2") >= 0) {
                finals.add(key);
                busy += seen.type.equals("486") ? 1 : 0;
            }
        }
        finals.removeAll(acknowledged);
        assertEquals(Set.of(), finals);
        assertTrue(busy > 20, "busy");
        assertTrue(perMinute.values().stream().anyMatch(n -> n > 300), perMinute::toString);
        TruthFile truth = TruthFile.read(TruthFile.beside(capture), RunMonitor.NONE);
        for (int i = 0; i < index.dialogs().size(); i++) {
            assertEquals(TrafficClass.NORMAL, truth.ofDialog(index.dialogs().callId(i)).orElseThrow().trafficClass());
        }
    }
}
