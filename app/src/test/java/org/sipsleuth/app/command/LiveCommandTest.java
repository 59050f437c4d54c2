package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.sipsleuth.app.network.FakeNetwork;
import org.sipsleuth.app.network.TlsSession;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.live.HepAddress;
import org.sipsleuth.live.LiveOrigin;
import org.sipsleuth.live.LiveRequest;
import org.sipsleuth.live.PacketSources.Obstacle;
import org.sipsleuth.pipeline.Methods;
import org.sipsleuth.report.rows.Format;
import org.sipsleuth.run.RunMonitor;

class LiveCommandTest {

    @TempDir private Path folder;
    private final FakeNetwork network = new FakeNetwork();

    private Run live(String... arguments) {
        List<String> all = new ArrayList<>(List.of("live"));
        all.addAll(List.of(arguments));
        return Run.on(network, folder.resolve("ring"), all.toArray(String[]::new));
    }

    @Test
    void dialogsArePrintedAsTheyHappen() {
        network.invite("one");
        network.invite("two");
        network.answer("one");
        network.noise();
        network.lose(3);
        Run run = live("--count", "3");
        assertEquals(0, run.code(), run.err());
        List<String> lines = run.out().lines().toList();
        assertEquals(2, lines.size(), run.out());
        assertEquals("22:13:20.001  established    2  sip:alice@example.org → sip:bob@example.org  one",
                lines.getFirst());
        assertTrue(lines.getLast().contains("setting up"), run.out());
        assertTrue(run.err().contains("4 packets, 3 SIP messages, 2 dialogs in the ring, 3 dropped"), run.err());
        assertTrue(run.err().contains("3 packets dropped by the kernel"), run.err());
        assertFalse(network.isOpen());
    }

    @Test
    void optionsThatReadFilesAreNotOffered() {
        for (String option : List.of("--once", "--recursive", "--unpack-limit=1G")) {
            Run run = live("--count", "1", option);
            assertEquals(2, run.code(), option);
            assertTrue(run.err().contains("Unknown option"), run.err());
        }
    }

    @Test
    void csvHasTheColumnsOfDialogs() {
        network.invite("one");
        Run run = live("--count", "1", "--format", "csv");
        assertTrue(run.out().startsWith("call_id,first_frame,start,"), run.out());
        assertTrue(run.records().getFirst().startsWith("one,1,1700000000.001000001,"), run.out());
    }

    /// A 200 to a BYE that was not captured, and then one to an INVITE.
    @ParameterizedTest
    @EnumSource
    void responsesWithoutTheirRequestsEndNoCapture(Format format) {
        for (String cseq : List.of("2 BYE", "1 INVITE")) {
            String text = "SIP/2.0 200 OK\r\nVia: SIP/2.0/UDP h;branch=z9hG4bK%s\r\nFrom: <sip:a@h>;tag=a\r\n"
                    .formatted(cseq.substring(2))
                    + "To: <sip:b@h>;tag=b\r\nCall-ID: one\r\nCSeq: %s\r\nContent-Length: 0\r\n\r\n".formatted(cseq);
            network.replay(Packets.sip("192.0.2.9", "192.0.2.1", text), 1_700_000_000_000_000_000L);
        }
        network.invite("two");
        Run run = live("--count", "3", "--format", format.toString());
        assertEquals(0, run.code(), run.err());
        assertTrue(run.out().contains("completed"), run.out());
        assertTrue(run.out().contains("two"), run.out());
    }

    @Test
    void jsonIsOneArray() {
        network.invite("one");
        Run run = live("--count", "1", "--format", "json");
        assertTrue(run.out().startsWith("[\n{\"call_id\":\"one\""), run.out());
        assertTrue(run.out().endsWith("]\n"), run.out());
    }

