package org.sipsleuth.dialog;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.capture.Packets;
import org.sipsleuth.capture.tls.Transcript;

/// The packets of a recorded TLS session between 192.0.2.1 and 192.0.2.2.
public final class TlsPackets {

    private static final int ACK = 16;
    private static final int PORT = 5061;

    private TlsPackets() {}

    /// A frame for each flight.
    ///
    /// @param clientPort distinguishes sessions
    public static List<byte[]> of(Transcript session, int clientPort) {
        List<byte[]> frames = new ArrayList<>();
        int client = 1_000;
        int server = 9_000;
        for (Transcript.Flight flight : session.flights()) {
            byte[] bytes = flight.bytes();
            boolean up = flight.fromClient();
            byte[] packet = up
                    ? Packets.ipv4("192.0.2.1", "192.0.2.2", 6, Packets.tcp(clientPort, PORT, client, ACK, bytes))
                    : Packets.ipv4("192.0.2.2", "192.0.2.1", 6, Packets.tcp(PORT, clientPort, server, ACK, bytes));
            frames.add(Packets.ethernet(0x0800, packet));
            client += up ? bytes.length : 0;
            server += up ? 0 : bytes.length;
        }
        return frames;
    }
}
