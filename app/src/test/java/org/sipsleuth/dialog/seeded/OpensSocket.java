package org.sipsleuth.dialog.seeded;

import java.io.IOException;
import java.net.Socket;

/// Seeded: connects to a server.
public final class OpensSocket {
    public static Socket open() throws IOException {
        return new Socket("example.org", 5060);
    }
}
