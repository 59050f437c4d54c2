package org.sipsleuth.export.anonymize;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.capture.wire.Flow;
import org.sipsleuth.capture.wire.FrameBuffer;
import org.sipsleuth.capture.wire.FrameSink;
import org.sipsleuth.capture.wire.Link;
import org.sipsleuth.capture.wire.PacketWriter;
import org.sipsleuth.capture.wire.Segment;
import org.sipsleuth.capture.wire.Tunnel;
import org.sipsleuth.export.anonymize.media.RtcpRewriter;
import org.sipsleuth.export.anonymize.media.RtpRewriter;
import org.sipsleuth.export.anonymize.message.Kept;
import org.sipsleuth.export.anonymize.message.MessageRewriter;
import org.sipsleuth.export.anonymize.pseudonym.AnonymizationKey;
import org.sipsleuth.export.anonymize.pseudonym.Pseudonyms;

/// Makes the frames of an anonymised copy, one for each message or packet passed in:
/// over Ethernet, with the time, the ports, and the family of addresses it had.
///
/// What came over UDP or TCP does so again. What came within TLS or WebSocket comes over TCP
/// without them, what came over SCTP over UDP. Not for use by several threads.
public final class AnonymizedCopy {

    /// The longest packet of IP: a message is one frame, however long.
    private static final int MTU = 65_535;

    private static final int MOST_SKIPPED = 1 << 16;

    private final Pseudonyms pseudonyms;
    private final MessageRewriter messages;
    private final RtpRewriter rtp;
    private final RtcpRewriter rtcp;
    private final PacketWriter<Boolean> packets;
    private final FrameBuffer frame = new FrameBuffer();
    private final TcpPlaces places = new TcpPlaces();
    private final Map<String, Long> carriedElsewise = new TreeMap<>();
    private final Map<String, Long> leftOut = new TreeMap<>();
    private long written;
    private long mediaPackets;

    /// A copy that begins.
    ///
    /// @param frames receives its frames, in the order of the input
    public AnonymizedCopy(AnonymizationKey key, Set<Kept> kept, FrameSink<Boolean> frames) {
        this.pseudonyms = new Pseudonyms(key);
        this.messages = new MessageRewriter(pseudonyms, kept);
        this.rtp = new RtpRewriter(pseudonyms);
        this.rtcp = new RtcpRewriter(pseudonyms);
        this.packets = new PacketWriter<>(Link.ETHERNET, Tunnel.NONE, MTU, frames);
    }

    /// Adds a message.
    ///
    /// @param bytes the message with all else that its datagram holds
    public void message(long atNanos, Endpoint from, Endpoint to, Transport transport, byte[] bytes) {
        Optional<MessageRewriter.Rewritten> rewritten = messages.rewrite(bytes);
        if (rewritten.isEmpty()) {
            leftOut.merge("not understood as SIP", 1L, Long::sum);
            return;
        }
        byte[] copy = rewritten.get().bytes();
        boolean asDatagram = transport == Transport.UDP || transport == Transport.SCTP;
        if (copy.length > FrameBuffer.MOST_PAYLOAD && asDatagram) {
            leftOut.merge("longer than a datagram", 1L, Long::sum);
            return;
        }
        if (transport != Transport.UDP && transport != Transport.TCP) {
            carriedElsewise.merge(transport.name(), 1L, Long::sum);
        }
        Flow flow = flow(from, to);
        if (asDatagram) {
            frame.begin(copy, 0, copy.length);
            packets.datagram(atNanos, frame, flow, true);
        } else {
            segments(atNanos, from, to, flow, copy);
            int missing = rewritten.get().missingBytes();
            places.skip(from, to, Math.min(missing, MOST_SKIPPED));
        }
        written++;
    }

    private void segments(long atNanos, Endpoint from, Endpoint to, Flow flow, byte[] bytes) {
        int most = packets.mss(from.address().getAddress().length == Integer.BYTES);
        for (int at = 0; at < bytes.length; at += most) {
            int length = Math.min(most, bytes.length - at);
            Segment segment = places.next(atNanos, from, to, length);
            frame.begin(bytes, at, length);
            packets.segment(atNanos, frame, flow, segment, true);
        }
    }

    /// Adds a packet of media over UDP.
    ///
    /// @param packet all of it, as long as it was sent
    public void media(long atNanos, Endpoint from, Endpoint to, byte[] packet, CopiedMedia content) {
        Optional<byte[]> copy = switch (content) {
            case SOUND -> rtp.rewrite(packet);
            case EVENTS -> rtp.rewriteEvents(packet);
            case CONTROL -> rtcp.rewrite(packet);
        };
        if (copy.isEmpty() || packet.length > FrameBuffer.MOST_PAYLOAD) {
            boolean isControl = content == CopiedMedia.CONTROL;
            leftOut.merge(isControl ? "not understood as RTCP" : "not understood as RTP", 1L, Long::sum);
            return;
        }
        frame.begin(copy.get(), 0, packet.length);
        packets.datagram(atNanos, frame, flow(from, to), true);
        mediaPackets++;
    }

    /// Counts something that was selected and that is not given, since it is neither a message nor
    /// media that is understood.
    public void leaveOut(String reason) {
        leftOut.merge(reason, 1L, Long::sum);
    }

    private Flow flow(Endpoint from, Endpoint to) {
        return new Flow(pseudonyms.address(from.address().getAddress()), from.port(),
                pseudonyms.address(to.address().getAddress()), to.port());
    }

    /// What the copy holds so far.
    public AnonymizedFacts facts() {
        return new AnonymizedFacts(written, mediaPackets, carriedElsewise, messages.filledBodies(), leftOut);
    }
}
