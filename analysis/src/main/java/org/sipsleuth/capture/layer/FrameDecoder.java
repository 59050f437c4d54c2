package org.sipsleuth.capture.layer;

import java.lang.foreign.MemorySegment;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Frame;

/// Takes the layers off the frames of one capture file, down to the payload of the transport.
public final class FrameDecoder {

    /// More layers than any honest frame has; ends frames made to go round in circles.
    static final int MOST_LAYERS = 32;

    private final MemorySegment capture;
    private final Layers layers = new Layers();

    /// @param capture the capture whose frames will be decoded
    public FrameDecoder(MemorySegment capture) {
        this.capture = capture;
    }

    /// Decodes a frame.
    ///
    /// @param packet is filled with what the layers say
    /// @return whether it came to a payload; if not, the packet tells [FrameAccount] why
    public boolean decode(Frame frame, Packet packet) {
        packet.start(capture, frame);
        Layer layer = layers.ofLinkType(frame.linkType());
        if (layer == null) {
            packet.unread(UnreadReason.LINK_TYPE, frame.linkType());
            return false;
        }
        for (int depth = 0; depth < MOST_LAYERS; depth++) {
            @Nullable Layer next = layer.decode(packet);
            if (next == null) {
                return packet.unreadReason() == null;
            }
            layer = next;
        }
        packet.unread(UnreadReason.TOO_DEEP, MOST_LAYERS);
        return false;
    }
}
