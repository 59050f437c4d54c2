package org.sipsleuth.dialog.outcome;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.capture.PcapngWriter;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// What becomes of a dialog does not depend on files that do not cover it.
class CoverageOutcomeTest {

    private static final long SEED = 4_801;
    private static final int MICROS = 1_000_000;

    @TempDir private Path folder;

    /// A dialog that is open at the end of its file, with what it is called a long time later.
    record Open(String messages, String outcome, String later) {
        @Override
        public String toString() {
            return messages;
        }
    }

    static Stream<Open> open() {
        return Stream.of(new Open("INVITE", "setting up", "failed: no response"),
                new Open("INVITE 100", "setting up", "failed: no final response"),
                new Open("INVITE 100 180", "ringing", "failed: no final response"),
                new Open("INVITE 180 200 ACK BYE×2", "established", "dropped: BYE unanswered"),
                new Open("INVITE 200{Session-Expires: 90;refresher=uac} ACK", "established",
                        "dropped: session timer expired"),
                new Open("INVITE 200 ACK re-INVITE×2", "established", "dropped: request in the dialog unanswered"),
                new Open("REGISTER", "pending", "failed: no response"),
                new Open("OPTIONS 100", "pending", "failed: no final response"));
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    /// Datagrams between two other hosts, one a second.
    private static PcapWriter others(long fromSecond, int count, int call) {
        PcapWriter pcap = new PcapWriter(1);
        for (int i = 0; i < count; i++) {
            pcap.frame(fromSecond + i, 0, other(call));
        }
        return pcap;
    }

    private static byte[] other(int call) {
        return Packets.sip("192.0.2.77", "192.0.2.78", options("other-" + call));
    }

    private static String options(String callId) {
        return """
        OPTIONS sip:c@example.org SIP/2.0
        Via: SIP/2.0/UDP host:5060;branch=z9hG4bK%s
        From: <sip:d@example.org>;tag=d
        To: <sip:c@example.org>
        Call-ID: %s
        CSeq: 1 OPTIONS
        Content-Length: 0

        """.formatted(callId, callId).replace("\n", "\r\n");
    }

    private static DialogOutcome outcome(List<Path> files, String callId) throws IOException {
        SipIndex index = CaptureIndexer.read(files, RunMonitor.NONE);
        return DialogOutcome.of(index, index.dialogs().find(callId));
    }

    private static DialogOutcome outcome(List<Path> files) throws IOException {
        return outcome(files, "one@example.org");
    }

    @ParameterizedTest
    @MethodSource("open")
    void whatOtherFilesHoldChangesNothing(Open open) throws IOException {
        Path its = file("call.pcap", Flow.bytes(open.messages()));
        String expected = open.outcome() + ": not captured";
        assertEquals(expected, outcome(List.of(its)).text());
        Random random = new Random(SEED);
        for (int i = 0; i < 6; i++) { // before it, beside it, soon and long after it
            long from = Flow.START - 500 + random.nextInt(1_000);
            Path other = file("%c-%d.pcap".formatted('a' + 5 * i, random.nextInt(1_000)), others(from, 400, i).bytes());
            assertEquals(expected, outcome(List.of(its, other)).text(), "others from " + from);
            assertEquals(expected, outcome(List.of(other, its)).text(), "others from " + from);
        }
    }

    @ParameterizedTest
    @MethodSource("open")
    void whatItsOwnFileHoldsCounts(Open open) throws IOException {
        Path its = file("call.pcap", Flow.bytes(open.messages() + " [300 s]"));
        assertEquals(open.later(), outcome(List.of(its)).text());
    }

    @ParameterizedTest
    @MethodSource("open")
    void theNextMemberOfARingCounts(Open open) throws IOException {
        Path first = file("ring_00001.pcap", Flow.bytes(open.messages()));
        Path second = file("ring_00002.pcap", others(Flow.START + 2, 300, 1).bytes());
        assertEquals(open.later(), outcome(List.of(first, second)).text());
        assertEquals(open.later(), outcome(List.of(second, first)).text());
    }

    @Test
    void aMissingMemberOfARingIsNotCaptured() throws IOException {
        Path first = file("ring_00001.pcap", Flow.bytes("INVITE 180"));
        Path third = file("ring_00003.pcap", others(Flow.START + 40, 300, 1).bytes());
        assertEquals("ringing: not captured", outcome(List.of(first, third)).text());
    }

    @Test
    void anyFrameCounts() throws IOException {
        PcapWriter pcap = new PcapWriter(1);
        pcap.frame(Flow.START, 0, Packets.sip(Flow.CALLER, Flow.CALLEE, options("one@example.org")));
        for (int i = 1; i <= 33; i++) {
            pcap.frame(Flow.START + i, 0, new byte[60]);
        }
        assertEquals("failed: no response", outcome(List.of(file("a.pcap", pcap.bytes()))).text());
    }

    /// One frame with a wrong time, among the others or after them, is no time that anybody waited.
    @ParameterizedTest
    @MethodSource("open")
    void aFrameWithATimeInTheFarFutureCountsForNothing(Open open) throws IOException {
        byte[] call = Flow.bytes(open.messages());
        long years = Flow.START + 3 * 365 * 86_400L;
        byte[] last = records(new PcapWriter(1).frame(years, 0, other(1)).bytes());
        byte[] among = records(new PcapWriter(1).frame(years, 0, other(1)).frame(Flow.START + 5, 0, other(2)).bytes());
        String expected = open.outcome() + ": not captured";
        assertEquals(expected, outcome(List.of(file("last.pcap", joined(call, last)))).text());
        assertEquals(expected, outcome(List.of(file("among.pcap", joined(call, among)))).text());
        byte[] hours = records(
                new PcapWriter(1).frame(Flow.START + 7_200, 0, other(1)).frame(Flow.START + 5, 0, other(2)).bytes());
        assertEquals(expected, outcome(List.of(file("hours.pcap", joined(call, hours)))).text());
        byte[] day = records(new PcapWriter(1).frame(Flow.START + 86_400, 0, other(1)).bytes());
        assertEquals(open.later(), outcome(List.of(file("day.pcap", joined(call, day)))).text(), "a quiet day");
        byte[] late = records(others(Flow.START + 6, 300, 3).bytes());
        assertEquals(open.later(), outcome(List.of(file("on.pcap", joined(joined(call, among), late)))).text(),
                "the capture goes on");
    }

    /// A pcap file without its header.
    private static byte[] records(byte[] pcap) {
        return Arrays.copyOfRange(pcap, 24, pcap.length);
    }

    private static byte[] joined(byte[] one, byte[] other) {
        byte[] all = Arrays.copyOf(one, one.length + other.length);
        System.arraycopy(other, 0, all, one.length, other.length);
        return all;
    }

    private static PcapngWriter pcapng(String name) {
        byte[] text = name.getBytes(StandardCharsets.US_ASCII);
        int padded = (text.length + 3) / 4 * 4;
        ByteBuffer description = ByteBuffer.allocate(8 + 4 + padded + 4)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 1)
                .putShort((short) 0)
                .putInt(0)
                .putShort((short) 2)
                .putShort((short) text.length)
                .put(text);
        return new PcapngWriter(ByteOrder.LITTLE_ENDIAN).block(1, description);
    }

