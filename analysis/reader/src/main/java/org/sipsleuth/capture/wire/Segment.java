package org.sipsleuth.capture.wire;

/// What a segment of TCP says beside its payload.
///
/// @param flags of [#FIN], [#SYN], [#PSH], [#ACK]
public record Segment(int sequence, int acknowledged, int flags) {
    public static final int FIN = 0x01;
    public static final int SYN = 0x02;
    public static final int PSH = 0x08;
    public static final int ACK = 0x10;
}
