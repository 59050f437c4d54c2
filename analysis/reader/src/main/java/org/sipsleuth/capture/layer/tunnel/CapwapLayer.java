package org.sipsleuth.capture.layer.tunnel;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.packet.Layer;
import org.sipsleuth.capture.packet.Packet;
import org.sipsleuth.capture.packet.UdpTunnel;

/// CAPWAP data (RFC 5415 §4.3) that is not encrypted: Wi-Fi or Ethernet frames between an access
/// point and its controller.
public final class CapwapLayer implements UdpTunnel {

    private static final int LEAST_BYTES = 8;
    private static final int PLAIN = 0x00; // version 0, no DTLS
    private static final int HEADER_WORDS_SHIFT = 3;
    private static final int RESERVED = 0x000007;

    // The flags and the binding, in the bytes 1 to 3.
    private static final int BINDING_SHIFT = 9;
    private static final int BINDING_MASK = 0x1f;
    private static final int WIFI = 1;
    private static final int NATIVE = 0x100; // else IEEE 802.3
    private static final int FRAGMENT = 0x080;
    private static final int KEEP_ALIVE = 0x008;

    private final Layer ethernet;
    private final Layer wifi;

    public CapwapLayer(Layer ethernet, Layer wifi) {
        this.ethernet = ethernet;
        this.wifi = wifi;
    }

    @Override
    public String name() {
        return "CAPWAP";
    }

    @Override
    public boolean fits(Packet packet) {
        if (packet.left() < LEAST_BYTES || packet.u8(0) != PLAIN) {
            return false;
        }
        int header = headerBytes(packet);
        return (packet.s32(0) & RESERVED) == 0 && header >= LEAST_BYTES && header <= packet.left();
    }

    @Override
    public @Nullable Layer decode(Packet packet) {
        if (packet.left() < LEAST_BYTES || packet.left() < headerBytes(packet)) {
            return packet.unread(UnreadReason.SHORT_FRAME);
        }
        int fields = packet.s32(0);
        packet.skip(headerBytes(packet));
        if ((fields & KEEP_ALIVE) != 0) {
            return packet.unread(UnreadReason.TUNNEL_SIGNALLING);
        }
        if ((fields & FRAGMENT) != 0) {
            return packet.unread(UnreadReason.CAPWAP_FRAGMENT);
        }
        if ((fields & NATIVE) == 0) {
            return ethernet;
        }
        boolean isWifi = (fields >> BINDING_SHIFT & BINDING_MASK) == WIFI;
        return isWifi ? wifi : packet.unread(UnreadReason.BAD_TUNNEL);
    }

    private static int headerBytes(Packet packet) {
        return (packet.u8(1) >> HEADER_WORDS_SHIFT) * Integer.BYTES;
    }
}
