package org.sipsleuth.capture.layer.tunnel;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.layer.link.EtherTypes;
import org.sipsleuth.capture.layer.link.IpShape;
import org.sipsleuth.capture.packet.Layer;
import org.sipsleuth.capture.packet.Packet;
import org.sipsleuth.capture.packet.Protocols;
import org.sipsleuth.capture.packet.UdpTunnel;

/// Teredo (RFC 4380 §5.1.1): IPv6 in UDP, behind authentication and origin indications.
public final class TeredoLayer implements UdpTunnel {

    private static final int AUTHENTICATION = 0x0001;
    private static final int AUTHENTICATION_BYTES = 13; // and the identifier and value inside
    private static final int ORIGIN = 0x0000;
    private static final int ORIGIN_BYTES = 8;

    private final Protocols protocols;

    public TeredoLayer(Protocols protocols) {
        this.protocols = protocols;
    }

    @Override
    public String name() {
        return "Teredo";
    }

    @Override
    public boolean fits(Packet packet) {
        return IpShape.isVersion(packet, indicationBytes(packet), 6);
    }

    @Override
    public @Nullable Layer decode(Packet packet) {
        packet.skip(Math.min(indicationBytes(packet), packet.left()));
        return protocols.ofEtherType(EtherTypes.IPV6, packet);
    }

    private static int indicationBytes(Packet packet) {
        int bytes = 0;
        if (packet.left() >= 4 && packet.u16(0) == AUTHENTICATION) {
            bytes = AUTHENTICATION_BYTES + packet.u8(2) + packet.u8(3);
        }
        if (packet.left() >= bytes + 2 && packet.u16(bytes) == ORIGIN) {
            bytes += ORIGIN_BYTES;
        }
        return bytes;
    }
}
