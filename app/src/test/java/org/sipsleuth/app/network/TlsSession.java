package org.sipsleuth.app.network;

import java.util.List;
import org.sipsleuth.capture.LinkTypes;
import org.sipsleuth.capture.PcapWriter;
import org.sipsleuth.capture.tls.Transcript;
import org.sipsleuth.dialog.TlsPackets;

/// A recorded TLS session over TCP, in which two requests are sent and answered.
///
/// @param transcript what both sides sent
/// @param clientPort tells sessions apart
public record TlsSession(Transcript transcript, int clientPort) {

    /// How many SIP messages there are in a session.
    public static final int MESSAGES = 4;

    /// TLS 1.2, which has one secret.
    public static final TlsSession TLS12 = new TlsSession(Transcript.of("tls12-ecdhe-ecdsa-aes256-gcm-sha384"), 41_200);

    /// TLS 1.3, which has four secrets that are used.
    public static final TlsSession TLS13 = new TlsSession(Transcript.of("tls13-aes-256-gcm-sha384"), 41_300);

    private static final long START_SECONDS = 1_700_000_000L;

    /// Its key log.
    public String keys() {
        return transcript.keys();
    }

    /// A capture of some sessions, one after the other (pcap).
    public static byte[] capture(TlsSession... sessions) {
        PcapWriter capture = new PcapWriter(LinkTypes.ETHERNET);
        int micros = 0;
        for (TlsSession session : sessions) {
            for (byte[] frame : session.packets()) {
                capture.frame(START_SECONDS, micros++, frame);
            }
        }
        return capture.bytes();
    }

    /// The bytes of its packets.
    List<byte[]> packets() {
        return TlsPackets.of(transcript, clientPort);
    }
}
