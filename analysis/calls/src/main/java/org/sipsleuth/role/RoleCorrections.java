package org.sipsleuth.role;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.sipsleuth.capture.IpText;

/// What the user knows of hosts, by address or network. Immutable.
public final class RoleCorrections {

    /// None.
    public static final RoleCorrections NONE = new RoleCorrections(Map.of(), List.of());

    private final Map<String, RoleCorrection> byAddress;

    /// The smallest network first.
    private final List<Network> networks;

    /// @param bits how many leading bits of the address all its hosts share
    private record Network(InetAddress first, int bits, RoleCorrection correction) {

        boolean contains(byte[] host) {
            byte[] address = first.getAddress();
            if (host.length != address.length) {
                return false;
            }
            for (int bit = 0; bit < bits; bit += Byte.SIZE) {
                int shared = Math.min(Byte.SIZE, bits - bit);
                int different = (host[bit / Byte.SIZE] ^ address[bit / Byte.SIZE]) & 0xff;
                if (different >> (Byte.SIZE - shared) != 0) {
                    return false;
                }
            }
            return true;
        }
    }

    private RoleCorrections(Map<String, RoleCorrection> byAddress, List<Network> networks) {
        this.byAddress = Map.copyOf(byAddress);
        this.networks = List.copyOf(networks);
    }

    /// What is known of a host; of several networks that contain it the smallest one's.
    ///
    /// @param address as [org.sipsleuth.capture.Endpoint#host] has it
    public Optional<RoleCorrection> of(String address) {
        RoleCorrection known = byAddress.get(address);
        if (known != null || networks.isEmpty()) {
            return Optional.ofNullable(known);
        }
        byte[] host = InetAddress.ofLiteral(address).getAddress();
        return networks.stream().filter(network -> network.contains(host)).findFirst().map(Network::correction);
    }

    /// Whether nothing is known.
    public boolean isEmpty() {
        return byAddress.isEmpty() && networks.isEmpty();
    }

    /// Collects corrections.
    static final class Builder {
        private final Map<String, RoleCorrection> byAddress = new LinkedHashMap<>();
        private final List<Network> networks = new ArrayList<>();

        /// @param address an address, or a network in CIDR notation (RFC 4632 §3.1)
        /// @throws IllegalArgumentException if it is neither, or was there before
        void add(String address, RoleCorrection correction) {
            int slash = address.indexOf('/');
            if (slash < 0) {
                String host = IpText.of(InetAddress.ofLiteral(address).getAddress());
                if (byAddress.putIfAbsent(host, correction) != null) {
                    throw new IllegalArgumentException("twice");
                }
                return;
            }
            InetAddress first = InetAddress.ofLiteral(address.substring(0, slash));
            int bits = Integer.parseInt(address.substring(slash + 1));
            if (bits < 0 || bits > first.getAddress().length * Byte.SIZE) {
                throw new IllegalArgumentException("length of the prefix");
            }
            networks.add(new Network(first, bits, correction));
        }

        RoleCorrections build() {
            networks.sort((one, other) -> Integer.compare(other.bits(), one.bits()));
            return new RoleCorrections(byAddress, networks);
        }
    }
}
