package org.sipsleuth.encapsulation;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.capture.Tunnels;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.MessageTable;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// Reports of HEP, among them those that Kamailio sent, recorded with the messages that it
/// reported: `hep/record.sh`.
class HepReportsTest {

    @TempDir private Path folder;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3})
    void reportsGiveTheMessagesThatKamailioSaw(int version) throws IOException {
        SipIndex index = CaptureIndexer.read(List.of(recording(version)), RunMonitor.NONE);
        List<String> seen = new ArrayList<>();
        List<String> reported = new ArrayList<>();
        for (int i = 0; i < index.messages().size(); i++) {
            boolean report = index.messages().layers(i).getLast().startsWith("HEP");
            (report ? reported : seen).add(stated(index, i));
        }
        assertEquals(4, seen.size(), "a request and a response over UDP and over TCP");
        assertEquals(seen, reported);
    }

    /// The number of the transport, as reports give it, and what it means.
    @ParameterizedTest
    @CsvSource({"6, TCP", "17, UDP", "132, SCTP", "22, TLS", // as Kamailio writes it, for WebSocket too
    })
    void reportsShowTheTransport(int number, Transport transport) throws IOException {
        Carrier call = Carrier.of(Talk.UDP, Hosts.IPV4);
        byte[] packet = call.talk().speaking().say(Call.usual(), Hosts.IPV4).getFirst().bytes();
        int datagram = 20 + 8;
        for (Map.Entry<String, Integer> at : Map
                .of("HEP1", datagram + 3, "HEP2", datagram + 3, "HEP3", datagram + 6 + 7 + 6)
                .entrySet()) {
            byte[] report = Tunnels.all().get(at.getKey()).apply(packet);
            report[at.getValue()] = (byte) number;
            PcapWriter pcap = new PcapWriter(101).frame(1_700_000_000L, 0, report);
            Path file = pcap.write(folder.resolve("report.pcap"));
            SipIndex index = CaptureIndexer.read(List.of(file), RunMonitor.NONE);
            assertEquals(1, index.messages().size(), at.getKey());
            assertEquals(transport, index.messages().transport(0), at.getKey());
        }
    }

    /// Else one report of the year 2106 would make all that is pending look abandoned.
    @ParameterizedTest
    @CsvSource({"ffffffff, 1700000000", "6553ff10, 1700003600", "65523f00, 1699888896", "00000001, 1"})
    void aReportFromTheFutureHasTheTimeOfItsArrival(String seconds, long shown) throws IOException {
        Carrier call = Carrier.of(Talk.UDP, Hosts.IPV4);
        byte[] packet = call.talk().speaking().say(Call.usual(), Hosts.IPV4).getFirst().bytes();
        byte[] report = Tunnels.all().get("HEP3").apply(packet);
        int at = new String(report, StandardCharsets.ISO_8859_1).indexOf("\0\t\0\n") + 4;
        System.arraycopy(HexFormat.of().parseHex(seconds), 0, report, at, 4);
        Path file = new PcapWriter(101).frame(1_700_000_000L, 0, report).write(folder.resolve("report.pcap"));
        SipIndex index = CaptureIndexer.read(List.of(file), RunMonitor.NONE);
        assertEquals(shown, Math.floorDiv(index.messages().capturedAtNanos(0), 1_000_000_000L));
    }

    private static String stated(SipIndex index, int message) {
        MessageTable messages = index.messages();
        return "%s to %s over %s: %s".formatted(messages.endpoint(messages.source(message)),
                messages.endpoint(messages.destination(message)), messages.transport(message),
                new String(index.bytes(message), StandardCharsets.ISO_8859_1));
    }

    private Path recording(int version) throws IOException {
        String name = "hep/" + version + ".pcap";
        try (InputStream in = HepReportsTest.class.getResourceAsStream(name)) {
            byte[] bytes = Objects.requireNonNull(in, name).readAllBytes();
            return Files.write(folder.resolve("hep.pcap"), bytes);
        }
    }
}
