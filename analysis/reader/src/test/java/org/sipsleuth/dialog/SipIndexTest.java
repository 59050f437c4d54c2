package org.sipsleuth.dialog;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.dialog.Talk.CALLEE;
import static org.sipsleuth.dialog.Talk.CALLER;
import static org.sipsleuth.dialog.Talk.PROXY;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CancellationException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.capture.CaptureFormatException;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.capture.UnreadFrames;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;
import org.sipsleuth.run.StoppedRun;

class SipIndexTest {

    @TempDir Path directory;

    private static Talk call() {
        return new Talk().request(CALLER, PROXY, "INVITE", 1, "i", Talk.sdp("0 8 101"))
                .request(PROXY, CALLEE, "INVITE", 1, "j", Talk.sdp("0 8 101"))
                .response(CALLEE, PROXY, 180, "INVITE", 1, "j")
                .response(PROXY, CALLER, 180, "INVITE", 1, "i")
                .response(CALLEE, PROXY, 200, "INVITE", 1, "j", ";tag=b", Talk.sdp("8"))
                .response(PROXY, CALLER, 200, "INVITE", 1, "i", ";tag=b", Talk.sdp("8"))
                .callId("two")
                .request(CALLEE, PROXY, "OPTIONS", 1, "o")
                .callId("one@192.0.2.1")
                .request(CALLER, CALLEE, "BYE", 2, "k");
    }

    @Test
    void dialogsAreTheMessagesOfOneCallId() throws IOException {
        SipIndex index = call().read();
        DialogTable dialogs = index.dialogs();
        assertEquals(2, dialogs.size());
        assertEquals("one@192.0.2.1", dialogs.callId(0));
        assertArrayEquals(new int[]{0, 1, 2, 3, 4, 5, 7}, index.messagesOf(0));
        assertArrayEquals(new int[]{6}, index.messagesOf(1));
        assertEquals("INVITE INVITE 180 180 200 200 BYE", dialogs.sequenceText(0));
        assertEquals("sip:a@example.org", dialogs.caller(0));
        assertEquals("sip:b@example.org", dialogs.callee(0));
        assertEquals("Talk", dialogs.userAgent(0));
        assertEquals(7_000_000_000L, dialogs.durationNanos(0));
        assertEquals(1, dialogs.find("two"));
        assertEquals(-1, dialogs.find("three"));
    }

    /// The From of a request is who sends it, which within a call may be the callee.
    @Test
    void theCallerIsWhoBeganTheCallWhoeverEndsIt() throws IOException {
        PcapWriter pcap = new PcapWriter(1);
        for (String from : List.of("a", "b")) {
            String request = """
                    OPTIONS sip:c@example.org SIP/2.0
                    Via: SIP/2.0/UDP host;branch=z9hG4bK%s
                    From: <sip:%s@example.org>;tag=%s
                    To: <sip:to-%s@example.org>;tag=t
                    Call-ID: one
                    CSeq: 1 OPTIONS
                    Content-Length: 0

                    """.replace("%s", from).replace("\n", "\r\n");
            pcap.frame(1_700_000_000L, 0, Packets.sip(CALLER, CALLEE, request));
        }
        Path file = Files.write(directory.resolve("call.pcap"), pcap.bytes());
        DialogTable dialogs = CaptureIndexer.read(List.of(file), RunMonitor.NONE).dialogs();
        assertEquals("sip:a@example.org", dialogs.caller(0));
        assertEquals("sip:to-a@example.org", dialogs.callee(0));
    }

    @Test
    void dialogsTakeTheTimeBetweenTheirEarliestAndLatestMessageWhereTheClockGoesBack() throws IOException {
        DialogTable dialogs = new Talk().request(CALLER, PROXY, "OPTIONS", 1, "i")
                .after(-61)
                .response(PROXY, CALLER, 200, "OPTIONS", 1, "i")
                .callId("two")
                .request(CALLER, PROXY, "OPTIONS", 1, "i")
                .response(PROXY, CALLER, 200, "OPTIONS", 1, "i")
                .callId("one@192.0.2.1")
                .request(CALLER, PROXY, "OPTIONS", 2, "j")
                .read()
                .dialogs();
        assertEquals(60_000_000_000L, dialogs.durationNanos(0));
        assertEquals((1_700_000_000L - 60) * 1_000_000_000L, dialogs.startNanos(0));
        assertEquals(0, dialogs.firstMessage(0));
        assertEquals(1_000_000_000L, dialogs.durationNanos(1));
    }

