package org.sipsleuth.capture.layer;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.sipsleuth.capture.Frame;
import org.sipsleuth.capture.LinkTypes;
import org.sipsleuth.capture.account.FrameAccounting;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.packet.Packet;
import org.sipsleuth.capture.packet.ProtocolStack;

/// Takes the frames apart whose result depends on nothing but themselves: datagrams over IPv4 and
/// Ethernet that are whole and carry no tunnel. That can be done before it is known what is
/// before them, by several threads at once, each with its own.
public final class PlainFrames {

    /// What a frame is.
    public enum Kind {
        /// It gave something.
        TAKEN,
        /// It gave nothing, and it is known why.
        UNREAD,
        /// It is not plain.
        LOOSE
    }

    private final Layers layers;
    private final PlainUdp plainUdp;
    private final PlainMedia media;
    private final Packet packet;
    private final ProtocolStack start;
    private UnreadReason unreadReason = UnreadReason.NOT_SIP;

    /// Takes frames apart by itself.
    public PlainFrames() {
        this(new Layers(new FrameAccounting(0), _ -> false, (_, _) -> {}), new Packet(), new ProtocolStack(List.of()));
    }

    /// @param layers know what is a tunnel
    /// @param packet is each frame in turn
    /// @param start where the stack of each begins
    PlainFrames(Layers layers, Packet packet, ProtocolStack start) {
        this.layers = layers;
        this.packet = packet;
        this.start = start;
        this.plainUdp = layers.plainUdp();
        this.media = new PlainMedia(layers);
    }

    /// Takes a frame apart.
    ///
    /// @param file the place of its file among the files of the investigation
    /// @param bytes those of the file
    /// @param number of the frame
    /// @param payloads receives the payload of a plain one, unless it takes no media and it is media
    public Kind take(int file, MemorySegment bytes, Frame frame, int number, PayloadSink payloads) {
        UnreadReason known = payloads.takesMedia() ? null : media.of(frame);
        if (known != null) {
            unreadReason = known;
            return Kind.UNREAD;
        }
        if (frame.linkType() != LinkTypes.ETHERNET) {
            return Kind.LOOSE;
        }
        packet.start(file, bytes, frame, number);
        if (!plainUdp.takeOff(packet, start) || layers.ofUdpPayload(packet) != null) {
            return Kind.LOOSE;
        }
        packet.arrival().through(packet.trail().names());
        if (payloads.take(packet)) {
            return Kind.TAKEN;
        }
        unreadReason = PayloadGuess.of(packet);
        return Kind.UNREAD;
    }

    /// Why the last frame gave nothing; meaningless unless it was [Kind#UNREAD].
    public UnreadReason unreadReason() {
        return unreadReason;
    }
}
