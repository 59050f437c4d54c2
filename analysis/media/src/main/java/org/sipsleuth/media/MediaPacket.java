package org.sipsleuth.media;

import java.util.Arrays;
import java.util.List;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.capture.packet.Packet;

/// One packet of a media stream during a pass over the captures; valid until the next one.
public final class MediaPacket {

    private static final int MOST_BYTES = 0xffff;

    private final Packet packet;
    private final StreamTally stream;
    private final int payloadType;

    /// @param payloadType as in its header; undefined for RTCP
    MediaPacket(Packet packet, StreamTally stream, int payloadType) {
        this.packet = packet;
        this.stream = stream;
        this.payloadType = payloadType;
    }

    /// RTP or RTCP.
    public MediaKind kind() {
        return stream.key().kind();
    }

    /// The source.
    public Endpoint source() {
        return stream.key().source().endpoint();
    }

    /// The destination.
    public Endpoint destination() {
        return stream.key().destination().endpoint();
    }

    /// The first frame of its stream.
    FrameNumber first() {
        return stream.first();
    }

    /// When it was captured, in ns since the epoch.
    public long capturedAtNanos() {
        return packet.arrival().capturedAtNanos();
    }

    /// The encoding name of its payload type; empty for RTCP, and where nothing names it.
    public String encoding() {
        return kind() == MediaKind.RTCP ? "" : stream.encoding(payloadType, capturedAtNanos());
    }

    /// Its frames: several for one in fragments.
    public List<FrameNumber> frames() {
        return packet.frames();
    }

    /// The payload of UDP, as long as it was sent: what was not captured of it is zeros.
    public byte[] bytes() {
        byte[] captured = packet.copy();
        return Arrays.copyOf(captured, Math.min(captured.length + packet.cutBytes(), MOST_BYTES));
    }
}
