package org.sipsleuth.capture.layer;

import java.lang.foreign.MemorySegment;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.FileBytes;
import org.sipsleuth.capture.Frame;
import org.sipsleuth.capture.account.FrameAccounting;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.packet.Layer;
import org.sipsleuth.capture.packet.Packet;
import org.sipsleuth.capture.packet.ProtocolStack;
import org.sipsleuth.capture.stream.ConversationSink;
import org.sipsleuth.capture.stream.tcp.SegmentSink;
import org.sipsleuth.capture.stream.tcp.TcpStreams;
import org.sipsleuth.capture.stream.tcp.Withheld;

/// Takes the layers off the frames of one capture, down to the payload of the transport, and
/// accounts for every frame.
///
/// A capture may lie in several files, one after the other: what one of them begins, a later one
/// completes. Its frames are numbered on from file to file.
public final class FrameDecoder {

    /// More layers than any honest frame has; ends frames made to go round in circles.
    static final int MOST_LAYERS = 32;

    private final FrameAccounting account;
    private final PayloadSink payloads;
    private final Layers layers;
    private final PlainFrames plain;
    private final Runnable streamsEnd;
    private final Packet packet = new Packet();
    private final ProtocolStack start = new ProtocolStack(List.of());
    private int file;
    private FileBytes bytes;
    private UnreadReason unreadReason = UnreadReason.NOT_SIP;
    private int unreadDetail;

    /// A decoder of which nobody asks what waits.
    ///
    /// @param file the place of the first file among the files of the investigation
    /// @param bytes its bytes
    /// @param account receives each frame that yields nothing; starts with this file
    /// @param payloads receives the payloads of datagrams
    /// @param conversations receives the connections
    public FrameDecoder(int file, FileBytes bytes, FrameAccounting account, PayloadSink payloads,
            ConversationSink conversations) {
        this(file, bytes, account, payloads, conversations, new Withheld());
    }

    /// @param file the place of the first file among the files of the investigation
    /// @param bytes its bytes
    /// @param account receives each frame that yields nothing; starts with this file
    /// @param payloads receives the payloads of datagrams
    /// @param conversations receives the connections
    /// @param withheld learns of bytes of connections that wait for others
    public FrameDecoder(int file, FileBytes bytes, FrameAccounting account, PayloadSink payloads,
            ConversationSink conversations, Withheld withheld) {
        this(file, bytes, account, payloads, new TcpStreams(account, conversations, withheld));
    }

    private FrameDecoder(int file, FileBytes bytes, FrameAccounting account, PayloadSink payloads, TcpStreams streams) {
        this(file, bytes, account, payloads, (segment, _) -> streams.take(segment), streams::finish);
    }

    private FrameDecoder(int file, FileBytes bytes, FrameAccounting account, PayloadSink payloads, SegmentSink segments,
            Runnable streamsEnd) {
        this.account = account;
        this.payloads = payloads;
        this.layers = new Layers(account, payloads, segments);
        this.plain = new PlainFrames(layers, packet, start);
        this.streamsEnd = streamsEnd;
        this.file = file;
        this.bytes = bytes;
    }

    /// A decoder that passes TCP segments on as they are, without reassembly.
    public static FrameDecoder ofSegments(int file, FileBytes bytes, PayloadSink payloads, SegmentSink segments) {
        return new FrameDecoder(file, bytes, new FrameAccounting(file), payloads, segments, () -> {});
    }

    /// Continues with another file of the same capture.
    public void goOn(int nextFile, FileBytes itsBytes) {
        account.goOn(nextFile);
        file = nextFile;
        bytes = itsBytes;
    }

    /// Decodes a frame.
    public void decode(Frame frame) {
        int number = account.numbers().of(frame.number());
        MemorySegment mapped = bytes.bytes();
        switch (plain.take(file, mapped, frame, number, payloads)) {
            case TAKEN -> {
                // it is counted elsewhere
            }
            case UNREAD -> account.count(plain.unreadReason(), 0, number);
            case LOOSE -> takeApart(mapped, frame, number);
        }
        packet.leave();
    }

    private void takeApart(MemorySegment mapped, Frame frame, int number) {
        packet.start(file, mapped, frame, number);
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
        streamsEnd.run();
    }
}
