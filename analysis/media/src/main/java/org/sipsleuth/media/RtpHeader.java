package org.sipsleuth.media;

import org.sipsleuth.capture.packet.Packet;

/// Reads the headers of RTP (RFC 3550 §5.1) and RTCP (§6.1) off a packet; used again for each.
final class RtpHeader {

    private static final int RTP_BYTES = 12;
    private static final int RTCP_BYTES = 8;
    private static final int EXTENSION_BYTES = 4;
    private static final int FIRST_RTCP = 192; // RFC 5761 §4
    private static final int LAST_RTCP = 223;
    private static final int SENDER_REPORT = 200;
    private static final int COUNT_AT = 20;

    private boolean isRtcp;
    private boolean isMarked;
    private int payloadType;
    private int sequence;
    private int timestamp;
    private long ssrc;
    private long statedPackets;

    /// Reads a payload of UDP.
    ///
    /// @return whether it is one of the two, judged by the packet alone
    boolean read(Packet packet) {
        if (packet.left() < RTCP_BYTES || packet.u8(0) >> 6 != 2) {
            return false;
        }
        int second = packet.u8(1);
        isRtcp = second >= FIRST_RTCP && second <= LAST_RTCP;
        if (isRtcp) {
            ssrc = Integer.toUnsignedLong(packet.s32(4));
            boolean hasCount = second == SENDER_REPORT && packet.left() >= COUNT_AT + Integer.BYTES;
            statedPackets = hasCount ? Integer.toUnsignedLong(packet.s32(COUNT_AT)) : MediaStream.NOT_STATED;
            return (packet.u16(2) + 1L) * Integer.BYTES <= packet.left() + packet.cutBytes();
        }
        if (packet.left() < RTP_BYTES || !isWhole(packet)) {
            return false;
        }
        isMarked = second > 0x7f;
        payloadType = second & 0x7f;
        sequence = packet.u16(2);
        timestamp = packet.s32(4);
        ssrc = Integer.toUnsignedLong(packet.s32(8));
        return true;
    }

    /// Whether the packet is long enough for the header that it announces.
    private static boolean isWhole(Packet packet) {
        int first = packet.u8(0);
        long header = RTP_BYTES + (first & 0xf) * (long) Integer.BYTES;
        boolean hasExtension = (first & 0x10) != 0;
        if (hasExtension && packet.left() >= header + EXTENSION_BYTES) {
            header += EXTENSION_BYTES + packet.u16(header + 2) * (long) Integer.BYTES;
        } else if (hasExtension) {
            header += EXTENSION_BYTES;
        }
        return header <= packet.left() + packet.cutBytes();
    }

    /// Whether what was read is RTCP.
    boolean isRtcp() {
        return isRtcp;
    }

    /// Whether it has the marker bit, with which sound begins after silence (RFC 3551 §4.1).
    boolean isMarked() {
        return isMarked;
    }

    int payloadType() {
        return payloadType;
    }

    int sequence() {
        return sequence;
    }

    int timestamp() {
        return timestamp;
    }

    /// How many packets of RTP the sender of RTCP states to have sent (RFC 3550 §6.4.1);
    /// [MediaStream#NOT_STATED] if it does not.
    long statedPackets() {
        return statedPackets;
    }

    /// The SSRC.
    long ssrc() {
        return ssrc;
    }
}
