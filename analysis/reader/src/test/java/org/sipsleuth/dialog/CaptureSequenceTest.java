package org.sipsleuth.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.capture.LinkTypes;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.capture.Provenance.Piece;
import org.sipsleuth.capture.UnreadFrames;
import org.sipsleuth.run.RunMonitor;

/// Which files are read as one capture: a TCP stream is cut into segments, and these into files.
class CaptureSequenceTest {

    private static final int SEGMENT_BYTES = 50;

    @TempDir private Path folder;
    private final List<Path> files = new ArrayList<>();

    private static String message(int call) {
        return """
        MESSAGE sip:b@example.org SIP/2.0
        Via: SIP/2.0/TCP host;branch=z9hG4bK%d
        Max-Forwards: 70
        From: <sip:a@example.org>;tag=a
        To: <sip:b@example.org>
        Call-ID: call-%d
        CSeq: 1 MESSAGE
        Content-Length: 0

        """.formatted(call, call).replace("\n", "\r\n");
    }

    /// The segments of two messages: four or five of each.
    private static final List<byte[]> SEGMENTS = segments(message(1) + message(2));

    private static List<byte[]> segments(String stream) {
        byte[] bytes = stream.getBytes(StandardCharsets.US_ASCII);
        return IntStream.iterate(0, at -> at < bytes.length, at -> at + SEGMENT_BYTES)
                .mapToObj(at -> segment(at, bytes))
                .toList();
    }

    private static byte[] segment(int at, byte[] bytes) {
        byte[] part = Arrays.copyOfRange(bytes, at, Math.min(bytes.length, at + SEGMENT_BYTES));
        return Packets.ipv4("192.0.2.1", "192.0.2.2", 6, Packets.tcp(40_000, 5060, 1_000 + at, 16, part));
    }

    /// Writes some of the segments, each a millisecond after the one before.
    private void write(String name, int from, int to) throws IOException {
        write(name, from, to, 0);
    }

    private void write(String name, int from, int to, int microsLater) throws IOException {
        PcapWriter pcap = new PcapWriter(LinkTypes.IPV4);
        for (int i = from; i < to; i++) {
            int micros = i * 1_000 + microsLater;
            pcap.frame(1_700_000_000L + micros / 1_000_000, micros % 1_000_000, SEGMENTS.get(i));
        }
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        files.add(pcap.write(file));
    }

    private SipIndex read() throws IOException {
        return CaptureIndexer.read(files, RunMonitor.NONE);
    }

    private static List<String> calls(SipIndex index) {
        return IntStream.range(0, index.messages().size())
                .mapToObj(i -> index.dialogs().callId(index.messages().dialog(i)))
                .toList();
    }

    private static List<String> reasons(SipIndex index, int file) {
        return index.files().get(file).unread().stream().map(UnreadFrames::reason).toList();
    }

    private static final int ALL = SEGMENTS.size();

    /// When a segment was captured.
    private static long nanos(int segment) {
        return 1_700_000_000_000_000_000L + segment * 1_000_000L;
    }

    @Test
    void moreFilesSideBySideThanAreHeldGiveTheSameAsOne() throws IOException {
        for (int i = 0; i < 300; i++) {
            write("call-%d.pcap".formatted(i), 0, ALL);
        }
        SipIndex index = read();
        assertEquals(600, index.messages().size());
        for (int message = 0; message < 600; message++) {
            assertEquals(message(message < 300 ? 1 : 2), new String(index.bytes(message), StandardCharsets.US_ASCII));
        }
        for (CaptureSummary file : index.files()) {
            assertEquals(List.of(2L, (long) ALL), List.of(file.messages(), file.frames()));
            assertEquals(ALL - 2, file.unread().getFirst().frames(), "those that a later frame completes");
        }
        assertEquals(index.files(), CaptureIndexer.summarize(files, ReadOptions.NONE, RunMonitor.NONE));
    }

    @Test
    void aMessageMayLieInThreeFilesAndShowsThemAll() throws IOException {
        write("ring.pcap", 0, 2);
        write("ring.pcap2", 3, ALL);
        write("ring.pcap1", 2, 3);
        SipIndex index = read();
        assertEquals(List.of("call-1", "call-2"), calls(index));
        assertEquals(message(1), new String(index.bytes(0), StandardCharsets.US_ASCII));
        assertEquals(
                List.of(new Piece(0, 24 + 16 + 40, SEGMENT_BYTES, 1, nanos(0)),
                        new Piece(0, 24 + 16 + 40 + SEGMENT_BYTES + 16 + 40, SEGMENT_BYTES, 2, nanos(1)),
                        new Piece(2, 24 + 16 + 40, SEGMENT_BYTES, 1, nanos(2)),
                        new Piece(1, 24 + 16 + 40, SEGMENT_BYTES, 1, nanos(3))),
                index.provenance(0).pieces().subList(0, 4));
        assertEquals(1, index.messages().file(0));
        assertEquals(2, index.files().get(1).messages());
        assertEquals(List.of("TCP segment of a message that a later frame completes"), reasons(index, 2));
    }

    @Test
    void aMessageThatNoFileCompletesLiesWhereItEnded() throws IOException {
        write("ring_00001_20260101120000.pcap", 0, 2);
        write("ring_00002_20260101120100.pcap", ALL - 1, ALL);
        SipIndex index = read();
        assertEquals(List.of("… (cut, file 1, frame 2)"), calls(index)); // as far as it came
        assertEquals(0, index.messages().file(0));
        assertEquals(2, index.messages().frame(0));
        assertEquals(2 * SEGMENT_BYTES, index.bytes(0).length);
        assertEquals(List.of("TCP data outside any SIP message"), reasons(index, 1));
    }