    private Path named(String file, String name, String callId, long fromSecond, int count) throws IOException {
        PcapngWriter pcapng = pcapng(name);
        for (int i = 0; i < count; i++) {
            pcapng.packet(0, (fromSecond + i) * MICROS,
                    i == 0 ? Packets.sip(Flow.CALLER, Flow.CALLEE, options(callId)) : new byte[60]);
        }
        return file(file, pcapng.bytes());
    }

    @Test
    void filesOfOneNamedInterfaceGoOnWithEachOther() throws IOException {
        Path its = named("x.pcapng", "eth0", "one@example.org", Flow.START, 3);
        Path goesOn = named("y.pcapng", "eth0", "two@example.org", Flow.START + 4, 60);
        Path isElsewhere = named("z.pcapng", "eth1", "two@example.org", Flow.START + 4, 60);
        Path isLater = named("w.pcapng", "eth0", "two@example.org", Flow.START + 30, 60);
        assertEquals("failed: no response", outcome(List.of(its, goesOn)).text());
        assertEquals("failed: no response", outcome(List.of(goesOn, its)).text());
        assertEquals("pending: not captured", outcome(List.of(its, isElsewhere)).text());
        assertEquals("pending: not captured", outcome(List.of(its, isLater)).text());
    }

    @Test
    void aDialogInTwoFilesIsWatchedByTheOneThatEndsLast() throws IOException {
        Path inside = named("x.pcapng", "eth0", "one@example.org", Flow.START, 3);
        Path outside = named("y.pcapng", "eth1", "one@example.org", Flow.START, 60);
        assertEquals("failed: no response", outcome(List.of(inside, outside)).text());
    }

    /// A report in HEP version 3.
    private static byte[] report(String message, long second) {
        byte[] text = message.getBytes(StandardCharsets.US_ASCII);
        ByteBuffer hep = ByteBuffer.allocate(6 + 4 * 10 + 6 + text.length);
        hep.putInt(0x48455033).putShort((short) hep.capacity());
        chunk(hep, 3, 0xc0000201);
        chunk(hep, 4, 0xc0000209);
        chunk(hep, 9, (int) second);
        chunk(hep, 10, 0);
        hep.putShort((short) 0).putShort((short) 15).putShort((short) (6 + text.length)).put(text);
        byte[] udp = Packets.udp(9060, 9060, hep.array());
        return Packets.ethernet(0x0800, Packets.ipv4("192.0.2.5", "192.0.2.6", 17, udp));
    }

    private static void chunk(ByteBuffer hep, int type, int value) {
        hep.putShort((short) 0).putShort((short) type).putShort((short) 10).putInt(value);
    }

    @Test
    void reportsAreCoveredByTheirOwnClock() throws IOException {
        PcapWriter pcap = new PcapWriter(1);
        long replayedAt = Flow.START + 86_400;
        for (int i = 0; i < 3; i++) {
            pcap.frame(replayedAt + i, 0, report(options("one-" + i), Flow.START + 20 * i));
        }
        pcap.frame(replayedAt + 500, 0, new byte[60]);
        Path file = file("hep.pcap", pcap.bytes());
        assertEquals("failed: no response", outcome(List.of(file), "one-0").text());
        assertEquals("pending: not captured", outcome(List.of(file), "one-1").text());
        assertEquals("pending: not captured", outcome(List.of(file), "one-2").text());
    }
}
