package org.sipsleuth.capture.fault;

import org.sipsleuth.capture.Endpoint;
import org.sipsleuth.capture.FrameNumber;

/// The first fragment of a datagram that begins like a SIP message, and of which other fragments
/// were never captured.
///
/// @param frame the frame of the first fragment
/// @param atNanos when that was captured, in ns since the epoch
/// @param beginning the payload of the datagram as far as it is there without a gap, a character a
///     byte (ISO 8859-1); at most [QuotedPacket#MOST_BYTES]
public record IncompletePacket(FrameNumber frame, long atNanos, Endpoint source, Endpoint destination,
        String beginning) {}
