package org.sipsleuth.capture.websocket;

import org.sipsleuth.capture.stream.ByteStream;
import org.sipsleuth.capture.stream.Conversation;
import org.sipsleuth.capture.stream.TwoStreams;

/// A WebSocket connection (RFC 6455) and what its sides agreed on.
public final class WebSocket {

    private boolean isUncompressed;

    private WebSocket() {}

    /// Reads a connection.
    ///
    /// @param inside takes its messages
    /// @param windows are kept for all connections of a capture
    /// @param fromItsBeginning whether it begins with the handshake; if not, with a frame
    public static Conversation open(
            Conversation inside, UnpackingWindows windows, boolean fromItsBeginning) {
        WebSocket socket = new WebSocket();
        return new TwoStreams(
                socket.side(inside.fromFirst(), windows, fromItsBeginning),
                socket.side(inside.fromOther(), windows, fromItsBeginning));
    }

    private ByteStream side(ByteStream inside, UnpackingWindows windows, boolean fromItsBeginning) {
        WebSocketStream frames = new WebSocketStream(this, inside, new Unpacking(windows));
        return fromItsBeginning ? new HttpUpgrade(this, frames) : frames;
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