    @Test
    void codecsAreThoseOfTheAnswer() throws IOException {
        assertEquals("PCMA", call().read().dialogs().codecs(0));
        DialogTable offered = new Talk().request(CALLER, CALLEE, "INVITE", 1, "i", Talk.sdp("0 8")).read().dialogs();
        assertEquals("PCMU PCMA", offered.codecs(0));
    }

    @Test
    void theAnswerToALateOfferStandsInTheAck() throws IOException {
        DialogTable dialogs = new Talk().request(CALLER, CALLEE, "INVITE", 1, "i")
                .response(CALLEE, CALLER, 200, "INVITE", 1, "i", ";tag=b", Talk.sdp("0 8"))
                .request(CALLER, CALLEE, "ACK", 1, "a", Talk.sdp("8"))
                .read()
                .dialogs();
        assertEquals("PCMA", dialogs.codecs(0));
    }

    @Test
    void dialogsOfTheSameSequenceShareIt() throws IOException {
        Talk talk = new Talk();
        for (String id : List.of("a", "b", "c")) {
            talk.callId(id).request(CALLER, CALLEE, "OPTIONS", 1, "o" + id);
        }
        DialogTable dialogs = talk.callId("c").response(CALLEE, CALLER, 200, "OPTIONS", 1, "oc").read().dialogs();
        assertEquals(dialogs.sequence(0), dialogs.sequence(1));
        assertTrue(dialogs.sequence(0) != dialogs.sequence(2));
        assertEquals(2, dialogs.sequenceLength(2));
    }

    @Test
    void messagesWithoutCallIdShareADialog() throws IOException {
        PcapWriter pcap = new PcapWriter(1);
        for (int i = 0; i < 2; i++) {
            pcap.frame(i, 0, Packets.sip(CALLER, CALLEE, "OPTIONS sip:b SIP/2.0\r\nX: " + i + "\r\n\r\n"));
        }
        SipIndex index = read(pcap.bytes());
        assertEquals(1, index.dialogs().size());
        assertEquals("", index.dialogs().callId(0));
        assertEquals(2, index.dialogs().defectiveCount(0));
        assertEquals(2L, index.files().getFirst().defects().get("missing Call-ID"));
    }

    @Test
    void everyFrameIsAMessageOrInTheAccount() throws IOException {
        byte[] rtp = new byte[172];
        rtp[0] = (byte) 0x80;
        PcapWriter pcap = new PcapWriter(1).frame(0, 0, Packets.sip(CALLER, CALLEE, "OPTIONS sip:b SIP/2.0\r\n\r\n"))
                .frame(1, 0, Packets.sip(CALLER, CALLEE, "GET / HTTP/1.1\r\n\r\n"))
                .frame(2, 0, Packets.sip(CALLER, CALLEE, "\r\n\r\n"))
                .frame(3, 0, Packets.ethernet(0x0806, new byte[28]))
                .frame(4, 0, Packets.sip(CALLER, CALLEE, new String(rtp, StandardCharsets.ISO_8859_1)));
        CaptureSummary summary = read(pcap.bytes()).files().getFirst();
        assertEquals(1, summary.messages());
        assertEquals(
                List.of("ARP", "UDP payload that is not SIP", "UDP payload that looks like RTP",
                        "UDP without payload, or keep-alive"),
                summary.unread().stream().map(u -> u.reason()).sorted().toList());
        assertEquals(summary.frames(), summary.messages() + summary.unread().stream().mapToLong(u -> u.frames()).sum());
    }

