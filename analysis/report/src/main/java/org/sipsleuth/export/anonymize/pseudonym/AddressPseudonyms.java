package org.sipsleuth.export.anonymize.pseudonym;

import java.util.Arrays;

/// Prefix-preserving pseudonyms of IP addresses: two addresses share exactly as many leading bits
/// as their pseudonyms ([PrefixCipher]).
///
/// Unlike ciphertexts of the published scheme, a pseudonym stays in the block of its address
/// ([AddressBlocks]): the block's leading bits are kept, and an address whose ciphertext lies in
/// another block is encrypted again until it does not. Prefixes shorter than a block, of at most 16
/// bits, may therefore not be kept between public addresses; all others are.
final class AddressPseudonyms {

    private static final int IPV4_BYTES = 4;
    private static final int IPV6_BYTES = 16;

    /// Addresses that hold one of IPv4 in their last bytes: mapped (RFC 4291 §2.5.5.2), and
    /// translated (RFC 6052).
    private static final byte[][] HOLD_IPV4 = {
        {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, (byte) 0xff, (byte) 0xff},
        {0, 0x64, (byte) 0xff, (byte) 0x9b, 0, 0, 0, 0, 0, 0, 0, 0}};

    private final PrefixCipher cipher;

    /// @param key 32 bytes, whose halves differ
    AddressPseudonyms(byte[] key) {
        cipher = new PrefixCipher(key);
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
            result = cipher.encrypt(result, block.keptBits());
        } while (AddressBlocks.of(result) != block || holdsIpv4(result));
        return result;
    }

    private static boolean holdsIpv4(byte[] address) {
        return address.length == IPV6_BYTES && (holds(HOLD_IPV4[0], address) || holds(HOLD_IPV4[1], address));
    }

    private static boolean holds(byte[] prefix, byte[] address) {
        return Arrays.equals(prefix, 0, prefix.length, address, 0, prefix.length);
    }
}
