package org.sipsleuth.belief.observation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.column.KeyedHash;
import org.sipsleuth.run.RunMonitor;

/// What the index has of a message is the same as parsing its text again.
final class NarrowReadingTest {

    private static final int MESSAGES = 60;
    private static final Path SAMPLES = Path.of("../../sample-captures");

    /// What decides how a header is read.
    private static final String MARKS = "\r\n\t ,;:=<>\"\\@/[]?*0129aZ.\0\u007f\u00e9";

    private static final List<String> STARTS =
            List.of("INVITE sip:bob@example.com;x=y SIP/2.0", "INVITE <sip:bob@example.com> SIP/2.0",
                    "REGISTER sip:example.com SIP/2.0", "CANCEL sip:bob@example.com SIP/2.0",
                    "ACK sip:bob@192.0.2.7:5060 SIP/2.0", "\r\n\r\nOPTIONS sip:carol@example.com?a=b SIP/2.0",
                    "SIP/2.0 200 OK", "SIP/2.0 487 Request Terminated", "SIP/2.0 180 ");

    private static final List<String> VIAS = List.of("Via: SIP/2.0/UDP 192.0.2.1:5060;branch=z9hG4bK1;rport",
            "v: SIP/2.0/UDP 192.0.2.2;branch=z9hG4bK2;received=203.0.113.9;rport=1",
            "VIA:SIP/2.0/TCP Phone.Example.org;branch=z9hG4bK3", "Via: SIP/2.0/TCP [2001:DB8::1]:5060;branch=z9hG4bK4",
            "Via: SIP/2.0/UDP a.example;branch=z9hG4bK5, SIP/2.0/UDP b.example",
            "Via: SIP / 2.0 / UDP c.example;RECEIVED=192.0.2.3", "Via: nothing");

    private static final List<String> LINES =
            List.of("To: Bob <sip:bob@example.com>", "t: \"Bob <b>\" <sip:bob@example.com;user=phone>",
                    "To: Bob <sip:bob@example.com>;tag=b", "CSeq: 1 INVITE", "CSeq: 1 CANCEL", "CSeq: 2 REGISTER",
                    "Content-Type: application/sdp", "Content-Type: multipart/mixed;boundary=b", "Content-Length: 70",
                    "Content-Length: 0", "Timestamp: 1", "Vary: x", "X Own: a", "no colon", " folded");

    private static final List<String> BODIES = List.of("", "v=0\r\nc=IN IP4 192.0.2.1\r\nm=audio 4000 RTP/AVP 0\r\n",
            "v=0\r\nm=audio 4000/2 RTP/AVP 0\r\nc=IN IP4 192.0.2.1\r\nm=video 0 RTP/AVP 9",
            "--b\r\nContent-Type: application/sdp\r\n\r\nv=0\nm=audio 6000 RTP/SAVP 0\n--b--");

    @Property(tries = 150)
    void ofHostileMessages(@ForAll long seed) throws IOException {
        Random random = new Random(seed);
        PcapWriter pcap = new PcapWriter(1);
        for (int i = 0; i < MESSAGES; i++) {
            byte[] text = message(random).getBytes(StandardCharsets.ISO_8859_1);
            byte[] udp = Packets.udp(5060, 5060, text);
            String host = "192.0.2." + random.nextInt(4);
            pcap.frame(1, i, Packets.ethernet(0x0800, Packets.ipv4(host, "192.0.2.9", 17, udp)));
        }
        Path file = Files.createTempFile("narrow", ".pcap");
        Files.write(file, pcap.bytes());
        SipIndex index = CaptureIndexer.read(List.of(file), RunMonitor.NONE);
        long narrow = IntStream.range(0, index.messages().size())
                .filter(message -> index.messages().viaCount(message) > 0)
                .count();
        assertTrue(narrow > 0 && narrow < index.messages().size(), "some of both");
        assertSame(index);
        Files.delete(file);
    }

    @Test
    void ofEverySampleCapture() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            for (Path file : files.filter(each -> each.toString().contains(".pcap")).toList()) {
                assertSame(CaptureIndexer.read(List.of(file), RunMonitor.NONE));
            }
        }
    }

    private static void assertSame(SipIndex index) {
        KeyedHash hash = KeyedHash.random();
        for (SourceRule rule : SourceRule.values()) {
            TrafficEvents narrow = events(index, new TrafficEvents.Reading(rule, hash, false));
            TrafficEvents whole = events(index, new TrafficEvents.Reading(rule, hash, true));
            for (int message = 0; message < index.messages().size(); message++) {
                int number = message;
                assertEquals(reported(whole, message), reported(narrow, message),
                        () -> new String(index.bytes(number), StandardCharsets.ISO_8859_1));
            }
        }
    }

    private static TrafficEvents events(SipIndex index, TrafficEvents.Reading reading) {
        return TrafficEvents.of(index, reading, RunMonitor.NONE);
    }

    private static List<Object> reported(TrafficEvents events, int message) {
        List<Object> reported = new ArrayList<>();
        reported.add(events.sourceName(events.source(message)));
        reported.add(events.vias(message));
        reported.add(events.destination(message));
        for (int i = 0; i < events.portCount(message); i++) {
            reported.add(events.port(message, i));
        }
        return reported;
    }

    /// A message as nearly all are, with some lines more, less or moved, and some bytes changed.
    private static String message(Random random) {
        List<String> lines = new ArrayList<>();
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            lines.add(VIAS.get(random.nextInt(random.nextInt(3) == 0 ? VIAS.size() : 2)));
        }
        String body = BODIES.get(random.nextInt(BODIES.size()));
        lines.add("Max-Forwards: 70");
        lines.add("From: <sip:alice@example.org>;tag=1");
        lines.add(LINES.get(random.nextInt(3)));
        lines.add("Call-ID: " + random.nextInt(20) + "@192.0.2.1");
        lines.add(LINES.get(3 + random.nextInt(3)));
        lines.add("Content-Type: application/sdp");
        lines.add("Content-Length: " + body.length());
        String start = STARTS.get(random.nextInt(STARTS.size()));
        if (random.nextBoolean()) {
            change(lines, random);
        }
        StringBuilder text = new StringBuilder(start + "\r\n" + String.join("\r\n", lines));
        text.append("\r\n\r\n").append(body);
        for (int i = random.nextInt(3) == 0 ? random.nextInt(4) : 0; i > 0; i--) {
            int at = start.length() + random.nextInt(text.length() - start.length());
            char mark = MARKS.charAt(random.nextInt(MARKS.length()));
            switch (random.nextInt(3)) {
                case 0 -> text.setCharAt(at, mark);
                case 1 -> text.insert(at, mark);
                default -> text.deleteCharAt(at);
            }
        }
        return text.toString();
    }

    private static void change(List<String> lines, Random random) {
        for (int i = random.nextInt(3); i > 0; i--) {
            int at = random.nextInt(lines.size());
            String line = random.nextBoolean() ? any(VIAS, random) : any(LINES, random);
            switch (random.nextInt(3)) {
                case 0 -> lines.add(at, line);
                case 1 -> lines.set(at, line);
                default -> Collections.swap(lines, at, random.nextInt(lines.size()));
            }
        }
    }

    private static String any(List<String> texts, Random random) {
        return texts.get(random.nextInt(texts.size()));
    }
}
