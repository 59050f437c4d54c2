package org.sipsleuth.export.anonymize.pseudonym;

import java.util.Arrays;

/// Pseudonyms of IP addresses that keep prefixes, as Crypto-PAn makes them (Xu et al. 2002): two
/// addresses share their first bits exactly if their pseudonyms do.
///
/// An address stays in its block ([AddressBlocks]): one whose pseudonym does not is given on until
/// it does. So prefixes shorter than a block, of at most 16 bits, may not be kept between public
/// addresses; all others are.
final class AddressPseudonyms {

    private static final int IPV4_BYTES = 4;
    private static final int IPV6_BYTES = 16;

    /// Addresses that hold one of IPv4 in their last bytes: mapped (RFC 4291 §2.5.5.2), and
    /// translated (RFC 6052).
    private static final byte[][] HOLD_IPV4 = {
        {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xff, (byte) 0xff},
        {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0}
    };

    private final KeyedFunction function;
    private final byte[] pad;

    /// @param pad 32 bytes that only the key determines
    AddressPseudonyms(KeyedFunction function, byte[] pad) {
        this.function = function;
        this.pad = Arrays.copyOf(pad, 2 * IPV6_BYTES);
    }

    /// The pseudonym of an address.
    ///
    /// @param address four bytes, or sixteen
    byte[] of(byte[] address) {
        for (byte[] prefix : HOLD_IPV4) {
            if (address.length == IPV6_BYTES && holds(prefix, address)) {
                byte[] inner = of(Arrays.copyOfRange(address, prefix.length, IPV6_BYTES));
                byte[] whole = address.clone();
                System.arraycopy(inner, 0, whole, prefix.length, IPV4_BYTES);
                return whole;
            }
        }
        AddressBlocks.Block block = AddressBlocks.of(address);
        byte[] result = address;
        do {
            result = once(result, block.keptBits());
        } while (AddressBlocks.of(result) != block || holdsIpv4(result));
        return result;
    }

    private static boolean holdsIpv4(byte[] address) {
        return address.length == IPV6_BYTES
                && (holds(HOLD_IPV4[0], address) || holds(HOLD_IPV4[1], address));
    }

    private static boolean holds(byte[] prefix, byte[] address) {
        return Arrays.equals(prefix, 0, prefix.length, address, 0, prefix.length);
    }

    /// Flips each bit or not, as all bits before it say.
    private byte[] once(byte[] address, int kept) {
        byte[] result = address.clone();
        int half = address.length == IPV4_BYTES ? 0 : IPV6_BYTES;
        byte[] block = Arrays.copyOfRange(pad, half, half + IPV6_BYTES);
        for (int i = 0; i < address.length * Byte.SIZE; i++) {
            int mask = 0x80 >> i % Byte.SIZE;
            if (i >= kept && function.block(block)[0] < 0) {
                result[i / Byte.SIZE] ^= (byte) mask;
            }
            byte rest = (byte) (block[i / Byte.SIZE] & ~mask);
            block[i / Byte.SIZE] = (byte) (rest | (address[i / Byte.SIZE] & mask));
        }
        return result;
    }
}
