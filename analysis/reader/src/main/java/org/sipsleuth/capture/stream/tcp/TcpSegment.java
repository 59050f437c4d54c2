package org.sipsleuth.capture.stream.tcp;

import java.lang.foreign.MemorySegment;
import java.util.function.Supplier;
import org.sipsleuth.capture.Arrival;
import org.sipsleuth.capture.Provenance;

/// A TCP segment (RFC 9293 §3.1).
///
/// @param arrival when and between whom it was captured; used again
/// @param sequence its sequence number
/// @param acknowledgment its acknowledgment number
/// @param flags its flags: `FIN` and the others here
/// @param payload what it carries
public record TcpSegment(Arrival arrival, int sequence, int acknowledgment, int flags, Payload payload) {

    static final int FIN = 1;
    static final int SYN = 1 << 1;
    static final int RST = 1 << 2;
    static final int ACK = 1 << 4;

    /// What a segment carries.
    ///
    /// @param bytes hold it; do not change
    /// @param offset where it begins in them
    /// @param length how many bytes of it were captured
    /// @param cutBytes how many more it had
    /// @param origin the position of the bytes in the capture; valid only while the segment is
    ///     added
    public record Payload(MemorySegment bytes, long offset, int length, int cutBytes, Supplier<Provenance> origin) {}

    boolean has(int flag) {
        return (flags & flag) != 0;
    }

    /// Whether it is the first of a connection.
    public boolean opens() {
        return has(SYN) && !has(ACK);
    }

    /// Whether its acknowledgment number is valid.
    public boolean acknowledges() {
        return has(ACK);
    }

    /// The sequence number of the first byte of its payload: SYN counts as one.
    public int dataSequence() {
        return has(SYN) ? sequence + 1 : sequence;
    }

    /// How many bytes it carried when it was sent.
    public int sentBytes() {
        return payload.length() + payload.cutBytes();
    }
}
