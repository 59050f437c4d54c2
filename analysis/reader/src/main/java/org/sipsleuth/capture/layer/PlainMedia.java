package org.sipsleuth.capture.layer;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Frame;
import org.sipsleuth.capture.LinkTypes;
import org.sipsleuth.capture.NearBytes;
import org.sipsleuth.capture.account.UnreadReason;

/// Recognises RTP and RTCP by the bytes of a frame, without decoding a packet, where all else in it
/// is plain ([PlainUdp]). Most frames of a capture of calls are such: without it `info` of a
/// capture with twenty RTP packets to a message takes 7 % longer, without [PlainUdp] too 18 %
/// (decision
/// 31).
final class PlainMedia {

    private static final VarHandle SHORT_BIG =
            MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONG_BIG = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);

    private static final int LEAST_BYTES = PlainUdp.ALL_BYTES + PayloadGuess.LEAST_MEDIA_BYTES;

    private final Layers layers;

    /// @param layers knows what else is carried in UDP
    PlainMedia(Layers layers) {
        this.layers = layers;
    }

    /// What a frame is, if it is plain media; null if it has to be taken apart to know.
    @Nullable
    UnreadReason of(Frame frame) {
        NearBytes near = frame.near();
        long offset = frame.offset();
        int octets = frame.capturedBytes();
        if (near == null || octets < LEAST_BYTES || frame.linkType() != LinkTypes.ETHERNET
                || !near.holds(offset, offset + octets)) {
            return null;
        }
        byte[] bytes = near.bytes();
        int at = (int) (offset - near.from());
        int payload = at + PlainUdp.ALL_BYTES;
        if (!PayloadGuess.mayBeMedia(bytes[payload])) {
            return null;
        }
        long types = (long) LONG_BIG.get(bytes, at + 12);
        long rest = (long) LONG_BIG.get(bytes, at + 20);
        int udpBytes = u16(bytes, at + 38);
        if (udpBytes < PlainUdp.UDP_BYTES + PayloadGuess.LEAST_MEDIA_BYTES
                || !PlainUdp.isPlain(types, rest, udpBytes, octets)) {
            return null;
        }
        int source = u16(bytes, at + 34);
        int destination = u16(bytes, at + 36);
        if (layers.hasTunnelOn(source) || layers.hasTunnelOn(destination)) {
            return null;
        }
        return PayloadGuess.ofMedia(bytes[payload], bytes[payload + 1] & 0xff, udpBytes - PlainUdp.UDP_BYTES, source,
                destination);
    }

    private static int u16(byte[] bytes, int at) {
        return Short.toUnsignedInt((short) SHORT_BIG.get(bytes, at));
    }
}
