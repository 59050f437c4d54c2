package org.sipsleuth.capture.tls.cipher;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.spec.AlgorithmParameterSpec;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/// Opens records that AES-GCM or ChaCha20-Poly1305 sealed (RFC 5288, RFC 7905, RFC 8446 §5.2).
final class AeadOpener implements RecordDecryptor {

    static final int NONCE_BYTES = 12;

    /// The part of a nonce of GCM in TLS 1.2 that both sides agreed on.
    static final int SALT_BYTES = 4;

    private static final int EXPLICIT_BYTES = NONCE_BYTES - SALT_BYTES;
    private static final int TAG_BYTES = 16;
    private static final int ADDITIONAL_BYTES = Long.BYTES + HEADER_BYTES;

    private final JdkCiphers ciphers;
    private final boolean isChaCha20;
    private final boolean isTls13;
    private final SecretKeySpec key;

    /// The salt of GCM in TLS 1.2, else what the record's number is mixed with.
    private final byte[] nonceBase;

    AeadOpener(JdkCiphers ciphers, CipherSuite.Seal seal, boolean isTls13, byte[] key, byte[] nonceBase) {
        this.ciphers = ciphers;
        this.isChaCha20 = seal == CipherSuite.Seal.CHACHA20;
        this.isTls13 = isTls13;
        this.key = new SecretKeySpec(key, isChaCha20 ? "ChaCha20" : "AES");
        this.nonceBase = nonceBase.clone();
    }

    @Override
    public byte @Nullable [] open(byte[] bytes, int from, int length, long sequence) {
        int explicit = nonceBase.length == SALT_BYTES ? EXPLICIT_BYTES : 0;
        int plain = length - explicit - TAG_BYTES;
        if (plain < 0) {
            return null;
        }
        int begin = from + HEADER_BYTES;
        try {
            Cipher cipher = ciphers.cipher(isChaCha20 ? JdkCiphers.CHACHA20 : JdkCiphers.GCM);
            cipher.init(Cipher.DECRYPT_MODE, key, nonce(bytes, begin, sequence));
            if (isTls13) {
                cipher.updateAAD(bytes, from, HEADER_BYTES);
            } else {
                cipher.updateAAD(additional(bytes, from, plain, sequence));
            }
            return cipher.doFinal(bytes, begin + explicit, length - explicit);
        } catch (GeneralSecurityException notAuthentic) {
            return null;
        }
    }

    private AlgorithmParameterSpec nonce(byte[] bytes, int begin, long sequence) {
        byte[] nonce = Arrays.copyOf(nonceBase, NONCE_BYTES);
        if (nonceBase.length == SALT_BYTES) {
            System.arraycopy(bytes, begin, nonce, SALT_BYTES, EXPLICIT_BYTES);
        } else {
            for (int i = 0; i < Long.BYTES; i++) {
                nonce[NONCE_BYTES - 1 - i] ^= (byte) (sequence >>> (Byte.SIZE * i));
            }
        }
        return isChaCha20 ? new IvParameterSpec(nonce) : new GCMParameterSpec(TAG_BYTES * Byte.SIZE, nonce);
    }

    /// What TLS 1.2 authenticates beside the payload (RFC 5246 §6.2.3.3).
    static byte[] additional(byte[] bytes, int from, int plainBytes, long sequence) {
        return ByteBuffer.allocate(ADDITIONAL_BYTES)
                .putLong(sequence)
                .put(bytes, from, HEADER_BYTES - Short.BYTES)
                .putShort((short) plainBytes)
                .array();
    }
}
