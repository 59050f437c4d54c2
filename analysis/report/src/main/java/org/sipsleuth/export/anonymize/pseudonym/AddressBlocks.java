package org.sipsleuth.export.anonymize.pseudonym;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// The blocks of addresses whose meaning a copy keeps: an address of one stays in it.
final class AddressBlocks {

    /// A block.
    static final class Block {
        private final byte[] prefix;
        private final int bits;
        private final int kept;

        Block(byte[] prefix, int bits, int kept) {
            this.prefix = prefix;
            this.bits = bits;
            this.kept = kept;
        }

        private boolean holds(byte[] address) {
            for (int i = 0; i < bits; i++) {
                if (bit(prefix, i) != bit(address, i)) {
                    return false;
                }
            }
            return true;
        }

        /// So many bits are kept of its addresses.
        int keptBits() {
            return kept;
        }
    }

    private static final int IPV4_BYTES = 4;
    private static final int IPV4_BITS = 32;
    private static final int IPV6_BITS = 128;
    private static final Block PUBLIC = new Block(new byte[0], 0, 0);

    private static final List<Block> IPV4 = blocks("0.0.0.0/32:32", // no address
            "255.255.255.255/32:32", // all on the link
            "127.0.0.1/32:32", // this host
            "224.0.0.0/24:32", // multicast by protocols (RFC 5771 §4)
            "224.0.1.0/24:32", // the same, routed: all SIP servers among them
            "0.0.0.0/8:8", "127.0.0.0/8:8", "10.0.0.0/8:8", // private (RFC 1918)
            "172.16.0.0/12:12", "192.168.0.0/16:16", "100.64.0.0/10:10", // behind a carrier's NAT (RFC 6598)
            "169.254.0.0/16:16", // link-local
            "224.0.0.0/4:4", // multicast
            "240.0.0.0/4:4"); // reserved

    private static final List<Block> IPV6 = blocks("::/128:128", "::1/128:128", "::/8:8", "2000::/3:3", // global
            "fc00::/7:7", // private (RFC 4193)
            "fe80::/10:10", // link-local
            "ff00::/8:16"); // multicast, with its flags and scope

    private AddressBlocks() {}

    /// The narrowest block that holds an address.
    static Block of(byte[] address) {
        for (Block block : address.length == IPV4_BYTES ? IPV4 : IPV6) {
            if (block.holds(address)) {
                return block;
            }
        }
        return PUBLIC;
    }

    static int bit(byte[] bytes, int place) {
        return bytes[place / Byte.SIZE] >> (Byte.SIZE - 1 - place % Byte.SIZE) & 1;
    }

    private static List<Block> blocks(String... texts) {
        List<Block> blocks = new ArrayList<>();
        for (String text : texts) {
            int slash = text.indexOf('/');
            int colon = text.lastIndexOf(':');
            byte[] prefix = literal(text.substring(0, slash));
            int bits = Integer.parseInt(text.substring(slash + 1, colon));
            int kept = Integer.parseInt(text.substring(colon + 1));
            int most = prefix.length == IPV4_BYTES ? IPV4_BITS : IPV6_BITS;
            blocks.add(new Block(prefix, bits, Math.min(kept, most)));
        }
        blocks.sort(Comparator.comparingInt((Block block) -> block.bits).reversed());
        return List.copyOf(blocks);
    }

    private static byte[] literal(String address) {
        try {
            return InetAddress.ofLiteral(address).getAddress();
        } catch (IllegalArgumentException e) {
            throw new IllegalStateException(address, e);
        }
    }
}
