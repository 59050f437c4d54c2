package org.sipsleuth.capture.layer.tunnel;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.packet.Layer;
import org.sipsleuth.capture.packet.Packet;
import org.sipsleuth.capture.packet.UdpTunnel;

/// HEP version 3 (also "EEP"), by which SIP servers report messages to a collector: chunks that
/// with the addresses of a message, its time, and the message itself. The report is replaced by the
/// message: it gets the addresses and the time in the chunks.
public final class HepLayer implements UdpTunnel {

    private static final int HEADER_BYTES = 6;
    private static final int MAGIC_HEP3 = 0x48455033;
    private static final int MAGIC_EEP1 = 0x45455031;
    private static final int CHUNK_HEADER_BYTES = 6;

    // The generic chunks that matter here.
    private static final int PROTOCOL = 0x0002;
    private static final int SOURCE_IPV4 = 0x0003;
    private static final int DESTINATION_IPV4 = 0x0004;
    private static final int SOURCE_IPV6 = 0x0005;
    private static final int DESTINATION_IPV6 = 0x0006;
    private static final int SOURCE_PORT = 0x0007;
    private static final int DESTINATION_PORT = 0x0008;
    private static final int SECONDS = 0x0009;
    private static final int MICROSECONDS = 0x000a;
    private static final int CONTENT = 0x000b;
    private static final int PAYLOAD = 0x000f;
    private static final int PACKED_PAYLOAD = 0x0010;

    private static final int SIP = 1; // of the contents

    @Override
    public String name() {
        return "HEP3";
    }

    @Override
    public boolean fits(Packet packet) {
        if (packet.left() < HEADER_BYTES) {
            return false;
        }
        int magic = packet.s32(0);
        return magic == MAGIC_HEP3 || magic == MAGIC_EEP1;
    }

    @Override
    public @Nullable Layer decode(Packet packet) {
        if (packet.left() < HEADER_BYTES) {
            return packet.unread(UnreadReason.SHORT_FRAME);
        }
        packet.keep(packet.u16(Integer.BYTES));
        HepReport report = new HepReport();
        long at = HEADER_BYTES;
        while (at + CHUNK_HEADER_BYTES <= packet.left()) {
            int vendor = packet.u16(at);
            int type = packet.u16(at + 2);
            int length = packet.u16(at + 4);
            if (length < CHUNK_HEADER_BYTES) {
                return packet.unread(UnreadReason.BAD_TUNNEL);
            }
            long body = at + CHUNK_HEADER_BYTES;
            long bytes = Math.min(length - CHUNK_HEADER_BYTES, packet.left() - body);
            if (vendor == 0) {
                chunk(packet, report, type, body, bytes, length - CHUNK_HEADER_BYTES);
            }
            at += length;
        }
        return report.deliver(packet);
    }

    /// @param bytes how long the chunk is, as far as it was captured
    /// @param announced how long it says to be
    private static void chunk(Packet packet, HepReport report, int type, long at, long bytes, int announced) {
        switch (type) {
            case PAYLOAD -> report.payload(at, announced, false);
            case PACKED_PAYLOAD -> report.payload(at, bytes, true);
            default -> {
                if (bytes >= bytesOf(type)) {
                    fact(packet, report, type, at);
                }
            }
        }
    }

    private static void fact(Packet packet, HepReport report, int type, long at) {
        switch (type) {
            case PROTOCOL -> report.protocol(packet.u8(at));
            case SOURCE_IPV4 -> report.fromIpv4(packet.s32(at));
            case DESTINATION_IPV4 -> report.toIpv4(packet.s32(at));
            case SOURCE_IPV6 -> report.from(packet.s64(at), packet.s64(at + Long.BYTES));
            case DESTINATION_IPV6 -> report.to(packet.s64(at), packet.s64(at + Long.BYTES));
            case SOURCE_PORT -> report.fromPort(packet.u16(at));
            case DESTINATION_PORT -> report.toPort(packet.u16(at));
            case SECONDS -> report.seconds(packet.s32(at));
            case MICROSECONDS -> report.micros(packet.s32(at));
            case CONTENT -> report.isSip(packet.u8(at) == SIP);
            default -> {
            } // what the collector wants to know of the server
        }
    }

    private static int bytesOf(int type) {
        return switch (type) {
            case SOURCE_IPV6, DESTINATION_IPV6 -> 2 * Long.BYTES;
            case SOURCE_IPV4, DESTINATION_IPV4, SECONDS, MICROSECONDS -> Integer.BYTES;
            case SOURCE_PORT, DESTINATION_PORT -> Short.BYTES;
            default -> 1;
        };
    }
}
