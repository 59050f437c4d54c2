package org.sipsleuth.capture.tls;

import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.stream.BufferBudget;
import org.sipsleuth.capture.stream.Conversation;
import org.sipsleuth.capture.stream.ConversationSink;
import org.sipsleuth.capture.tls.keylog.KeyLog;

/// Opens TLS connections whose keys a key log has. One thread.
public final class Tls {

    private final SessionKeys keys;
    private final BufferBudget memory;

    /// @param log may grow while connections are read
    /// @param memory bounds what is held of records that are not complete
    public Tls(KeyLog log, BufferBudget memory) {
        this.keys = new SessionKeys(log);
        this.memory = memory;
    }

    /// Reads a connection.
    ///
    /// @param first its first packet: its source is the side that was seen first; used again
    /// @param inside takes what is sealed, when its first bytes are open
    public Conversation open(Arrival first, ConversationSink inside) {
        return new TlsConnection(keys, memory, first, inside);
    }
}
