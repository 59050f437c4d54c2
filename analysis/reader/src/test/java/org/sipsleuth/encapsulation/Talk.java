package org.sipsleuth.encapsulation;

import java.util.List;
import org.sipsleuth.capture.Transport;

/// A transport the call is said over.
///
/// @param port the callee's, such as TShark expects
/// @param secrets the key log that opens it, or nothing
record Talk(String name, Transport transport, int port, String secrets, Speaking speaking) {

    /// How a call is said between hosts, in IP packets.
    interface Speaking {
        List<Sent> say(Call call, Hosts hosts);
    }

    private static final int SIP_PORT = 5060;

    static final Talk UDP = of("UDP", Transport.UDP, Datagrams::udp);

    static Talk of(String name, Transport transport, Speaking speaking) {
        return new Talk(name, transport, SIP_PORT, "", speaking);
    }

    @Override
    public String toString() {
        return name;
    }
}
