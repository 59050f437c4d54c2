package org.sipsleuth.dialog.seeded;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.channels.DatagramChannel;

/// Seeded: may listen, and connects to a server.
public final class ListensAndConnects {
    public static DatagramChannel open() throws IOException {
        return DatagramChannel.open().connect(new InetSocketAddress("example.org", 9060));
    }
}
