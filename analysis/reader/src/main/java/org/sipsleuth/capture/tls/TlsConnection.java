package org.sipsleuth.capture.tls;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.stream.BufferBudget;
import org.sipsleuth.capture.stream.ByteStream;
import org.sipsleuth.capture.stream.Conversation;
import org.sipsleuth.capture.stream.ConversationSink;

/// One TLS connection: what its two sides must know of each other.
final class TlsConnection implements Conversation {

    private final Arrival first = new Arrival();
    private final ConversationSink inside;
    private final Handshake handshake = new Handshake();
    private final TlsStream fromFirst;
    private final TlsStream fromOther;
    private @Nullable Conversation opened;

    TlsConnection(SessionKeys keys, BufferBudget memory, Arrival first, ConversationSink inside) {
        this.first.copy(first);
        this.inside = inside;
        this.fromFirst = new TlsStream(this, new Protection(handshake, keys), memory);
        this.fromOther = new TlsStream(this, new Protection(handshake, keys), memory);
    }

    @Override
    public TlsStream fromFirst() {
        return fromFirst;
    }

    @Override
    public TlsStream fromOther() {
        return fromOther;
    }

    /// The stream that lies inside of one of the two.
    @SuppressWarnings("ReferenceEquality") // one of two objects
    ByteStream inside(TlsStream of) {
        Conversation conversation = opened;
        if (conversation == null) {
            conversation = inside.open(first);
            opened = conversation;
        }
        return of == fromFirst ? conversation.fromFirst() : conversation.fromOther();
    }

    /// Takes a handshake message.
    ///
    /// @param from who sent it
    /// @param type what it is
    /// @param body its content; only of hellos
    @SuppressWarnings("ReferenceEquality") // one of two objects
    void message(TlsStream from, int type, byte[] body) {
        TlsStream other = from == fromFirst ? fromOther : fromFirst;
        if (type == HandshakeReader.CLIENT_HELLO) {
            from.sends(Side.CLIENT);
            other.sends(Side.SERVER);
            handshake.clientHello(body);
        } else if (type == HandshakeReader.SERVER_HELLO) {
            from.sends(Side.SERVER);
            other.sends(Side.CLIENT);
            handshake.serverHello(body);
        }
    }
}
