package org.sipsleuth.export.anonymize.pseudonym;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.SecretKeySpec;

/// Prefix-preserving encryption of IP addresses: two addresses share exactly as many leading bits
/// as their ciphertexts. This is `ipcrypt-pfx` (draft-denis-ipcrypt §6), the bitwise construction
/// of Crypto-PAn (Xu et al. 2002) with another block: each bit is flipped or not by a
/// pseudorandom function of all bits before it, and the block that encodes these bits also encodes
/// how many they are, so that no two positions share a block.
///
/// An IPv4 address is encrypted as the IPv4-mapped address is (RFC 4291 §2.5.5.2), whose first 96
/// bits stay. Not for use by several threads.
final class PrefixCipher {

    private static final int BLOCK_BYTES = 16;
    private static final int KEY_BYTES = 16;
    private static final int IPV4_BYTES = 4;

    /// The encoded first 96 bits of IPv4-mapped addresses: 1 for the length, 80 zeros, 16 ones.
    private static final long MAPPED_HIGH = 1L << 32;
    private static final long MAPPED_LOW = 0xffff;

    private final Cipher first;
    private final Cipher second;

    /// @param key 32 bytes: two keys of AES-128, which must differ
    PrefixCipher(byte[] key) {
        first = cipher(Arrays.copyOfRange(key, 0, KEY_BYTES));
        second = cipher(Arrays.copyOfRange(key, KEY_BYTES, 2 * KEY_BYTES));
    }

    // Each block is the input of a pseudorandom function here, and no text that ECB would show.
    @SuppressWarnings("InsecureCryptoUsage")
    private static Cipher cipher(byte[] key) {
        try {
            Cipher cipher = Cipher.getInstance("AES/ECB/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"));
            return cipher;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES", e);
        }
    }

    /// The ciphertext of an address, of the same length.
    ///
    /// @param address four bytes, or sixteen
    /// @param keptBits how many leading bits stay as they are
    byte[] encrypt(byte[] address, int keptBits) {
        byte[] blocks = prefixes(address);
        byte[] one = encrypt(first, blocks);
        byte[] other = encrypt(second, blocks);
        byte[] result = address.clone();
        for (int bit = keptBits; bit < address.length * Byte.SIZE; bit++) {
            int last = (bit + 1) * BLOCK_BYTES - 1;
            int flip = (one[last] ^ other[last]) & 1;
            result[bit / Byte.SIZE] ^= (byte) (flip << (Byte.SIZE - 1 - bit % Byte.SIZE));
        }
        return result;
    }

    /// For each bit the block that encodes all bits before it, right-aligned behind a 1.
    private static byte[] prefixes(byte[] address) {
        boolean isIpv4 = address.length == IPV4_BYTES;
        long high = isIpv4 ? MAPPED_HIGH : 0;
        long low = isIpv4 ? MAPPED_LOW : 1;
        ByteBuffer blocks = ByteBuffer.allocate(address.length * Byte.SIZE * BLOCK_BYTES);
        for (int bit = 0; bit < address.length * Byte.SIZE; bit++) {
            blocks.putLong(high).putLong(low);
            high = high << 1 | low >>> (Long.SIZE - 1);
            low = low << 1 | AddressBlocks.bit(address, bit);
        }
        return blocks.array();
    }

    private static byte[] encrypt(Cipher cipher, byte[] blocks) {
        try {
            return cipher.doFinal(blocks);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("whole AES blocks are always encrypted", e);
        }
    }
}
