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

/// Takes the layers off the frames of one capture, down to the payload of the transport, and
/// accounts for every frame.
///
/// A capture may lie in several files, one after the other: what one of them begins, a later one
/// completes. Its frames are numbered on from file to file.
public final class FrameDecoder {

    /// More layers than any honest frame has; ends frames made to go round in circles.
    static final int MOST_LAYERS = 32;

    private final FrameAccount account;
    private final PayloadSink payloads;
    private final Layers layers;
    private final Packet packet = new Packet();
    private final Trail start = new Trail(List.of());
    private UnreadReason unreadReason = UnreadReason.NOT_SIP;
    private int unreadDetail;

    /// @param file the place of the first file among the files of the investigation
    /// @param bytes its bytes
    /// @param account is told of each frame that gives nothing; begins with this file
    /// @param payloads gets the payloads of datagrams
    /// @param conversations gets the connections
    public FrameDecoder(
            int file,
            MemorySegment bytes,
            FrameAccount account,
            PayloadSink payloads,
            ConversationSink conversations) {
        this.account = account;
        this.payloads = payloads;
        this.layers = new Layers(account, payloads, conversations);
        packet.inFile(file, bytes);
    }

    /// Says that the frames that come now lie in another file of the same capture.
    public void goOn(int file, MemorySegment bytes) {
        account.goOn(file);
        packet.inFile(file, bytes);
    }

    /// Decodes a frame.
    public void decode(Frame frame) {
        packet.start(frame, account.numbers().of(frame.number()));
        packet.beginTrail(start);
        boolean accounted = follow(layers.ofLinkType(frame.linkType(), packet));
        for (Layer part = packet.nextPart(); part != null; part = packet.nextPart()) {
            accounted |= follow(part);
        }
        if (!accounted) {
            account.count(unreadReason, unreadDetail, packet.arrival().frame());
        }
    }

    /// Takes off layer after layer.
    ///
    /// @return whether the packet gave something that is counted elsewhere; if not, it is noted why
    private boolean follow(@Nullable Layer first) {
        @Nullable Layer layer = first;
        for (int depth = 0; layer != null; depth++) {
            if (depth == MOST_LAYERS) {
                packet.unread(UnreadReason.TOO_DEEP, MOST_LAYERS);
                break;
            }
            packet.enter(layer);
            layer = layer.decode(packet);
            if (packet.hasParts()) {
                account.hasParts(packet.arrival().frame());
            }
        }
        switch (packet.outcome()) {
            case PAYLOAD -> {
                packet.arrival().through(packet.trail().names());
                if (payloads.take(packet)) {
                    return true;
                }
                unreadReason = PayloadGuess.of(packet);
                unreadDetail = 0;
            }
            case UNREAD -> {
                unreadReason = packet.unreadReason();
                unreadDetail = packet.unreadDetail();
            }
            case WAITING -> {
                return true; // counted when it is known what became of it
            }
        }
        return false;
    }

    /// Says that there are no more frames: what still waits is accounted for.
    public void finish() {
        layers.finish();
    }
}