    @Test
    void filesAreReadSideBySideInTheOrderOfTime() throws IOException {
        Talk early = new Talk().request(CALLER, CALLEE, "OPTIONS", 1, "o1");
        early.after(10).response(CALLEE, CALLER, 200, "OPTIONS", 1, "o1");
        Talk between = new Talk().after(5).callId("b").request(CALLER, CALLEE, "OPTIONS", 1, "o2");
        Path first = Files.write(directory.resolve("1.pcap"), early.bytes());
        Path second = Files.write(directory.resolve("2.pcap"), between.bytes());
        SipIndex index = CaptureIndexer.read(List.of(first, second), RunMonitor.NONE);
        MessageTable messages = index.messages();
        assertEquals(3, messages.size());
        assertEquals(0, messages.file(0));
        assertEquals(1, messages.file(1));
        assertEquals(0, messages.file(2));
        assertEquals(2, messages.frame(2));
        assertTrue(new String(index.bytes(1), StandardCharsets.US_ASCII).contains("Call-ID: b"));
        assertEquals(1, index.files().get(1).dialogs());
    }

    @Tag("long")
    @Test
    void aSampleCutAtEveryByteGivesAPrefixOfTheWhole() throws IOException {
        byte[] whole = call().bytes();
        List<String> all = texts(read(whole));
        int before = 0;
        for (int cut = 24; cut < whole.length; cut++) {
            SipIndex index = read(Arrays.copyOf(whole, cut));
            List<String> texts = texts(index);
            assertEquals(all.subList(0, texts.size()), texts, "cut at " + cut);
            assertTrue(texts.size() >= before);
            before = texts.size();
        }
        assertEquals(all.size() - 1, before);
    }

    @Property(tries = 300)
    void anyBytesAsAFileAreReadOrRefused(@ForAll @Size(max = 400) byte[] bytes) throws IOException {
        byte[] magic = new PcapWriter(1).bytes();
        for (byte[] file : List.of(bytes, Packets.join(magic, bytes))) {
            try {
                read(file);
            } catch (CaptureFormatException e) {
                assertTrue(e.offset() <= file.length);
            }
        }
    }

    @Property(tries = 300)
    void anyBytesAsAPayloadAreAMessageOrInTheAccount(@ForAll @Size(max = 300) byte[] payload) throws IOException {
        String text = new String(payload, StandardCharsets.ISO_8859_1);
        byte[] file = new PcapWriter(1).frame(0, 0, Packets.sip(CALLER, CALLEE, text))
                .frame(1, 0, Packets.sip(CALLER, CALLEE, "INVITE sip:b SIP/2.0\r\n" + text))
                .bytes();
        SipIndex index = read(file);
        assertTrue(index.messages().size() >= 1);
        for (int message = 0; message < index.messages().size(); message++) {
            index.message(message);
        }
    }

    @Test
    void partialIndexesStayWhatTheyAreWhileTheReadingGoesOn() throws IOException {
        Talk talk = new Talk();
        for (int i = 0; i < 30_000; i++) {
            talk.callId("c" + i % 100).request(CALLER, CALLEE, "OPTIONS", i, "o" + i);
        }
        Path file = Files.write(directory.resolve("many.pcap"), talk.bytes());
        List<SipIndex> partials = new ArrayList<>();
        RunMonitor slow = new RunMonitor() {
            @Override
            public void progress(Progress progress) {
                long until = System.nanoTime() + 60_000_000L;
                while (System.nanoTime() < until) {
                    Thread.onSpinWait();
                }
            }

            @Override
            public boolean isCancelled() {
                return false;
            }
        };
        SipIndex whole = CaptureIndexer.read(List.of(file), slow, partials::add);
        assertTrue(partials.size() > 0);
        for (SipIndex partial : partials) {
            int messages = partial.messages().size();
            assertTrue(messages < 30_000);
            int sum = 0;
            for (int dialog = 0; dialog < partial.dialogs().size(); dialog++) {
                int[] numbers = partial.messagesOf(dialog);
                sum += numbers.length;
                assertTrue(Arrays.stream(numbers).allMatch(n -> n < messages));
                assertEquals("c" + dialog, partial.dialogs().callId(dialog));
            }
            assertEquals(messages, sum);
        }
        assertEquals(30_000, whole.messages().size());
    }

