package org.sipsleuth.export.anonymize.pseudonym;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Functions that look random to whoever has no key: HMAC-SHA256 for texts, AES for numbers. Not
/// for use by several threads.
final class KeyedFunction {

    private static final String HMAC = "HmacSHA256";
    private static final int BLOCK_BYTES = 16;

    private final Mac mac;
    private final Cipher cipher;
    private final byte[] block = new byte[BLOCK_BYTES];
    private final byte[] result = new byte[BLOCK_BYTES];

    /// @param key 32 bytes
    // One block at a time is encrypted here, as a permutation and not to hide a text.
    @SuppressWarnings("InsecureCryptoUsage")
    KeyedFunction(byte[] key) {
        try {
            byte[] both = Arrays.copyOf(key, key.length);
            mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(both, HMAC));
            cipher = Cipher.getInstance("AES/ECB/NoPadding");
            byte[] cipherKey = hmac(key, new byte[]{'A', 'E', 'S'});
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(cipherKey, "AES"));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has AES and HMAC-SHA256", e);
        }
    }

    static byte[] hmac(byte[] key, byte[] message) {
        try {
            Mac mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
            return mac.doFinal(message);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has HMAC-SHA256", e);
        }
    }

    /// 32 bytes for a text.
    byte[] of(byte[] text) {
        return mac.doFinal(text);
    }

    private byte[] block(byte[] sixteen) {
        try {
            cipher.doFinal(sixteen, 0, BLOCK_BYTES, result, 0);
            return result;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a block of AES is always encrypted", e);
        }
    }

    /// 64 bits for a number, one of several functions.
    ///
    /// @param which 16 bytes that choose the function
    long number(byte[] which, int round, long value) {
        System.arraycopy(which, 0, block, 0, BLOCK_BYTES);
        block[0] ^= (byte) round;
        ByteBuffer view = ByteBuffer.wrap(block);
        view.putLong(Long.BYTES, view.getLong(Long.BYTES) ^ value);
        return ByteBuffer.wrap(block(block)).getLong();
    }
}
