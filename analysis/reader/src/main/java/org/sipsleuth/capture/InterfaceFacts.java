package org.sipsleuth.capture;

import java.util.List;

/// What a capture states about one of its interfaces.
///
/// @param linkType as the pcap registry numbers them
/// @param snapBytes the most bytes it kept of a frame; 0 if there was no limit
/// @param options what else it says; how its clock counts is among them, unless it counts µs
public record InterfaceFacts(int linkType, long snapBytes, List<CaptureOption> options) {

    /// How the clock counts: a negative power of ten, or of two if the top bit is set.
    public static final int TIME_RESOLUTION = 9;

    public InterfaceFacts {
        options = List.copyOf(options);
    }
}
