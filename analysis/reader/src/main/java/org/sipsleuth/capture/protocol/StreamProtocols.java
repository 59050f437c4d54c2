package org.sipsleuth.capture.protocol;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.Transport;
import org.sipsleuth.capture.stream.BufferBudget;
import org.sipsleuth.capture.stream.Conversation;
import org.sipsleuth.capture.stream.ConversationSink;
import org.sipsleuth.capture.tls.Tls;
import org.sipsleuth.capture.tls.keylog.KeyLog;
import org.sipsleuth.capture.websocket.UnpackingWindows;

/// Finds out by its first bytes what each connection carries: plain text, TLS or WebSocket, and
/// hands what lies inside to the reader of messages. What TLS holds is looked at again, so that
/// WebSocket is found in it.
public final class StreamProtocols implements ConversationSink {

    private static final String TLS = "TLS";
    private static final String WEBSOCKET = "WebSocket";

    /// Where connections go by what they carry.
    ///
    /// @param text takes text: SIP, if it is any
    /// @param tls takes TLS; null where there can be none
    /// @param webSocket takes what the frames of a WebSocket hold
    /// @param windows lends what unpacking needs
    /// @param memory bounds what is held
    record Readers(ConversationSink text, @Nullable ConversationSink tls, ConversationSink webSocket,
            UnpackingWindows windows, BufferBudget memory) {}

    private final Readers readers;

    /// @param reader reads the messages of a connection
    /// @param keys open TLS
    public StreamProtocols(ConversationSink reader, KeyLog keys) {
        BufferBudget memory = new BufferBudget();
        Tls tls = new Tls(keys, memory);
        UnpackingWindows windows = new UnpackingWindows();
        Readers inTls = new Readers(new EncapsulationName(Transport.TLS, List.of(TLS), reader), null,
                new EncapsulationName(Transport.WSS, List.of(TLS, WEBSOCKET), reader), windows, memory);
        this.readers = new Readers(reader, first -> tls.open(first, inside -> new Detection(inside, inTls)),
                new EncapsulationName(Transport.WS, List.of(WEBSOCKET), reader), windows, memory);
    }

    @Override
    public Conversation open(Arrival first) {
        return new Detection(first, readers);
    }
}
