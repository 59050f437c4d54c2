package org.sipsleuth.capture.tls.cipher;

import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Opens records that AES-CBC and a MAC sealed (RFC 5246 §6.2.3.2), in either order (RFC 7366).
final class CbcOpener implements RecordDecryptor {

    private static final int BLOCK_BYTES = 16;

    private final JdkCiphers ciphers;
    private final CipherSuite.Hash hash;
    private final boolean macIsOutside;
    private final SecretKeySpec key;
    private final byte[] macKey;

    /// @param macIsOutside whether the MAC was made of what is encrypted already
    CbcOpener(JdkCiphers ciphers, CipherSuite.Hash hash, boolean macIsOutside, byte[] key, byte[] macKey) {
        this.ciphers = ciphers;
        this.hash = hash;
        this.macIsOutside = macIsOutside;
        this.key = new SecretKeySpec(key, "AES");
        this.macKey = macKey.clone();
    }

    @Override
    public byte @Nullable [] open(byte[] bytes, int from, int length, long sequence) {
        int begin = from + HEADER_BYTES;
        int sealed = macIsOutside ? length - hash.bytes() : length;
        if (sealed < 2 * BLOCK_BYTES || sealed % BLOCK_BYTES != 0) {
            return null;
        }
        if (macIsOutside && !isAuthentic(bytes, from, bytes, begin, sealed, sequence)) {
            return null;
        }
        byte[] plain = decrypt(bytes, begin, sealed);
        int padded = paddingFrom(plain);
        if (padded < 0 || macIsOutside) {
            return padded < 0 ? null : Arrays.copyOf(plain, padded);
        }
        int content = padded - hash.bytes();
        return content >= 0 && isAuthentic(bytes, from, plain, 0, content, sequence) ? Arrays.copyOf(plain, content)
                : null;
    }

    private byte[] decrypt(byte[] bytes, int begin, int sealed) {
        try {
            Cipher cipher = ciphers.cipher(JdkCiphers.CBC);
            IvParameterSpec vector = new IvParameterSpec(bytes, begin, BLOCK_BYTES);
            cipher.init(Cipher.DECRYPT_MODE, key, vector);
            return cipher.doFinal(bytes, begin + BLOCK_BYTES, sealed - BLOCK_BYTES);
        } catch (GeneralSecurityException impossible) { // whole blocks without padding
            throw new IllegalStateException(impossible);
        }
    }

    /// Where the padding begins, or -1 if it is not valid.
    private static int paddingFrom(byte[] plain) {
        int padding = plain[plain.length - 1] & 0xff;
        int begin = plain.length - 1 - padding;
        for (int i = Math.max(0, begin); i < plain.length; i++) {
            if ((plain[i] & 0xff) != padding) {
                return -1;
            }
        }
        return begin >= 0 ? begin : -1;
    }

    /// Whether the MAC that follows on these bytes is theirs.
    private boolean isAuthentic(byte[] record, int header, byte[] bytes, int from, int length, long sequence) {
        Mac mac = ciphers.mac(hash, macKey);
        mac.update(AeadOpener.additional(record, header, length, sequence));
        mac.update(bytes, from, length);
        int end = from + length;
        byte[] claimed = Arrays.copyOfRange(bytes, end, end + hash.bytes());
        return MessageDigest.isEqual(mac.doFinal(), claimed);
    }
}
