package org.sipsleuth.live;

/// Packets that were received and not stored, as the disk was full.
///
/// @param packets how many
/// @param bytes what was captured of them
public record Unstored(long packets, long bytes) {

    /// None.
    public static final Unstored NONE = new Unstored(0, 0);

    Unstored plus(int packetBytes) {
        return new Unstored(packets + 1, bytes + packetBytes);
    }

    Unstored plus(Unstored others) {
        return new Unstored(packets + others.packets, bytes + others.bytes);
    }
}
