package org.sipsleuth.capture.fault;

import java.net.InetAddress;

/// ICMP errors of one kind by one host about packets of one sender to one receiver; those about
/// SIP, about one message.
///
/// @param mtu the largest packet that the next link takes; 0 where none is stated
/// @param quoted the first of the packets
public record IcmpError(InetAddress reporter, IcmpKind kind, int mtu, QuotedPacket quoted, Sightings sightings) {}
