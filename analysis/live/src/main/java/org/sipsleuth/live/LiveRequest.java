package org.sipsleuth.live;

/// What somebody wants to capture.
///
/// @param interfaceName the interface's name; the usual one if empty
/// @param filter a capture filter as tcpdump takes it; everything if empty
/// @param ring where it goes
public record LiveRequest(String interfaceName, String filter, RingSettings ring) {}
