package org.sipsleuth.capture.layer.link;

import org.jspecify.annotations.Nullable;
import org.sipsleuth.capture.LinkTypes;
import org.sipsleuth.capture.account.UnreadReason;
import org.sipsleuth.capture.packet.Layer;
import org.sipsleuth.capture.packet.Packet;
import org.sipsleuth.capture.packet.Protocols;

/// The header that Linux puts before packets captured on all interfaces at once, in its two
/// versions (LINKTYPE_LINUX_SLL, LINKTYPE_LINUX_SLL2).
public final class LinuxCookedLayer implements Layer {

    private static final int LLC = 4; // ETH_P_802_2

    // ARPHRD_ numbers of interfaces whose packets are no Ethernet payloads.
    private static final int WIFI = 801;
    private static final int WIFI_RADIOTAP = 803;
    private static final int NETLINK = 824;

    private final Protocols protocols;
    private final Layer llc;
    private final int headerBytes;
    private final int typeAt;
    private final int hardwareAt;

    private LinuxCookedLayer(Protocols protocols, Layer llc, int headerBytes, int typeAt, int hardwareAt) {
        this.protocols = protocols;
        this.llc = llc;
        this.headerBytes = headerBytes;
        this.typeAt = typeAt;
        this.hardwareAt = hardwareAt;
    }

    /// Version 1.
    public static LinuxCookedLayer first(Protocols protocols, Layer llc) {
        return new LinuxCookedLayer(protocols, llc, 16, 14, 2);
    }

    /// Version 2.
    public static LinuxCookedLayer second(Protocols protocols, Layer llc) {
        return new LinuxCookedLayer(protocols, llc, 20, 0, 8);
    }

    @Override
    public String name() {
        return "Linux cooked";
    }

    @Override
    public @Nullable Layer decode(Packet packet) {
        if (packet.left() < headerBytes) {
            return packet.unread(UnreadReason.SHORT_FRAME);
        }
        int type = packet.u16(typeAt);
        int hardware = packet.u16(hardwareAt);
        packet.skip(headerBytes);
        return switch (hardware) {
            case WIFI -> protocols.ofLinkType(LinkTypes.WIFI, packet);
            case WIFI_RADIOTAP -> protocols.ofLinkType(LinkTypes.WIFI_RADIOTAP, packet);
            case NETLINK -> packet.unread(UnreadReason.LINK_TYPE, LinkTypes.NETLINK);
            default -> {
                if (type == LLC) {
                    yield llc;
                }
                yield type < EtherTypes.SMALLEST ? packet.unread(UnreadReason.LLC)
                        : protocols.ofEtherType(type, packet);
            }
        };
    }
}
