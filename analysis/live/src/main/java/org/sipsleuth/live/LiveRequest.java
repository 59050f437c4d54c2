package org.sipsleuth.live;

/// The parameters of a live capture.
///
/// @param interfaceName the interface's name; the default one if empty
/// @param filter a capture filter in tcpdump syntax; everything if empty
/// @param ring the ring of files to write
public record LiveRequest(String interfaceName, String filter, RingSettings ring) {}
