package org.sipsleuth.capture.tls;

import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.stream.Conversation;
import org.sipsleuth.capture.stream.ConversationSink;
import org.sipsleuth.capture.tls.keylog.KeyLog;

/// Opens TLS connections whose keys a key log has. One thread.
public final class Tls {

    private final Keyring keys;

    /// @param log may grow while connections are read
    public Tls(KeyLog log) {
        this.keys = new Keyring(log);
    }

    /// Reads a connection.
    ///
    /// @param first its first packet: its source is the side that was seen first; used again
    /// @param inside takes what is sealed, when its first bytes are open
    public Conversation open(Arrival first, ConversationSink inside) {
        return new TlsConnection(keys, first, inside);
    }
}
