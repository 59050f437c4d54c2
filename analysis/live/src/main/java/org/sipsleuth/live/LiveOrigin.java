package org.sipsleuth.live;

import java.nio.file.Path;
import java.util.Optional;

/// What a live capture receives.
public sealed interface LiveOrigin {

    /// The packets of a network interface.
    ///
    /// @param name the interface's name; the default one if empty
    /// @param filter a capture filter in tcpdump syntax; everything if empty
    record Interface(String name, String filter) implements LiveOrigin {}

    /// The HEP reports that SIP servers and capture agents send.
    ///
    /// @param address where they are received
    /// @param certificate a PEM file with certificate and private key, for TLS
    record HepReports(HepAddress address, Optional<Path> certificate) implements LiveOrigin {}
}