    @Test
    void cancellingStopsTheReading() throws IOException {
        Path file = Files.write(directory.resolve("c.pcap"), call().bytes());
        RunMonitor cancelled = new StoppedRun();
        assertThrows(CancellationException.class, () -> CaptureIndexer.read(List.of(file), cancelled));
    }

    private static SipIndex read(byte[] bytes) throws IOException {
        Path file = Files.createTempFile("index", ".pcap");
        try {
            return CaptureIndexer.read(List.of(Files.write(file, bytes)), RunMonitor.NONE);
        } finally {
            Files.delete(file);
        }
    }

    private static List<String> texts(SipIndex index) {
        List<String> texts = new ArrayList<>();
        for (int message = 0; message < index.messages().size(); message++) {
            texts.add(new String(index.bytes(message), StandardCharsets.ISO_8859_1));
        }
        return texts;
    }

    /// A message that waited for bytes before it is reported with the frame that brought these; its
    /// own bytes are in their own frame.
    @Test
    void messageThatCameTooEarlyKeepsItsPlaceInTheFile() throws IOException {
        String first = "OPTIONS sip:b@example.org SIP/2.0\r\nCall-ID: a\r\nl: 0\r\n\r\n";
        String second = first.replace("Call-ID: a", "Call-ID: b");
        PcapWriter pcap = new PcapWriter(101).frame(1, 0, tcp(999, 2, ""))
                .frame(2, 0, tcp(1000 + first.length(), 16, second))
                .frame(3, 0, tcp(1000, 16, first));
        SipIndex index = CaptureIndexer.read(List.of(pcap.write(directory.resolve("f"))), RunMonitor.NONE);
        assertEquals(2, index.messages().size());
        for (int message = 0; message < 2; message++) {
            assertEquals(3, index.messages().frame(message));
            assertEquals(3_000_000_000L, index.messages().capturedAtNanos(message));
            assertEquals(Transport.TCP, index.messages().transport(message));
            String text = new String(index.bytes(message), StandardCharsets.ISO_8859_1);
            assertEquals(message == 0 ? first : second, text);
        }
        assertEquals(2, index.provenance(1).pieces().getFirst().frame());
        assertEquals("b", index.dialogs().callId(1));
    }

    private static byte[] tcp(int sequence, int flags, String payload) {
        byte[] bytes = payload.getBytes(StandardCharsets.ISO_8859_1);
        return Packets.ipv4("192.0.2.1", "192.0.2.2", 6, Packets.tcp(40000, 5060, sequence, flags, bytes));
    }

    /// `PU` may begin PUT as well, so that it is waited for what the connection carries.
    @Test
    void aFrameTooShortToShowWhatItBeginsIsAPartOfItsMessage() throws IOException {
        String text = "PUBLISH sip:b@h SIP/2.0\r\nCall-ID: c\r\nCSeq: 1 PUBLISH\r\nl: 0\r\n\r\n";
        byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
        PcapWriter pcap = new PcapWriter(101);
        for (int at : List.of(0, 2)) {
            byte[] part = Arrays.copyOfRange(bytes, at, at == 0 ? 2 : bytes.length);
            byte[] segment = Packets.tcp(40_000, 5060, 100 + at, 0, part);
            pcap.frame(1, at, Packets.ipv4("192.0.2.1", "192.0.2.2", 6, segment));
        }
        Path file = Files.write(directory.resolve("parts.pcap"), pcap.bytes());
        SipIndex index = CaptureIndexer.read(List.of(file), RunMonitor.NONE);
        assertEquals(1, index.messages().size());
        assertEquals(List.of("TCP segment of a message that a later frame completes"),
                index.files().getFirst().unread().stream().map(UnreadFrames::reason).toList());
    }
}
