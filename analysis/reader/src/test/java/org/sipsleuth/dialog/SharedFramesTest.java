package org.sipsleuth.dialog;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.sipsleuth.dialog.SharedCapture.REPEATED;
import static org.sipsleuth.dialog.SharedCapture.messages;
import static org.sipsleuth.dialog.SharedCapture.read;
import static org.sipsleuth.dialog.SharedCapture.readOnce;
import static org.sipsleuth.dialog.SharedCapture.repeated;
import static org.sipsleuth.dialog.SharedCapture.unread;

import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.PcapWriter;

/// Frames that several files hold, one fact after the other.
class SharedFramesTest {

    private static final int NANOSECONDS = 0xa1b23c4d;
    private static final int MICROSECONDS = 0xa1b2c3d4;

    @TempDir Path directory;
    private final SharedCapture capture = new SharedCapture();

    @AfterEach
    void delete() {
        capture.close();
    }

    private static byte[] options(int number) {
        return Packets.sip("192.0.2.1", "192.0.2.2", text(number));
    }

    private static String text(int number) {
        return "OPTIONS sip:a SIP/2.0\r\nCall-ID: %d\r\nContent-Length: 0\r\n\r\n".formatted(number);
    }

    private static byte[] tcp(int sequence, String payload) {
        byte[] bytes = payload.getBytes(StandardCharsets.US_ASCII);
        byte[] segment = Packets.tcp(4000, 5060, sequence, 0x18, bytes);
        return Packets.ethernet(0x0800, Packets.ipv4("192.0.2.1", "192.0.2.2", 6, segment));
    }

    private SharedCapture tenMessages() {
        for (int i = 0; i < 10; i++) {
            capture.add(i * 1000L, options(i));
        }
        return capture;
    }

    @Test
    void framesThatAnEarlierFileHoldsAreReported() {
        tenMessages();
        List<Path> files = List.of(capture.file("a", 0, 6), capture.file("b", 4, 10));
        SipIndex index = read(files);
        assertEquals(12, index.messages().size());
        assertEquals(List.of(0L, 2L), repeated(index));
        assertEquals(0, unread(index, 1, REPEATED));
    }

    @Test
    void theFileThatBeginsFirstCountsWhateverTheOrderOfNames() {
        tenMessages();
        List<Path> files = List.of(capture.file("b", 4, 10), capture.file("a", 0, 6));
        assertEquals(List.of(2L, 0L), repeated(read(files)));
    }

    @Test
    void framesCountedOnceAreAccountedFor() {
        tenMessages();
        SipIndex index = readOnce(List.of(capture.file("a", 0, 6), capture.file("b", 4, 10)));
        assertEquals(messages(read(List.of(capture.whole()))), messages(index));
        assertEquals(List.of(0L, 2L), repeated(index));
        assertEquals(2, unread(index, 1, REPEATED));
        assertEquals(4, index.files().get(1).messages());
        assertEquals(6, index.files().get(1).frames());
    }

    @Test
    void theSameFileTwiceGivesItsMessagesOnce() {
        tenMessages();
        Path whole = capture.whole();
        SipIndex index = readOnce(List.of(whole, whole, whole));
        assertEquals(10, index.messages().size());
        assertEquals(List.of(0L, 10L, 10L), repeated(index));
        assertEquals(10, unread(index, 2, REPEATED));
    }

    @Test
    void aFrameThatComesTwiceInAFileIsNoRepeatOfItself() {
        capture.add(0, options(1)).add(0, options(1)).add(5, options(2)).add(5, options(2));
        Path whole = capture.whole();
        assertEquals(List.of(0L), repeated(readOnce(List.of(whole))));
        SipIndex both = readOnce(List.of(whole, capture.file("end", 3, 4)));
        assertEquals(List.of(0L, 1L), repeated(both));
        assertEquals(4, both.messages().size());
        SipIndex most = readOnce(List.of(capture.file("one", 0, 1), whole));
        assertEquals(List.of(0L, 1L), repeated(most));
        assertEquals(4, most.messages().size());
    }

    @Test
    void framesOfOtherTimeOrBytesAreOthers() {
        byte[] other = options(1);
        other[other.length - 1] ^= 1;
        capture.add(0, options(1)).add(1, options(1)).add(1, other).add(1, options(22));
        for (int cut = 1; cut < 4; cut++) {
            SipIndex index = read(List.of(capture.file("a", 0, cut), capture.file("b", cut, 4)));
            assertEquals(List.of(0L, 0L), repeated(index));
        }
    }

    /// The first file lacks bytes of a stream, for which all that follows waits; the second file
    /// begins behind them, and yields the messages at once.
    @Test
    void aMessageThatTheFirstFileGivesLastCountsOnce() {
        capture.add(0, tcp(1, text(1))).add(1_000, options(9));
        int behind = 1 + 2 * text(1).length(); // one message was not captured
        capture.add(2_000, tcp(behind, text(2)));
        capture.add(3_000, tcp(behind + text(2).length(), text(3))).add(4_000, options(8));
        SipIndex whole = read(List.of(capture.whole()));
        SipIndex once = readOnce(List.of(capture.file("a", 0, 5), capture.file("b", 2, 4)));
        assertEquals(Set.copyOf(messages(whole)), Set.copyOf(messages(once)));
        assertEquals(whole.messages().size(), once.messages().size());
        assertEquals(List.of(0L, 2L), repeated(once));
        assertEquals(2, unread(once, 0, REPEATED), "its messages are counted in the second file");
    }

