package org.sipsleuth.export.anonymize;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.dialog.DialogTable;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.outcome.DialogOutcome;
import org.sipsleuth.export.ExportOutput;
import org.sipsleuth.export.ExportRequest;
import org.sipsleuth.export.anonymize.message.TestKeys;
import org.sipsleuth.file.OutputRules;
import org.sipsleuth.finding.Detector;
import org.sipsleuth.finding.Finding;
import org.sipsleuth.media.MediaKind;
import org.sipsleuth.media.MediaPacket;
import org.sipsleuth.media.MediaStreams;
import org.sipsleuth.model.ModelFile;
import org.sipsleuth.model.ModelFormatException;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.session.CaptureSession;
import org.sipsleuth.setting.SettingException;
import org.sipsleuth.setting.Settings;
import org.sipsleuth.simulate.Scenarios;
import org.sipsleuth.simulate.Simulation;
import org.sipsleuth.simulate.Tshark;
import org.sipsleuth.simulate.scenario.Scenario;

class AnonymizedCopyTest {

    private static final Path SAMPLES = Path.of("..", "..", "sample-captures");
    private static final Pattern LENGTH =
            Pattern.compile("^(?:Content-Length|l) *: *(\\d+)[ \\t\\r]*$", Pattern.MULTILINE);

    private static final Pattern CODEC = Pattern.compile("PCM[AU]|G72\\d|GSM|opus|iLBC|speex|CN|H26\\d|VP8|L16");

    private static final Pattern METHOD =
            Pattern.compile("\\d+|ACK|BYE|CANCEL|INFO|INVITE|MESSAGE|NOTIFY|OPTIONS|PRACK|PUBLISH|REFER"
                    + "|REGISTER|SUBSCRIBE|UPDATE");

    @TempDir private Path folder;
    private Path file;

