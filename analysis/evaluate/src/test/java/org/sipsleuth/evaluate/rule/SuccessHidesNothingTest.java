package org.sipsleuth.evaluate.rule;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.finding.IncidentKind;
import org.sipsleuth.incident.Incident;
import org.sipsleuth.incident.Incidents;
import org.sipsleuth.rule.RuleMethod;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.Scenarios;
import org.sipsleuth.simulate.Simulation;
import org.sipsleuth.simulate.scenario.Scenario;
import org.sipsleuth.transaction.HopTransaction;
import org.sipsleuth.transaction.TransactionTable;
import org.sipsleuth.truth.AttackFacts;
import org.sipsleuth.truth.read.TruthFile;

/// A property of the session rules: the right answer at the end of an attack never lowers its kind,
/// severity or outcome.
final class SuccessHidesNothingTest {

    private static final Path SAMPLES = Path.of("..", "..", "sample-captures");
    private static final long PAUSE_NANOS = 200_000_000L;
    private static final long SECOND = 1_000_000_000L;

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {
        "password-cracking cracking-tries=9",
        "password-cracking cracking-tries=40 cracking-per-second=0.05",
        "password-cracking cracking-tries=200 cracking-accounts=4",
        "password-cracking cracking-tries=60 cracking-sources=6",
        "scan scan-method=REGISTER scan-extensions=9",
        "scan scan-method=REGISTER scan-extensions=60 scan-per-second=0.05",
        "scan scan-method=REGISTER scan-extensions=200 scan-sources=8",
        "scan scan-method=OPTIONS scan-extensions=60",
        "scan scan-method=INVITE scan-extensions=60",
        "scan scan-what=addresses",
        "dos dos-kind=register",
        "dos dos-kind=options",
        "dos dos-kind=bye",
        "remote-control control-answer=refused control-path=server",
        "message-spam message-answer=refused",
        "voicemail-probing voicemail-result=refused",
        "toll-fraud",
        "toll-fraud fraud-calls=8 fraud-accounts=2",
        "spit"})
    void theRightAnswerAtTheEndLowersNothing(String attack) throws Exception {
        for (long seed = 41; seed <= 42; seed++) {
            Path capture = play(attack, seed);
            AttackFacts truth = TruthFile.read(TruthFile.beside(capture), RunMonitor.NONE).attacks().getFirst();
            holds("%s, seed %d".formatted(attack, seed), capture, truth);
        }
    }

    /// The same of the recordings for development: each attack under its own addresses that is found.
    @Tag("long")
    @ParameterizedTest
    @ValueSource(strings = {".", "evaluation/development", "evaluation/development-2", "evaluation/floods"})
    void theRightAnswerAfterARecordingLowersNothing(String name) throws Exception {
        int attacks = 0;
        try (Stream<Path> files = Files.list(SAMPLES.resolve(name))) {
            for (Path capture : files.filter(file -> file.toString().matches(".*\\.pcap(\\.gz)?")).sorted().toList()) {
                if (!Files.exists(TruthFile.beside(capture))) {
                    continue;
                }
                List<Incident> before = incidents(capture);
                for (AttackFacts truth : TruthFile.read(TruthFile.beside(capture), RunMonitor.NONE).attacks()) {
                    boolean isNamed = truth.attack().kind().isPresent() && !truth.attack().forged();
                    if (isNamed && before.stream().anyMatch(each -> isOf(each, truth))) {
                        holds(capture.getFileName() + ", " + truth.attack().story(), capture, truth);
                        attacks++;
                    }
                }
            }
        }
        assertTrue(attacks > 0, name);
    }

    private void holds(String attack, Path capture, AttackFacts truth) throws Exception {
        Incident without = gravest(incidents(capture), truth);
        holds(attack, without, gravest(incidents(capture, success(capture, truth, HopTransaction::toUser)), truth));
        if (without.kind() == IncidentKind.TOLL_FRAUD) { // whose account it is says nothing: it is stolen
            holds(attack, without,
                    gravest(incidents(capture, success(capture, truth, HopTransaction::fromUser)), truth));
        }
    }

    private static void holds(String attack, Incident without, Incident with) {
        String what = "%s: %s, then %s".formatted(attack, without.title().text(), with.title().text());
        assertTrue(with.severity().compareTo(without.severity()) >= 0, what);
        assertTrue(with.outcome().compareTo(without.outcome()) >= 0, what);
        assertTrue(with.stage(without.kind()).isPresent(), what);
    }

    private static boolean isOf(Incident incident, AttackFacts truth) {
        return incident.actors().addresses().stream().anyMatch(truth.actors()::contains);
    }

    private Path play(String attack, long seed) throws Exception {
        List<String> words = List.of(attack.split(" "));
        Map<String, String> given = words.stream()
                .skip(1)
                .map(word -> word.split("="))
                .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        Scenario scenario = Scenarios.named(words.getFirst()).orElseThrow();
        Settings settings = Settings.of(Simulation.settings(scenario), given);
        Path capture = Files.createTempDirectory(folder, words.getFirst()).resolve("x.pcap");
        return Simulation.run(scenario, seed, settings, capture, RunMonitor.NONE).capture();
    }

    private static List<Incident> incidents(Path... captures) throws Exception {
        SipIndex index = CaptureIndexer.read(List.of(captures), RunMonitor.NONE);
        RuleMethod rules = new RuleMethod();
        return Incidents.of(index, rules.detector(rules.shipped()).detect(index, RunMonitor.NONE).findings());
    }

    private static Incident gravest(List<Incident> incidents, AttackFacts truth) {
        List<Incident> found = incidents.stream()
                .filter(each -> each.actors().addresses().isEmpty()
                        || each.actors().addresses().stream().anyMatch(truth.actors()::contains))
                .toList();
        assertFalse(found.isEmpty(), () -> "%s of %s: %s".formatted(truth.attack().story(), truth.actors(), incidents));
        return found.getFirst();
    }

    /// Registers a user of the attack's last request as that request does, with credentials that
    /// are accepted: whom the attack tried, or as whom it came.
    private Path success(Path capture, AttackFacts truth, ToIntFunction<HopTransaction> whom) throws IOException {
        SipIndex index = CaptureIndexer.read(List.of(capture), RunMonitor.NONE);
        TransactionTable table = TransactionTable.of(index, RunMonitor.NONE);
        HopTransaction last = table.origins()
                .stream()
                .filter(each -> truth.actors().contains(table.host(each.source())))
                .reduce((_, later) -> later)
                .orElseThrow();
        String actor = table.host(last.source());
        String server = table.host(last.destination());
        String user = table.user(whom.applyAsInt(last));
        String request = registration(new String(index.bytes(last.request()), StandardCharsets.UTF_8), actor, user);
        String response = "SIP/2.0 200 OK\r\n" + Arrays.stream(request.split("\r\n"))
                .filter(line -> line.matches("(?i)(via|from|to|call-id|cseq|contact):.*"))
                .collect(Collectors.joining("\r\n")) + "\r\nExpires: 3600\r\nContent-Length: 0\r\n\r\n";
        long at = last.atNanos() + PAUSE_NANOS;
        PcapWriter writer = new PcapWriter(1);
        write(writer, at, Packets.sip(actor, server, request));
        write(writer, at + PAUSE_NANOS / 100, Packets.sip(server, actor, response));
        return writer.write(Files.createTempDirectory(folder, "success").resolve("x.pcap"));
    }

    private static void write(PcapWriter writer, long nanos, byte[] frame) {
        writer.frame(nanos / SECOND, (int) (nanos % SECOND / 1_000), frame);
    }

    private static String registration(String like, String actor, String user) {
        String name = user.isEmpty() ? "1001" : user;
        String body = like.split("\r\n\r\n", 2)[0];
        String lines = Arrays.stream(body.split("\r\n"))
                .skip(1)
                .filter(line -> !line.matches("(?i)(contact|expires|authorization|content-type|content-length):.*"))
                .map(line -> line.matches("(?i)cseq:.*") ? "CSeq: 99 REGISTER" : line)
                .map(line -> line.matches("(?i)to:.*") ? "To: <sip:%s@example.org>".formatted(name) : line)
                .map(line -> line.replaceAll("branch=z9hG4bK([^;]*)", "branch=z9hG4bK$1" + "9"))
                .collect(Collectors.joining("\r\n"));
        return "REGISTER sip:example.org SIP/2.0\r\n" + lines
                + "\r\nContact: <sip:%s@%s:5060>\r\nExpires: 3600\r\n".formatted(name, actor)
                + "Authorization: Digest username=\"%s\", realm=\"example.org\", nonce=\"n\", ".formatted(name)
                + "uri=\"sip:example.org\", response=\"0123456789abcdef0123456789abcdef\"\r\n"
                + "Content-Length: 0\r\n\r\n";
    }
}
