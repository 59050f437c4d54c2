package org.sipsleuth.capture.fault;

import java.util.Optional;

/// What an ICMP error states (RFC 792, RFC 1122 §3.2.2.1, RFC 1812 §5.2.7.1, RFC 4443).
public enum IcmpKind {
    NETWORK_UNREACHABLE("network unreachable"),
    HOST_UNREACHABLE("host unreachable"),
    PROTOCOL_UNREACHABLE("protocol unreachable"),
    PORT_UNREACHABLE("port unreachable"),
    /// Too large for the next link, and not to be fragmented on the way.
    TOO_LARGE("fragmentation needed"),
    PROHIBITED("administratively prohibited"),
    /// Passed through too many routers.
    TIME_EXCEEDED("time to live exceeded"),
    /// Fragments of the packet did not arrive in time.
    REASSEMBLY_TIME_EXCEEDED("fragment reassembly time exceeded"),
    OTHER_UNREACHABLE("destination unreachable");

    private static final int UNREACHABLE = 3;
    private static final int EXCEEDED = 11;
    private static final int UNREACHABLE_6 = 1;
    private static final int TOO_LARGE_6 = 2;
    private static final int EXCEEDED_6 = 3;

    private final String text;

    IcmpKind(String text) {
        this.text = text;
    }

    /// Its name in the standards.
    public String text() {
        return text;
    }

    /// What a type and code of ICMP state; empty if it is no such error.
    public static Optional<IcmpKind> ofIcmp(int type, int code) {
        if (type == EXCEEDED) {
            return Optional.of(code == 0 ? TIME_EXCEEDED : REASSEMBLY_TIME_EXCEEDED);
        }
        if (type != UNREACHABLE) {
            return Optional.empty();
        }
        return Optional.of(switch (code) {
            case 0, 6, 11 -> NETWORK_UNREACHABLE;
            case 1, 7, 12 -> HOST_UNREACHABLE;
            case 2 -> PROTOCOL_UNREACHABLE;
            case 3 -> PORT_UNREACHABLE;
            case 4 -> TOO_LARGE;
            case 9, 10, 13 -> PROHIBITED;
            default -> OTHER_UNREACHABLE;
        });
    }

    /// The same of ICMPv6.
    public static Optional<IcmpKind> ofIcmp6(int type, int code) {
        return switch (type) {
            case UNREACHABLE_6 -> Optional.of(switch (code) {
                case 0 -> NETWORK_UNREACHABLE;
                case 1, 5, 6 -> PROHIBITED;
                case 3 -> HOST_UNREACHABLE;
                case 4 -> PORT_UNREACHABLE;
                default -> OTHER_UNREACHABLE;
            });
            case TOO_LARGE_6 -> Optional.of(TOO_LARGE);
            case EXCEEDED_6 -> Optional.of(code == 0 ? TIME_EXCEEDED : REASSEMBLY_TIME_EXCEEDED);
            default -> Optional.empty();
        };
    }
}