    @Test
    void jsonLinesAreNumberedEvents() {
        network.invite("one");
        network.answer("one");
        Run run = live("--count", "2", "--format", "jsonl");
        List<String> lines = run.out().lines().toList();
        assertTrue(lines.getFirst().startsWith("{\"event\":\"dialog_added\",\"event_number\":1,\"call_id\":\"one\","),
                run.out());
        assertEquals("{\"event\":\"capture_ended\",\"event_number\":%d}".formatted(lines.size()), lines.getLast());
    }

    private Run observed(String... arguments) {
        network.request(ObservedMethod.GUESSER, "REGISTER", "guess");
        network.request(ObservedMethod.CALLER, "INVITE", "call");
        List<String> all = new ArrayList<>(List.of("live", "--count", "2"));
        all.addAll(List.of(arguments));
        return Run.of(Methods.standard().with(new ObservedMethod()), network, folder.resolve("ring"),
                all.toArray(String[]::new));
    }

    @Test
    void incidentsAreEventsAsTheyForm() {
        Run run = observed("--format", "jsonl");
        assertEquals(0, run.code(), run.err());
        List<Map<String, Object>> events = run.out().lines().map(JsonText::object).toList();
        List<Map<String, Object>> incidents =
                events.stream().filter(event -> event.get("event").toString().startsWith("incident_")).toList();
        assertEquals("incident_added", incidents.getFirst().get("event"));
        assertEquals("toll_fraud", incidents.getLast().get("kind"));
        assertEquals(List.of(ObservedMethod.GUESSER, ObservedMethod.CALLER), incidents.getLast().get("actors"));
        assertEquals("capture_ended", events.getLast().get("event"));
        for (int i = 0; i < events.size(); i++) {
            assertEquals(i + 1L, events.get(i).get("event_number"));
        }
    }

    @Test
    void textHasALineForAnIncident() {
        Run run = observed();
        assertTrue(run.out().contains("  CRITICAL incident: Toll fraud through account 1007 ("), run.out());
    }

    @Test
    void rowsForSpreadsheetsHaveDialogsOnly() {
        Run run = observed("--format", "csv");
        assertEquals(2, run.records().stream().map(line -> line.split(",")[0]).distinct().count());
    }

    @Test
    void interfacesAreListedForPrograms() {
        String[] list = {"-i", "list", "--format"};
        assertEquals("[\n{\"name\":\"fake0\",\"up\":true,\"addresses\":[\"192.0.2.1\"],"
                + "\"description\":\"For tests\"}\n]\n", live(list[0], list[1], list[2], "json").out());
        assertTrue(live(list[0], list[1], list[2], "csv").out().startsWith("name,up,addresses,description\r\n"));
    }

    @Test
    void theDurationEndsIt() {
        Run run = live("--duration", "1");
        assertEquals(0, run.code(), run.err());
        assertEquals("", run.out());
        assertTrue(run.err().contains("0 SIP messages, 0 dialogs in the ring, 0 dropped"), run.err());
    }

    @Test
    void aKeyLogOpensTls() throws IOException {
        Path keys = Files.writeString(folder.resolve("keys"), TlsSession.TLS13.keys());
        network.tls(TlsSession.TLS13);
        Run run = live("--count", "4", "--keylog", keys.toString());
        assertEquals(0, run.code(), run.err());
        assertTrue(run.err().contains("4 SIP messages"), run.err());
    }

    @Test
    void aKeyLogNeedNotBeThereYetNorHoldASecretYet() throws IOException {
        Path later = folder.resolve("later");
        Path empty = Files.writeString(folder.resolve("empty"), "# written by a program\n");
        Run run = live("--duration", "1", "--keylog", later.toString(), "--keylog", empty.toString());
        assertEquals(0, run.code(), run.err());
        assertTrue(run.err().contains("later: does not exist yet; it is read when it appears"), run.err());
        assertFalse(run.err().contains("empty"), run.err());
    }

    @Test
    void aFileThatIsNoKeyLogIsSaid() throws IOException {
        Path other = Files.writeString(folder.resolve("other"), "no key log\n");
        Run run = live("--duration", "1", "--keylog", other.toString());
        assertTrue(run.err().contains("check that it is a key log"), run.err());
        Run directory = live("--duration", "1", "--keylog", folder.toString());
        assertEquals(3, directory.code());
        assertTrue(directory.err().contains("is a directory, not a key log"), directory.err());
    }

