package org.sipsleuth.capture.layer;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.lang.foreign.MemorySegment;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.sipsleuth.capture.FileBytes;
import org.sipsleuth.capture.Frame;
import org.sipsleuth.capture.LinkTypes;
import org.sipsleuth.capture.NearWindow;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.account.FrameAccounting;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.packet.Packet;

class PlainMediaTest {

    private static final int RTP = 0x80;
    private static final int RECEIVER_REPORT = 201;

    private static final PayloadSink NOT_EVEN_MEDIA = new PayloadSink() {
        @Override
        public boolean take(Packet packet) {
            return false;
        }

        @Override
        public boolean takesMedia() {
            return false;
        }
    };

    private static Frame frame(byte[] bytes) {
        Frame frame = new Frame();
        frame.begin(1, 0, LinkTypes.ETHERNET);
        frame.lieAt(0, bytes.length);
        NearWindow window = new NearWindow(FileBytes.of(MemorySegment.ofArray(bytes)));
        window.bring(0, bytes.length, bytes.length);
        frame.isNear(window.near());
        return frame;
    }

    private static String reported(byte[] bytes, PayloadSink sink) {
        FrameAccounting account = new FrameAccounting(0);
        FrameDecoder decoder = new FrameDecoder(0, FileBytes.of(MemorySegment.ofArray(bytes)), account, sink, _ -> {
            throw new AssertionError("no stream here");
        });
        decoder.decode(frame(bytes));
        decoder.finish();
        return account.unread(0).toString();
    }

    private static byte[] datagram(int from, int to, byte[] payload) {
        return Packets.ethernet(0x0800, Packets.ipv4("192.0.2.1", "192.0.2.2", 17, Packets.udp(from, to, payload)));
    }

    private static byte[] payload(int first, int second, int octets) {
        byte[] payload = new byte[octets];
        payload[0] = (byte) first;
        payload[1] = (byte) second;
        return payload;
    }

    private static UnreadReason of(byte[] bytes) {
        Layers layers = new Layers(new FrameAccounting(0), _ -> false, (_, _) -> {});
        return new PlainMedia(layers).of(frame(bytes));
    }

    @Test
    void mediaAreDetectedByTheirFirstBytes() {
        assertEquals(UnreadReason.RTP, of(datagram(4000, 40_000, payload(RTP, 8, 12))));
        assertEquals(UnreadReason.RTCP, of(datagram(4001, 40_001, payload(RTP, RECEIVER_REPORT, 8))));
    }

    @Test
    void whatMayBeSomethingElseIsTakenApart() {
        assertNull(of(datagram(4000, 40_000, payload('I', 'N', 12))));
        assertNull(of(datagram(4000, 40_000, payload(RTP, 8, 11))), "too short for RTP");
        assertNull(of(datagram(53, 40_000, payload(RTP, 8, 12))), "a well-known port");
        assertNull(of(datagram(4500, 40_000, payload(RTP, 8, 40))), "a port of IPsec");
        assertNull(of(datagram(40_000, 6635, payload(RTP, 8, 40))), "a port of MPLS");
    }

    /// The account says the same whether frames are taken apart or not.
    @Property
    void itComesToTheSameAsTakingApart(@ForAll("ports") int from, @ForAll("ports") int to, @ForAll("firsts") int first,
            @ForAll @IntRange(max = 255) int second, @ForAll @IntRange(min = 2, max = 40) int octets,
            @ForAll @IntRange(max = 60) int place, @ForAll byte octet, @ForAll boolean isChanged,
            @ForAll @IntRange(max = 12) int surplus) {
        byte[] bytes = Packets.join(datagram(from, to, payload(first, second, octets)), new byte[surplus]);
        if (isChanged && place < bytes.length) {
            bytes[place] = octet;
        }
        assertEquals(reported(bytes, _ -> false), reported(bytes, NOT_EVEN_MEDIA));
    }

    @Provide
    Arbitrary<Integer> ports() {
        return Arbitraries.frequencyOf(Tuple.of(4, Arbitraries.integers().between(1024, 65_535)),
                Tuple.of(1, Arbitraries.of(53, 1701, 2152, 3544, 4500, 4754, 4789, 5247, 6081, 6635)));
    }

    @Provide
    Arbitrary<Integer> firsts() {
        return Arbitraries.frequency(Tuple.of(4, RTP), Tuple.of(1, 0xbf), Tuple.of(1, 0x40), Tuple.of(1, 0xc0),
                Tuple.of(1, 0));
    }
}
