package org.sipsleuth.capture.protocol;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.Provenance;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.stream.ByteStream.Verdict;
import org.sipsleuth.capture.stream.Conversation;
import org.sipsleuth.capture.stream.Heard;
import org.sipsleuth.capture.tls.keylog.KeyLog;
import org.sipsleuth.capture.websocket.Frames;

class StreamProtocolsTest {

    private static final String REQUEST = "OPTIONS sip:b@example.org SIP/2.0\r\n\r\n";
    private static final List<String> WAY = List.of("Ethernet", "IPv4", "TCP");

    private final Arrival arrival = new Arrival();
    private final Heard heard = new Heard();
    private final StreamProtocols protocols = new StreamProtocols(heard, new KeyLog());
    private final Conversation connection = open();

    private Conversation open() {
        arrival.over(Transport.TCP, 40_000, 443);
        arrival.through(WAY);
        return protocols.open(arrival);
    }

    private Verdict first(byte[] bytes) {
        Provenance origin = Provenance.of(0, 0, bytes.length, 1, 0);
        return connection.fromFirst().data(arrival, bytes, 0, bytes.length, origin);
    }

    private Verdict other(byte[] bytes) {
        Provenance origin = Provenance.of(0, 0, bytes.length, 1, 0);
        return connection.fromOther().data(arrival, bytes, 0, bytes.length, origin);
    }

    private static byte[] ascii(String text) {
        return Frames.ascii(text);
    }

    @Test
    void textGoesOnAsItIs() {
        assertEquals(Verdict.GAVE, first(ascii(REQUEST)));
        assertEquals(REQUEST, heard.first().text());
        assertEquals(Transport.TCP, heard.first().last().transport());
        assertSame(WAY, heard.first().last().layers());
        assertEquals(Verdict.GAVE, other(ascii("\r\n")));
        assertEquals(1, heard.opened());
    }

    @Test
    void sipMethodThatBeginsLikeHttpIsText() {
        for (String start : List.of("GETX sip:a", "HELLO sip:a", "G", "PO")) {
            Conversation another = open();
            byte[] bytes = ascii(start);
            Provenance origin = Provenance.of(0, 0, bytes.length, 1, 0);
            another.fromFirst().data(arrival, bytes, 0, bytes.length, origin);
        }
        assertEquals("GETX sip:aHELLO sip:a", heard.first().text());
    }

    @Test
    void webSocketIsFoundByItsHandshake() {
        assertEquals(Verdict.WAITING, first(ascii("GE")));
        byte[] request = Frames.request();
        first(Arrays.copyOfRange(request, 2, request.length));
        other(Frames.response(""));
        first(new Frames(true).message(REQUEST).bytes());
        assertEquals(List.of(REQUEST), heard.first().messages());
        assertEquals(Transport.WS, heard.first().last().transport());
        assertEquals(List.of("Ethernet", "IPv4", "TCP", "WebSocket"), heard.first().last().layers());
        assertEquals(443, heard.first().last().destinationPort());
    }

    @Test
    void webSocketIsFoundBehindWhateverMethodHttpBeginsWith() {
        for (String method : List.of("GET", "HEAD", "POST", "PUT")) {
            Conversation another = open();
            byte[] request = ascii(method + " / HTTP/1.1\r\nContent-Length: 0\r\n\r\n");
            byte[] frame = new Frames(true).message(REQUEST).bytes();
            for (byte[] bytes : List.of(request, Frames.request(), frame)) {
                Provenance origin = Provenance.of(0, 0, bytes.length, 1, 0);
                another.fromFirst().data(arrival, bytes, 0, bytes.length, origin);
            }
            assertEquals(REQUEST, heard.first().messages().getLast());
        }
        assertEquals(4, heard.first().messages().size());
    }

    @Test
    void equalWaysAreTheSameList() {
        webSocketIsFoundByItsHandshake();
        List<String> before = heard.first().last().layers();
        arrival.through(List.of("raw IP", "IPv4", "TCP"));
        first(new Frames(true).message(REQUEST).bytes());
        arrival.through(List.of("Ethernet", "IPv4", "TCP"));
        first(new Frames(true).message(REQUEST).bytes());
        assertSame(before, heard.first().last().layers());
    }

    @Test
    void webSocketThatIsJoinedInItsMiddleIsFoundByAStartLine() {
        byte[] frame = new Frames(true).message("x".repeat(300) + "\0").bytes();
        assertEquals(Verdict.WAITING, first(Arrays.copyOfRange(frame, 100, frame.length)));
        byte[] next = new Frames(true).frame(0x89, ascii("p")).message(REQUEST).bytes();
        assertEquals(Verdict.GAVE, first(next));
        assertEquals(List.of(REQUEST), heard.first().messages());
        other(new Frames(false).message("SIP/2.0 200 OK\r\n\r\n").bytes());
        assertEquals(List.of("SIP/2.0 200 OK\r\n\r\n"), heard.other().messages());
    }

    @Test
    void binaryStreamIsGivenUpAfterSomeLooks() {
        Verdict verdict = Verdict.WAITING;
        int looks = 0;
        while (verdict == Verdict.WAITING) {
            verdict = first(new byte[]{(byte) 0xfe, 1, 2, 3});
            looks++;
        }
        assertEquals(Verdict.FOREIGN, verdict);
        assertEquals(16, looks);
        assertNull(connection.fromFirst().unreadReason());
    }

    @Test
    void streamTooShortToDetectIsNamed() {
        assertEquals(Verdict.WAITING, first(new Frames(true).frame(0x8a, new byte[0]).bytes()));
        assertEquals(Verdict.NOTHING, connection.fromFirst().gap(arrival, 0));
        assertEquals(UnreadReason.STREAM_TOO_SHORT, connection.fromFirst().unreadReason());
        assertEquals(Verdict.WAITING, connection.fromFirst().gap(arrival, 0));
    }

    @Test
    void tlsWithoutHandshakeIsNamed() {
        assertEquals(Verdict.FOREIGN, first(new byte[]{0x17, 3, 3, 0, 2, 0, 0}));
        assertEquals(UnreadReason.TLS_NO_HANDSHAKE, connection.fromFirst().unreadReason());
    }

    @Property(tries = 1_000)
    void anyBytesNeverThrow(@ForAll @Size(max = 30) List<byte[]> parts) {
        Conversation any = open();
        for (byte[] part : parts) {
            Provenance origin = Provenance.of(0, 0, part.length, 1, 0);
            boolean toOther = part.length % 3 == 0;
            (toOther ? any.fromOther() : any.fromFirst()).data(arrival, part, 0, part.length, origin);
        }
        any.fromFirst().end();
        any.fromOther().end();
    }
}