    @Test
    void whatTheRingPushedOutIsReportedAtTheEnd() throws IOException {
        Path ring = Files.createDirectory(folder.resolve("ring"));
        Files.write(ring.resolve("live-20200101-000000.000-000001.pcap"), new byte[1000]);
        for (int i = 0; i < 50; i++) {
            network.noise(100_000);
        }
        network.invite("one");
        Run run = live("--count", "1", "--ring-size", "1", "--ring-files", "2");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.err().contains("in the ring, 30 packets discarded, 0 dropped"), run.err());
        assertTrue(run.err().contains("30 packets in 3 files discarded because the ring was full"), run.err());
        assertTrue(run.err().contains("1 file of earlier captures discarded"), run.err());
    }

    @Test
    void aFileThatAKilledCaptureLeftIsSaidToBeCut() throws IOException {
        network.invite("one");
        assertEquals(0, live("--count", "1", "--ring-size", "1").code());
        Path file;
        try (Stream<Path> entries = Files.list(folder.resolve("ring"))) {
            file = entries.filter(each -> each.toString().endsWith(".pcap")).findFirst().orElseThrow();
        }
        long closed = Files.size(file);
        Files.write(file, new byte[(int) ((1 << 20) - closed)], StandardOpenOption.APPEND);
        Run run = live("--duration", "1", "--ring-size", "1");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.err()
                .contains("%s was not closed; cut after its last whole packet (packets kept: 1"
                        .formatted(file.getFileName())),
                run.err());
        assertEquals(closed, Files.size(file));
    }

    @Test
    void aRingThatCannotBeWrittenIsSaidWithTheReason() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        Run run = live("--count", "1", "--ring", file.resolve("ring").toString());
        assertEquals(4, run.code());
        assertTrue(run.err().contains("file/ring: Not a directory"), run.err());
    }

    @Test
    void allPacketsOfTheRingAreSaved() throws IOException {
        Path saved = folder.resolve("saved.pcap");
        network.invite("one");
        network.noise();
        Run run = live("--count", "1", "-o", saved.toString());
        assertEquals(0, run.code(), run.err());
        SipIndex index = CaptureIndexer.read(List.of(saved), RunMonitor.NONE);
        assertEquals(2, index.files().getFirst().frames());
        assertEquals("one", index.dialogs().callId(0));
    }

    @Test
    void aFileThatCannotBeWrittenIsSaidBeforeTheCaptureBegins() {
        Run run = live("--count", "1", "-o", folder.resolve("none/saved.pcap").toString());
        assertEquals(4, run.code());
        assertFalse(Files.exists(folder.resolve("ring")));
    }

    @Test
    void theCountsAreReportedThoughTheFileCannotBeWrittenAtTheEnd() {
        network.invite("one");
        network.lose(3);
        String name = "x".repeat(250) + ".pcap"; // too long with what is written beside it
        Run run = live("--count", "1", "-o", folder.resolve(name).toString());
        assertEquals(4, run.code(), run.err());
        assertTrue(run.err().contains("1 packet, 1 SIP message, 1 dialog in the ring"), run.err());
        assertTrue(run.err().contains("3 packets dropped by the kernel"), run.err());
    }

    @Test
    void theInterfacesAreListed() {
        Run run = live("-i", "list");
        assertEquals(0, run.code());
        assertEquals("fake0            up    192.0.2.1  For tests\n", run.out());
    }

    @Test
    void anUnknownInterfaceOrABadFilterIsWrongUsage() {
        Run unknown = live("-i", "eth9", "--count", "1");
        assertEquals(2, unknown.code());
        assertTrue(unknown.err().contains("there are: fake0"), unknown.err());
        Run bad = live("-f", "bad filter", "--count", "1");
        assertEquals(2, bad.code());
        assertTrue(bad.err().contains("\"bad filter\" is not understood"), bad.err());
    }

    @Test
    void numbersThatMakeNoSenseAreWrongUsage() {
        network.invite("one");
        assertEquals(2, live("--ring-files", "1").code());
        assertEquals(2, live("--ring-size", "0").code());
        assertEquals(2, live("--ring-size", "9223372036854775807").code());
        for (String option : List.of("--duration", "--count")) {
            for (String number : List.of("0", "-1")) {
                String other = option.equals("--count") ? "--duration" : "--count";
                Run run = live(option, number, other, "1"); // which ends it, were it begun
                assertEquals(2, run.code(), run.err());
                assertTrue(run.err().contains(option + " must be above zero (got " + number + ")"), run.err());
            }
        }
    }

    @Test
    void theLongestDurationIsNoFault() {
        network.invite("one");
        Run run = live("--count", "1", "--duration", "9223372036854775807");
        assertEquals(0, run.code(), run.err());
    }

    @Test
    void aMissingLibraryIsSaidWithItsCure() {
        FakeNetwork none = new FakeNetwork(Optional.of(new Obstacle("It needs libpcap", "apt-get install it")));
        Run run = Run.on(none, folder, "live", "--text");
        assertEquals(3, run.code());
        assertTrue(run.err().contains("apt-get install it"), run.err());
    }

    @Test
    void whatWasCapturedIsPrintedWhenTheInterfaceGoesAway() {
        network.breakDown();
        Run run = live("--text");
        assertEquals(3, run.code());
        assertTrue(run.err().contains("gives no more packets"), run.err());
    }

    @Test
    void whereThereIsADisplayTheWindowBeginsToCapture() {
        RecordedWindow window = new RecordedWindow();
        Path keys = folder.resolve("keys");
        Map<String, String> display = Map.of("DISPLAY", ":0");
        Run run = Run.in(StandardCharsets.UTF_8, display, network, folder, window, "live", "-i", "fake0", "-f", "udp",
                "--ring-files", "3", "--keylog", keys.toString());
        assertEquals(0, run.code(), run.err());
        assertEquals(List.of(List.of(keys)), window.keyLogs);
        LiveRequest capture = window.captures.getFirst();
        assertEquals(new LiveOrigin.Interface("fake0", "udp"), capture.origin());
        assertEquals(3, capture.ring().files());
        network.invite("one");
        Run text = Run.in(StandardCharsets.UTF_8, display, network, folder, window, "live", "--count", "1", "--ring",
                folder.resolve("other").toString());
        assertEquals(1, text.out().lines().count());
        assertEquals(1, window.captures.size());
    }

    @Test
    void reportsAreReceivedWhereNoPacketsCanBeCaptured() {
        assertEquals(2, live("--hep", "udp:9060", "-i", "eth0").code());
        assertEquals(2, live("--hep-certificate", "x.pem").code());
        Run wrong = live("--hep", "9060");
        assertEquals(2, wrong.code());
        assertTrue(wrong.err().contains("write udp:9060"), wrong.err());
        FakeNetwork none = new FakeNetwork(Optional.of(new Obstacle("something is missing", "apt-get install it")));
        Run run = Run.on(none, folder.resolve("hep"), "live", "--text", "--hep", "udp:127.0.0.1:0", "--duration", "1");
        assertEquals(0, run.code(), run.err());
        assertTrue(run.err().contains("HEP udp:127.0.0.1:"), run.err());
    }

    @Test
    void theWindowReceivesReports() {
        RecordedWindow window = new RecordedWindow();
        Run run = Run.in(StandardCharsets.UTF_8, Map.of("DISPLAY", ":0"), network, folder, window, "live", "--hep",
                "tls:9061", "--hep-certificate", "hep.pem");
        assertEquals(0, run.code(), run.err());
        assertEquals(new LiveOrigin.HepReports(HepAddress.of("tls:9061"), Optional.of(Path.of("hep.pem"))),
                window.captures.getFirst().origin());
    }
}
