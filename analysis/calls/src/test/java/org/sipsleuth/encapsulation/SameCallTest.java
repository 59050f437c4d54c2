package org.sipsleuth.encapsulation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.encapsulation.Streams.Framing;
import org.sipsleuth.encapsulation.Talk.Speaking;
import org.sipsleuth.run.RunMonitor;

/// The same call, whatever carries it, gives the same messages.
@Tag("long")
class SameCallTest {

    /// What WebSocket and TLS add to a message, at most: headers of fragments, pings, padding.
    private static final int LARGEST_FRAMING_BYTES = 120;

    @TempDir private Path folder;

    static List<Carrier> carriers() {
        return Carriers.all();
    }

    static List<Form> forms() {
        return Form.all();
    }

    @Test
    void theCallIsWholeAndSound() {
        List<String> plain = SameCall.plain();
        assertEquals(8, plain.size(), "seven messages and a dialog");
        assertTrue(plain.stream().limit(7).allMatch(line -> line.contains("| sound |")));
        assertEquals("same@example.org | INVITE 100 180 200 ACK BYE 200 | COMPLETED | 200"
                + " | sip:zoe@example.org | sip:bob@example.org | Wanderer 1.0"
                + " | PCMA | 7 messages | 0 again | 0 defective", plain.getLast());
    }

    @Test
    void carriersHaveNamesOfTheirOwn() {
        long names = carriers().stream().map(Carrier::name).distinct().count();
        assertEquals(carriers().size(), names);
    }

    @ParameterizedTest
    @MethodSource("carriers")
    void everyEncapsulationGivesTheSameMessages(Carrier carrier) {
        SameCall.assertCarriedBy(carrier);
    }

    @ParameterizedTest
    @MethodSource("forms")
    void everyFileFormatGivesTheSameMessages(Form form) {
        SameCall.assertCarriedBy(Carrier.of(Talk.UDP, Hosts.IPV4), form);
        Carriers.talks()
                .stream()
                .filter(talk -> form.carriesSecrets() || talk.secrets().isEmpty())
                .forEach(talk -> SameCall.assertCarriedBy(Carrier.of(talk, Hosts.IPV6), form));
    }

    private static int longest() {
        return Call.usual().said().stream().mapToInt(said -> said.text().length()).max().orElse(0);
    }

    /// Every message in two parts, cut behind each of its bytes.
    @Test
    void tcpCutAtEveryByteGivesTheSameMessages() {
        assertCutAnywhere("TCP", Transport.TCP, Streams::tcp);
    }

    @Test
    void sctpCutAtEveryByteGivesTheSameMessages() {
        assertCutAnywhere("SCTP", Transport.SCTP, Datagrams::sctp);
    }

    @ParameterizedTest
    @MethodSource("framings")
    void webSocketCutAtEveryByteGivesTheSameMessages(Framing framing) {
        assertCutAnywhere("WebSocket " + framing, Transport.WS, delivery -> Streams.webSocket(delivery, framing));
    }

    static Stream<Framing> framings() {
        return Stream.of(Framing.values());
    }

    private static void assertCutAnywhere(String name, Transport transport, Function<Delivery, Speaking> speaking) {
        List<Carrier> carriers = new ArrayList<>();
        for (int cut = 1; cut < longest() + LARGEST_FRAMING_BYTES; cut++) {
            Speaking cutThere = speaking.apply(Delivery.cutAt(cut));
            Talk talk = Talk.of(name + " cut at " + cut, transport, cutThere);
            carriers.add(Carrier.of(talk, Hosts.IPV4));
        }
        SameCall.assertEachCarriedBy(carriers);
    }

    @ParameterizedTest
    @ValueSource(strings = {"call-tls12-mte-aes128-sha", "call-tls13-chacha20-poly1305-sha256"})
    void tlsCutAtEveryByteGivesTheSameMessages(String session) {
        for (int cut = 1; cut < longest() + LARGEST_FRAMING_BYTES; cut++) {
            Talk talk = Carriers.tls(session + " cut at " + cut, session, Delivery.cutAt(cut));
            SameCall.assertCarriedBy(Carrier.of(talk, Hosts.IPV4));
        }
    }

    @Test
    void datagramsCutAtEveryEightBytesGiveTheSameMessages() {
        List<Carrier> carriers = new ArrayList<>();
        for (int cut = IpFragments.UNIT_BYTES; cut < longest(); cut += IpFragments.UNIT_BYTES) {
            Delivery delivery = Delivery.cutAt(cut);
            for (Hosts hosts : List.of(Hosts.IPV4, Hosts.IPV6)) {
                carriers.add(Carrier.of(Talk.UDP, hosts)
                        .in(sent -> IpFragments.cut(sent, delivery))
                        .named("fragments cut at " + cut));
            }
        }
        SameCall.assertEachCarriedBy(carriers);
    }

    @Test
    void aMessageCutByTheSnapLengthIsAMessageStill() throws IOException {
        byte[] frame = Carrier.of(Talk.UDP, Hosts.IPV4).frames(Call.usual()).getFirst().bytes();
        PcapWriter pcap = new PcapWriter(1).frame(1, 0, Arrays.copyOf(frame, 200));
        SipIndex index = CaptureIndexer.read(List.of(pcap.write(folder.resolve("cut.pcap"))), RunMonitor.NONE);
        assertEquals(1, index.messages().size());
        assertTrue(index.messages().isDefective(0));
    }

    /// The list of the encapsulations that must be there; a name less would be a silent loss.
    @Test
    void nothingIsMissing() {
        String names = carriers().stream().map(Carrier::name).collect(Collectors.joining("\n"));
        for (String must : List.of("802.1Q", "QinQ", "QinQ of old", "MPLS", "PPP", "PPPoE", "L2TP", "GRE",
                "GRE with key", "GRE version 1", "IP in IPv4, IPv6", "VXLAN", "Geneve", "GTP-U", "ERSPAN II",
                "ERSPAN III", "Teredo", "ESP with NULL", "HEP1", "HEP2", "HEP3", "CAPWAP", "NFLOG", "NFLOG of a bridge",
                "Linux cooked v1", "Linux cooked v2", "radiotap", "802.11", "IPv4 fragments", "IPv6 fragments",
                "TCP, a byte", "TCP, the last first", "TCP, each twice", "TCP, overlapping", "SCTP", "SCTP, I-DATA",
                "WebSocket", "TLS 1.2, aes128-gcm", "TLS 1.2, chacha20", "TLS 1.2, aes128-sha", "TLS 1.2, ticket",
                "TLS 1.2, session-id", "TLS 1.3, aes-256-gcm", "TLS 1.3, chacha20", "TLS 1.3, resumed",
                "TLS 1.3, websocket")) {
            assertTrue(names.contains("\n" + must), must);
        }
    }
}