    @BeforeEach
    void nameTheCopy() {
        file = folder.resolve("copy.pcap");
    }

    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.filter(path -> path.toString().matches(".*\\.pcap(ng)?")).sorted().toList();
        }
    }

    private Path simulated(String name, Map<String, String> given) throws IOException, SettingException {
        Scenario scenario = Scenarios.named(name).orElseThrow();
        Settings settings = Settings.of(Simulation.settings(scenario), given);
        Path capture = folder.resolve(name + ".pcap");
        return Simulation.run(scenario, 3, settings, capture, RunMonitor.NONE).capture();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void anAnonymizedSampleHasTheSameDialogs(Path sample) throws IOException {
        assertSameDialogs(sample);
        assertNamesNobody(sample);
    }

    @Tag("long")
    @ParameterizedTest
    @ValueSource(strings = {"mutations", "handover", "odd_dialogs", "toll_fraud"})
    void anAnonymizedScenarioHasTheSameDialogs(String name) throws IOException, SettingException {
        Path capture = simulated(scenarioName(name), Map.of());
        assertSameDialogs(capture);
        assertNamesNobody(capture);
    }

    private static String scenarioName(String name) {
        return Scenarios.all()
                .stream()
                .map(Scenario::name)
                .filter(one -> one.replace('-', '_').equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        name + ": " + Scenarios.all().stream().map(Scenario::name).toList()));
    }

    private void assertSameDialogs(Path capture) throws IOException {
        SipIndex index = Copies.read(capture);
        AnonymizedFacts facts = Copies.copy(index, 1, file);
        SipIndex copy = Copies.read(file);
        assertEquals(Map.of(), facts.leftOut());
        assertEquals(index.messages().size(), facts.messages());
        assertEquals(index.messages().size(), copy.messages().size());
        assertEquals(index.dialogs().size(), copy.dialogs().size());
        assertSameMessages(index, copy);
        assertSameDialogs(index, copy);
        assertEquals(index.files().getFirst().defects(), copy.files().getFirst().defects());
    }

    private static void assertSameMessages(SipIndex index, SipIndex copy) {
        MessageTable before = index.messages();
        MessageTable after = copy.messages();
        for (int i = 0; i < before.size(); i++) {
            String where = "message " + i;
            assertEquals(before.capturedAtNanos(i), after.capturedAtNanos(i), where);
            assertEquals(before.dialog(i), after.dialog(i), where);
            assertEquals(before.transaction(i), after.transaction(i), where);
            assertEquals(before.isRetransmission(i), after.isRetransmission(i), where);
            assertEquals(before.cseq(i), after.cseq(i), where);
            assertEquals(before.endpoint(before.source(i)).port(), after.endpoint(after.source(i)).port(), where);
            boolean wasRight = !before.isDefective(i) && hasRightLength(index.bytes(i));
            assertTrue(!wasRight || hasRightLength(copy.bytes(i)), where);
        }
    }

    private static boolean hasRightLength(byte[] bytes) {
        String text = new String(bytes, StandardCharsets.ISO_8859_1);
        int body = text.indexOf("\r\n\r\n") + 4;
        Matcher length = LENGTH.matcher(text);
        return body >= 4 && length.find() && length.end() < body
                && Long.parseLong(length.group(1)) == text.length() - body;
    }

    private static void assertSameDialogs(SipIndex one, SipIndex other) {
        DialogTable before = one.dialogs();
        DialogTable after = other.dialogs();
        for (int i = 0; i < before.size(); i++) {
            assertEquals(known(METHOD, before.sequenceText(i)), known(METHOD, after.sequenceText(i)));
            DialogOutcome was = DialogOutcome.of(one, i);
            DialogOutcome is = DialogOutcome.of(other, i);
            assertEquals(was.text(), is.text());
            assertEquals(known(CODEC, before.codecs(i)), known(CODEC, after.codecs(i)));
            assertEquals(before.retransmissionCount(i), after.retransmissionCount(i));
            assertEquals(before.caller(i).isEmpty(), after.caller(i).isEmpty());
            for (int j = 0; j < Math.min(i, 50); j++) {
                assertEquals(before.caller(i).equals(before.callee(j)), after.caller(i).equals(after.callee(j)));
            }
        }
    }

    /// A list in which words that nobody knows, which get other names, are all the same.
    private static String known(Pattern known, String list) {
        return Stream.of(list.split(" ", -1))
                .map(word -> known.matcher(word).matches() ? word : "?")
                .collect(Collectors.joining(" "));
    }

    /// What by chance is the pseudonym of somebody and the name of another is not so for all keys.
    private void assertNamesNobody(Path capture) throws IOException {
        SipIndex index = Copies.read(capture);
        Identifiers identifiers = new Identifiers();
        for (int i = 0; i < index.messages().size(); i++) {
            identifiers.add(new String(index.bytes(i), StandardCharsets.ISO_8859_1));
            identifiers.add(index.messages().endpoint(index.messages().source(i)).address());
            identifiers.add(index.messages().endpoint(index.messages().destination(i)).address());
        }
        int[] all = IntStream.range(0, index.dialogs().size()).toArray();
        MediaStreams.of(index, all, false, packet -> add(packet, identifiers), RunMonitor.NONE);
        ExportRequest request = ExportRequest.ofDialogs(index, all, true, ReadOptions.NONE);
        assertFalse(identifiers.all().isEmpty());
        Set<String> leaked = identifiers.all();
        for (int key = 1; key <= 4 && !leaked.isEmpty(); key++) {
            Files.deleteIfExists(file);
            AnonymizedExport.write(index, request, TestKeys.key(key), ExportOutput.at(file, OutputRules.CONFIRMED),
                    RunMonitor.NONE);
            String copy = Files.readString(file, StandardCharsets.ISO_8859_1);
            Set<String> here = identifiers.in(copy);
            if (key == 1) {
                leaked = here;
            }
            leaked.retainAll(here);
        }
        assertEquals(Set.of(), leaked);
    }

    private static void add(MediaPacket packet, Identifiers identifiers) {
        if (packet.kind() == MediaKind.RTCP) {
            identifiers.addControl(packet.bytes());
        } else {
            identifiers.addSound(packet.bytes());
        }
    }

    @Test
    void theTestOfNamesSeesThemInTheCaptureItself() throws IOException {
        SipIndex index = Copies.read(SAMPLES.resolve("call.pcap"));
        Identifiers identifiers = new Identifiers();
        StringBuilder capture = new StringBuilder();
        for (int i = 0; i < index.messages().size(); i++) {
            String message = new String(index.bytes(i), StandardCharsets.ISO_8859_1);
            InetAddress source = index.messages().endpoint(index.messages().source(i)).address();
            identifiers.add(message);
            identifiers.add(source);
            capture.append(message);
            capture.append(new String(source.getAddress(), StandardCharsets.ISO_8859_1));
        }
        Set<String> missing = new TreeSet<>(identifiers.all());
        missing.removeAll(identifiers.in(capture.toString()));
        assertEquals(Set.of(), missing);
        assertTrue(identifiers.in(capture.toString()).contains("bytes of an address"));
        assertTrue(identifiers.all().size() > 10, identifiers.all()::toString);
    }

    @ParameterizedTest
    @ValueSource(strings = {"call.pcap", "tcp.pcapng", "ipv6.pcapng", "presence.pcap", "office-hour.pcap"})
    void tsharkFindsNothingWrongWithACopy(String sample) throws IOException, InterruptedException {
        Copies.copy(Copies.read(SAMPLES.resolve(sample)), 1, file);
        Tshark.findsNothingMalformed(file);
    }

    @Test
    void oneKeyGivesTheSameBytesAndAnotherGivesOthers() throws IOException {
        SipIndex index = Copies.read(SAMPLES.resolve("call.pcap"));
        Path again = folder.resolve("again.pcap");
        Copies.copy(index, 1, file);
        Copies.copy(index, 1, again);
        assertEquals(-1, Files.mismatch(file, again));
        Copies.copy(index, 2, again);
        assertNotEquals(-1, Files.mismatch(file, again));
    }

    @Test
    void oneKeyGivesTheSamePseudonymsInSeveralFiles() throws IOException {
        SipIndex call = Copies.read(SAMPLES.resolve("call.pcap"));
        SipIndex hold = Copies.read(SAMPLES.resolve("hold.pcap"));
        Path other = folder.resolve("other.pcap");
        Copies.copy(call, 1, file);
        Copies.copy(hold, 1, other);
        SipIndex first = Copies.read(file);
        SipIndex second = Copies.read(other);
        assertEquals(call.dialogs().caller(0), hold.dialogs().caller(0));
        assertEquals(first.dialogs().caller(0), second.dialogs().caller(0));
        assertNotEquals(call.dialogs().caller(0), first.dialogs().caller(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"incident.pcap", "office-hour.pcap", "cracking-found.pcap"})
    void theFindingsAreTheSameButForNames(String sample) throws IOException, ModelFormatException {
        SipIndex index = Copies.read(SAMPLES.resolve(sample));
        Copies.copy(index, 1, file);
        SipIndex copy = Copies.read(file);
        List<Finding> before = findings(index);
        List<Finding> after = findings(copy);
        assertFalse(before.isEmpty() && sample.startsWith("incident"));
        assertEquals(before.size(), after.size());
        for (int i = 0; i < before.size(); i++) {
            assertEquals(before.get(i).id(), after.get(i).id());
            assertEquals(before.get(i).severity(), after.get(i).severity());
            if (!before.get(i).statement().kind().equals("toll_fraud")) { // by country codes
                assertEquals(before.get(i).grounds(), after.get(i).grounds());
            }
            assertArrayEquals(before.get(i).evidence().messages(index), after.get(i).evidence().messages(copy));
            assertEquals(before.get(i).evidence().users().size(), after.get(i).evidence().users().size());
        }
    }

    private static List<Finding> findings(SipIndex index) throws IOException, ModelFormatException {
        List<Detector> detectors = new ArrayList<>();
        for (ModelFile model : Methods.standard().shipped()) {
            detectors.add(Methods.standard().detector(model));
        }
        return CaptureSession.investigate(index, detectors, Runnable::run, RunMonitor.NONE).findings();
    }

    @Test
    void aMessageOverTlsIsCopiedOverTcpAndThatIsReported() throws IOException {
        SipIndex index = Copies.read(SAMPLES.resolve("call.pcap"));
        List<byte[]> frames = new ArrayList<>();
        AnonymizedCopy copy = new AnonymizedCopy(TestKeys.key(1), Set.of(),
                (_, bytes, from, length, _) -> frames.add(Arrays.copyOfRange(bytes, from, from + length)));
        MessageTable messages = index.messages();
        copy.message(messages.capturedAtNanos(0), messages.endpoint(messages.source(0)),
                messages.endpoint(messages.destination(0)), Transport.TLS, index.bytes(0));
        copy.message(messages.capturedAtNanos(0), messages.endpoint(messages.source(0)),
                messages.endpoint(messages.destination(0)), Transport.UDP,
                "no message".getBytes(StandardCharsets.US_ASCII));
        assertEquals(1, frames.size());
        assertEquals(6, frames.getFirst()[23]); // TCP
        assertEquals(Map.of("TLS", 1L), copy.facts().carriedElsewise());
        assertEquals(Map.of("not understood as SIP", 1L), copy.facts().leftOut());
    }
}