    @Test
    void namesThatDifferInMoreThanDigitsAreOfOtherCaptures() throws IOException {
        write("morning.pcap", 0, 2);
        write("evening.pcap", 2, ALL);
        assertEquals(List.of("", "call-2"), calls(read()));
    }

    @Test
    void foldersHoldTheirOwnCaptures() throws IOException {
        write("monday/ring1.pcap", 0, 2);
        write("tuesday/ring2.pcap", 2, ALL);
        assertEquals(List.of("", "call-2"), calls(read()));
    }

    @Test
    void filesSideBySideAreCapturesOfTheirOwn() throws IOException {
        write("eth0.pcap", 0, ALL);
        write("eth1.pcap", 0, ALL, 300);
        SipIndex index = read();
        assertEquals(List.of("call-1", "call-1", "call-2", "call-2"), calls(index));
        assertTrue(index.messages().isRetransmission(1));
    }

    @Test
    void ringsSideBySideGoOnEachInItsOwnFiles() throws IOException {
        write("eth0_00001.pcap", 0, 2);
        write("eth1_00001.pcap", 0, 3, 300);
        write("eth0_00002.pcap", 2, 6);
        write("eth1_00002.pcap", 3, 7, 300);
        write("eth1_00003.pcap", 7, ALL, 300);
        write("eth0_00003.pcap", 6, ALL);
        SipIndex index = read();
        assertEquals(List.of("call-1", "call-1", "call-2", "call-2"), calls(index));
        assertEquals(List.of(2, 3, 5, 4), IntStream.range(0, 4).mapToObj(index.messages()::file).toList());
        for (int i = 0; i < 4; i++) {
            int ring = index.messages().file(i) == 2 || index.messages().file(i) == 5 ? 0 : 1;
            assertTrue(
                    index.provenance(i)
                            .pieces()
                            .stream()
                            .allMatch(piece -> name(index, piece).startsWith("eth" + ring)),
                    index.provenance(i)::toString);
        }
    }

    private static String name(SipIndex index, Piece piece) {
        return String.valueOf(index.files().get(piece.file()).path().getFileName());
    }

    @Test
    void aLittleDisorderWhereAFileEndsDoesNoHarm() throws IOException {
        write("ring.pcap", 0, 3, 0);
        PcapWriter next = new PcapWriter(LinkTypes.IPV4);
        for (int i = 3; i < ALL; i++) { // the first came before the last of the other file
            next.frame(1_700_000_000L, i == 3 ? 1_900 : i * 1_000, SEGMENTS.get(i));
        }
        files.add(next.write(folder.resolve("ring.pcap1")));
        SipIndex index = read();
        assertEquals(List.of("call-1", "call-2"), calls(index));
    }

    @Test
    void aFileWithoutFramesIsNoObstacle() throws IOException {
        write("ring1.pcap", 0, 2);
        write("ring2.pcap", 2, 2);
        write("ring3.pcap", 2, ALL);
        SipIndex index = read();
        assertEquals(List.of("call-1", "call-2"), calls(index));
        assertEquals(List.of(), index.files().get(1).unread());
    }

    /// What the files yield where one goes on from another, and where they do not.
    private static final List<String> WHOLE = List.of("call-1", "call-2");

    private static final List<String> CUT = List.of("", "call-2");

    @Test
    void aRingIsWrittenRound() throws IOException {
        write("ring2.pcap", 0, 2);
        write("ring3.pcap", 2, 3);
        write("ring1.pcap", 3, ALL);
        assertEquals(WHOLE, calls(read()));
    }

    @Test
    void namesMayHoldTimes() throws IOException {
        write("trace-0850.pcap", 0, 2);
        write("trace-0900.pcap", 2, 3);
        write("trace-0910.pcap", 3, ALL);
        assertEquals(WHOLE, calls(read()));
    }

    @Test
    void namesMayHoldACounterAndATime() throws IOException {
        write("x_00009_20260101125959.pcap", 0, 2);
        write("x_00010_20260101130000.pcap", 2, ALL);
        assertEquals(WHOLE, calls(read()));
    }

    @Test
    void aFileGoesOnFromTheOneBeforeItInTheOrderOfNames() throws IOException {
        write("capture1.pcap", 0, 2);
        write("capture3.pcap", 2, ALL);
        PcapWriter other = new PcapWriter(LinkTypes.IPV4);
        other.frame(1_700_000_600L, 0, Packets.ipv4("192.0.2.8", "192.0.2.9", 1, new byte[20]));
        files.add(other.write(folder.resolve("capture2.pcap")));
        assertEquals(CUT, calls(read()).stream().sorted().toList());
    }

    @Test
    void aFileThatBeginsLongAfterwardsIsACaptureOfItsOwn() throws IOException {
        write("capture1.pcap", 0, 2);
        write("capture2.pcap", 2, ALL, 3_000_000);
        assertEquals(CUT, calls(read()));
    }

    @Test
    void aFileThatFollowsWhileOthersRunIsACaptureOfItsOwn() throws IOException {
        write("capture1.pcap", 0, 2);
        write("capture2.pcap", 2, ALL);
        PcapWriter beside = new PcapWriter(LinkTypes.IPV4);
        byte[] frame = Packets.ipv4("192.0.2.8", "192.0.2.9", 1, new byte[20]);
        beside.frame(1_700_000_000L, 0, frame).frame(1_700_000_060L, 0, frame);
        files.add(beside.write(folder.resolve("capture3.pcap")));
        assertEquals(CUT, calls(read()));
    }
}
