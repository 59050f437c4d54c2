package org.sipsleuth.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.capture.Tunnels;
import org.sipsleuth.capture.Wires;
import org.sipsleuth.capture.Wires.Wire;
import org.sipsleuth.run.RunMonitor;

/// The same call, whatever carries it.
class EncapsulatedCallTest {

    private static final String CALLER = "192.0.2.1";
    private static final String CALLEE = "192.0.2.9";

    @TempDir Path directory;

    private static byte[] request(String method, int cseq) {
        String message =
                "%s sip:b@example.org SIP/2.0\r\n".formatted(method) + fields(method, cseq);
        return packet(CALLER, CALLEE, message);
    }

    private static byte[] response(int status, String method, int cseq) {
        return packet(CALLEE, CALLER, "SIP/2.0 %d OK\r\n".formatted(status) + fields(method, cseq));
    }

    private static String fields(String method, int cseq) {
        return """
               Via: SIP/2.0/UDP 192.0.2.1;branch=z9hG4bK%d%s
               From: <sip:a@example.org>;tag=a
               To: <sip:b@example.org>;tag=b
               Call-ID: one
               CSeq: %d %s
               Max-Forwards: 70
               Content-Length: 0

               """
                .formatted(cseq, method, cseq, method)
                .replace("\n", "\r\n");
    }

    private static byte[] packet(String source, String destination, String message) {
        byte[] payload = message.getBytes(StandardCharsets.US_ASCII);
        return Packets.ipv4(source, destination, 17, Packets.udp(5060, 5070, payload));
    }

    private static List<byte[]> call() {
        return List.of(
                request("INVITE", 1),
                response(180, "INVITE", 1),
                response(200, "INVITE", 1),
                request("ACK", 1),
                request("BYE", 2),
                response(200, "BYE", 2));
    }

    private SipIndex read(int linkType, UnaryOperator<byte[]> around) throws IOException {
        PcapWriter pcap = new PcapWriter(linkType);
        call().forEach(packet -> pcap.frame(1_700_000_000L, 10, around.apply(packet)));
        return SipIndex.read(List.of(pcap.write(directory.resolve("call.pcap"))), RunMonitor.NONE);
    }

    private static List<String> told(SipIndex index) {
        List<String> told = new ArrayList<>();
        MessageTable messages = index.messages();
        for (int i = 0; i < messages.size(); i++) {
            told.add(
                    "%d %d %s %s %s %s"
                            .formatted(
                                    messages.frame(i),
                                    messages.dialog(i),
                                    messages.endpoint(messages.source(i)),
                                    messages.endpoint(messages.destination(i)),
                                    messages.transport(i),
                                    new String(index.bytes(i), StandardCharsets.US_ASCII)));
        }
        told.add(index.dialogs().sequenceText(0) + " " + index.dialogs().state(0));
        return told;
    }

    static Stream<Wire> everything() {
        Stream<Map.Entry<String, UnaryOperator<byte[]>>> tunnels =
                Tunnels.all().entrySet().stream();
        return Stream.concat(
                Wires.all().stream(),
                tunnels.map(tunnel -> new Wire(tunnel.getKey(), 101, tunnel.getValue())));
    }

    @ParameterizedTest
    @MethodSource("everything")
    void theCallIsTheSameInAll(Wire wire) throws IOException {
        List<String> plain = told(read(101, ip -> ip));
        assertEquals(7, plain.size());
        SipIndex carried = read(wire.linkType(), wire.frame());
        assertEquals(plain, told(carried));
        assertEquals(List.of(), carried.files().getFirst().unread());
    }

    @Test
    void aMessageCutByTheSnapLengthIsAMessageStill() throws IOException {
        byte[] whole = request("INVITE", 1);
        PcapWriter pcap = new PcapWriter(101);
        pcap.frame(1_700_000_000L, 0, java.util.Arrays.copyOf(whole, 120));
        SipIndex index =
                SipIndex.read(List.of(pcap.write(directory.resolve("cut.pcap"))), RunMonitor.NONE);
        assertEquals(1, index.messages().size());
        assertTrue(index.messages().isDefective(0));
    }
}
