package org.sipsleuth.encapsulation;

import org.sipsleuth.capture.Packets;

/// Between whom the call goes.
///
/// @param caller an address of IPv4 or IPv6, as the callee's
record Hosts(String caller, int callerPort, String callee, int calleePort) {

    static final Hosts IPV4 = new Hosts("192.0.2.1", 5070, "192.0.2.9", 5060);
    static final Hosts IPV6 = new Hosts("2001:db8::1", 5070, "2001:db8::9", 5060);

    /// The same, called on another port.
    Hosts on(int port) {
        return new Hosts(caller, callerPort, callee, port);
    }

    int port(boolean ofCaller) {
        return ofCaller ? callerPort : calleePort;
    }

    /// An IP packet from one to the other.
    byte[] packet(boolean byCaller, int protocol, byte[] payload) {
        String from = byCaller ? caller : callee;
        String to = byCaller ? callee : caller;
        return from.indexOf(':') < 0 ? Packets.ipv4(from, to, protocol, payload)
                : Packets.ipv6(from, to, protocol, payload);
    }
}