    @Test
    void linkTypesAreCompared() {
        byte[] packet = Packets.ipv4("192.0.2.1", "192.0.2.2", 17,
                Packets.udp(5060, 5060, text(1).getBytes(StandardCharsets.US_ASCII)));
        Path raw = new PcapWriter(101).frame(1, 0, packet).write(directory.resolve("raw"));
        Path ipv4 = new PcapWriter(228).frame(1, 0, packet).write(directory.resolve("ipv4"));
        assertEquals(List.of(0L, 0L), repeated(read(List.of(raw, ipv4))));
    }

    @Test
    void timesAreComparedAtTheCoarserClock() {
        Path micros = pcap("micros", MICROSECONDS, 123_456);
        Path nanos = pcap("nanos", NANOSECONDS, 123_456_789);
        Path others = pcap("others", NANOSECONDS, 123_456_788);
        assertEquals(List.of(0L, 1L), repeated(read(List.of(micros, nanos))));
        assertEquals(List.of(1L, 0L), repeated(read(List.of(nanos, micros))));
        assertEquals(List.of(0L, 0L), repeated(read(List.of(nanos, others))));
    }

    private Path pcap(String name, int magic, int fraction) {
        return new PcapWriter(ByteOrder.LITTLE_ENDIAN, magic, 1).frame(1, fraction, options(1))
                .write(directory.resolve(name));
    }

    @Test
    void framesOutOfTheOrderOfTimeAreFound() {
        long[] micros = {5000, 1000, 9000, 8999, 500, 20_000, 19_000, 21_000};
        for (int i = 0; i < micros.length; i++) {
            capture.add(micros[i], options(i));
        }
        SipIndex index = readOnce(List.of(capture.whole(), capture.file("b", 1, 7)));
        assertEquals(6, repeated(index).stream().mapToLong(Long::longValue).sum());
        assertEquals(8, index.messages().size());
    }

    @Test
    void manyFramesOfOneMomentAreFound() {
        for (int i = 0; i < 2000; i++) {
            capture.add(0, options(i));
        }
        SipIndex index = readOnce(List.of(capture.whole(), capture.file("b", 500, 2000)));
        assertEquals(List.of(0L, 1500L), repeated(index));
        assertEquals(2000, index.messages().size());
    }

    /// The first file has its beginning only, and yields that, as it would alone.
    @Test
    void aMessageThatEndsBehindTheOverlapIsKept() {
        String message = text(7);
        capture.add(0, options(1)).add(10, tcp(100, message.substring(0, 30))).add(20, tcp(130, message.substring(30)));
        SipIndex index = readOnce(List.of(capture.file("a", 0, 2), capture.file("b", 1, 3)));
        assertEquals(messages(read(List.of(capture.whole()))).getLast(), messages(index).getLast());
        assertEquals(List.of(2L, 1L), index.files().stream().map(f -> f.messages()).toList());
        assertEquals(List.of(0L, 1L), repeated(index));
        assertEquals(1, unread(index, 1, REPEATED));
    }

    /// The second file has a segment that the first one lost.
    @Test
    void aMessageThatOnlyTheLaterFileCouldReadIsKept() {
        String message = text(7);
        capture.add(0, options(1)).add(20, tcp(130, message.substring(30))).add(30, options(2));
        Path lossy = capture.file("lossy", 0, 3);
        SharedCapture better = new SharedCapture();
        better.add(10, tcp(100, message.substring(0, 30)));
        better.add(20, tcp(130, message.substring(30)));
        Path other = better.file("other", 0, 2);
        SipIndex index = readOnce(List.of(lossy, other));
        assertEquals(3, index.messages().size());
        assertTrue(messages(index).stream().anyMatch(each -> each.endsWith(message)));
        assertEquals(List.of(0L, 1L), repeated(index));
        assertEquals(0, unread(index, 1, REPEATED));
        better.close();
    }

    @Test
    void framesWithoutMessagesCountOnceToo() {
        byte[] arp = Packets.ethernet(0x0806, new byte[28]);
        capture.add(0, options(1)).add(10, arp).add(20, tcp(5, "x")).add(30, options(2));
        Path whole = capture.whole();
        SipIndex index = readOnce(List.of(whole, whole));
        assertEquals(4, unread(index, 1, REPEATED));
        assertEquals(1, index.files().get(1).unread().size());
        assertEquals(1, unread(index, 0, "ARP"));
        SipIndex twice = read(List.of(whole, whole));
        assertEquals(twice.files().get(0).unread().size(), twice.files().get(1).unread().size());
    }
}
