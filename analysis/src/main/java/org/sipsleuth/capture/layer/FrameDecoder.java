package org.sipsleuth.capture.layer;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Frame;
import org.sipsleuth.capture.account.FrameAccount;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.packet.Layer;
import org.sipsleuth.capture.packet.Packet;
import org.sipsleuth.capture.packet.Trail;
import org.sipsleuth.capture.stream.ConversationSink;

/// Takes the layers off the frames of one capture file, down to the payload of the transport, and
/// accounts for every frame.
public final class FrameDecoder {

    /// More layers than any honest frame has; ends frames made to go round in circles.
    static final int MOST_LAYERS = 32;

    private final MemorySegment capture;
    private final FrameAccount account;
    private final PayloadSink payloads;
    private final Layers layers;
    private final Packet packet = new Packet();
    private final Trail start = new Trail(List.of());

    /// @param capture the capture whose frames will be decoded
    /// @param account is told of each frame that gives nothing
    /// @param payloads gets the payloads of datagrams
    /// @param conversations gets the connections
    public FrameDecoder(
            MemorySegment capture,
            FrameAccount account,
            PayloadSink payloads,
            ConversationSink conversations) {
        this.capture = capture;
        this.account = account;
        this.payloads = payloads;
        this.layers = new Layers(account, payloads, conversations);
    }

    /// Decodes a frame.
    public void decode(Frame frame) {
        packet.start(capture, frame);
        packet.beginTrail(start);
        @Nullable Layer layer = layers.ofLinkType(frame.linkType(), packet);
        for (int depth = 0; layer != null; depth++) {
            if (depth == MOST_LAYERS) {
                packet.unread(UnreadReason.TOO_DEEP, MOST_LAYERS);
                break;
            }
            packet.enter(layer);
            layer = layer.decode(packet);
        }
        switch (packet.outcome()) {
            case PAYLOAD -> {
                packet.arrival().through(packet.trail().names());
                if (!payloads.take(packet)) {
                    account.count(PayloadGuess.of(packet), 0, frame.number());
                }
            }
            case UNREAD ->
                    account.count(packet.unreadReason(), packet.unreadDetail(), frame.number());
            case WAITING -> {} // counted when it is known what became of it
        }
    }

    /// Says that there are no more frames: what still waits is accounted for.
    public void finish() {
        layers.finish();
    }
}
