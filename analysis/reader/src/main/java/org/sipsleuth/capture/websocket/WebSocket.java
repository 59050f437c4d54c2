package org.sipsleuth.capture.websocket;

import org.sipsleuth.capture.stream.BufferBudget;
import org.sipsleuth.capture.stream.ByteStream;
import org.sipsleuth.capture.stream.Conversation;
import org.sipsleuth.capture.stream.TwoStreams;

/// A WebSocket connection (RFC 6455) and what its sides agreed on.
public final class WebSocket {

    private final UnpackingWindows windows;
    private final BufferBudget memory;
    private boolean isUncompressed;
    private boolean isBegun;
    private boolean isHeadAwaited;

    private WebSocket(UnpackingWindows windows, BufferBudget memory) {
        this.windows = windows;
        this.memory = memory;
    }

    /// Reads a connection.
    ///
    /// @param inside takes its messages
    /// @param windows are kept for all connections of a capture
    /// @param memory is too
    /// @param fromItsBeginning whether it begins with the handshake; if not, with a frame
    public static Conversation open(Conversation inside, UnpackingWindows windows, BufferBudget memory,
            boolean fromItsBeginning) {
        WebSocket socket = new WebSocket(windows, memory);
        return new TwoStreams(socket.side(inside.fromFirst(), fromItsBeginning),
                socket.side(inside.fromOther(), fromItsBeginning));
    }

    private ByteStream side(ByteStream inside, boolean fromItsBeginning) {
        WebSocketStream frames = new WebSocketStream(this, inside, new Unpacking(windows), memory);
        return fromItsBeginning ? new HttpUpgrade(this, frames, memory) : frames;
    }

    /// Says that a side asked for it or agreed to it, or that a frame was found.
    void begin() {
        isBegun = true;
    }

    /// Whether it is one, as far as is known.
    boolean isBegun() {
        return isBegun;
    }

    /// Says that a side asked for the head of a response alone.
    void askForHead() {
        isHeadAwaited = true;
    }

    /// Whether a response that comes now answers that, and so has no body.
    boolean takeHead() {
        boolean isIts = isHeadAwaited;
        isHeadAwaited = false;
        return isIts;
    }

    /// Says that the handshake agreed on no compression.
    void refuseCompression() {
        isUncompressed = true;
    }

    /// Whether messages may be compressed, as far as is known.
    boolean mayCompress() {
        return !isUncompressed;
    }
}
