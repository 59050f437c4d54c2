package org.sipsleuth.simulate.wire;

import org.sipsleuth.capture.wire.Link;
import org.sipsleuth.capture.wire.Tunnel;
import org.sipsleuth.simulate.network.Path;

/// How messages become frames.
///
/// @param link the link layer
/// @param tunnel the encapsulation of the packets
/// @param mtu the maximum packet size in bytes
/// @param reliable whether messages go over TCP
/// @param rtp how much of the media is written
/// @param path the path of the packets
public record WireSettings(Link link, Tunnel tunnel, int mtu, boolean reliable, RtpMode rtp, Path path) {}
