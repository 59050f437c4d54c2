package org.sipsleuth.capture.tls.cipher;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import javax.crypto.KDF;
import javax.crypto.Mac;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/// Makes the keys of records out of the secrets of a key log.
public final class KeySchedule {

    private static final byte[] KEY_EXPANSION = "key expansion".getBytes(StandardCharsets.US_ASCII);

    private final JdkCiphers ciphers = new JdkCiphers();

    /// Opens the records of one side of TLS 1.2 (RFC 5246 §6.3).
    ///
    /// @param randoms the server's, then the client's
    /// @param ofClient whether it is the client's side
    /// @param macIsOutside whether a CBC suite makes the MAC last
    public RecordDecryptor tls12(CipherSuite suite, byte[] master, byte[] randoms, boolean ofClient,
            boolean macIsOutside) {
        int macBytes = suite.seal() == CipherSuite.Seal.CBC ? suite.mac().bytes() : 0;
        int nonceBytes = switch (suite.seal()) {
            case GCM -> AeadOpener.SALT_BYTES;
            case CHACHA20 -> AeadOpener.NONCE_BYTES;
            case CBC -> 0;
        };
        int keyBytes = suite.keyBytes();
        ByteBuffer block =
                ByteBuffer.wrap(expand(suite.hash(), master, randoms, 2 * (macBytes + keyBytes + nonceBytes)));
        byte[] macKey = side(block, macBytes, ofClient);
        byte[] key = side(block, keyBytes, ofClient);
        byte[] nonce = side(block, nonceBytes, ofClient);
        return suite.seal() == CipherSuite.Seal.CBC ? new CbcOpener(ciphers, suite.mac(), macIsOutside, key, macKey)
                : new AeadOpener(ciphers, suite.seal(), false, key, nonce);
    }

    /// Takes both sides' parts off the key block and gives one.
    private static byte[] side(ByteBuffer block, int length, boolean ofClient) {
        byte[] client = new byte[length];
        byte[] server = new byte[length];
        block.get(client).get(server);
        return ofClient ? client : server;
    }

    /// The pseudorandom function (RFC 5246 §5).
    private byte[] expand(CipherSuite.Hash hash, byte[] secret, byte[] seed, int length) {
        ByteBuffer made = ByteBuffer.allocate(length + hash.bytes());
        Mac mac = ciphers.mac(hash, secret);
        mac.update(KEY_EXPANSION);
        byte[] link = mac.doFinal(seed);
        while (made.position() < length) {
            mac.update(link);
            mac.update(KEY_EXPANSION);
            made.put(mac.doFinal(seed));
            link = mac.doFinal(link);
        }
        return Arrays.copyOf(made.array(), length);
    }

    /// Opens the records of one side of TLS 1.3 (RFC 8446 §7.3).
    ///
    /// @param trafficSecret as long as the suite's hash
    public RecordDecryptor tls13(CipherSuite suite, byte[] trafficSecret) {
        return new AeadOpener(ciphers, suite.seal(), true,
                expandLabel(suite.hash(), trafficSecret, "key", suite.keyBytes()),
                expandLabel(suite.hash(), trafficSecret, "iv", AeadOpener.NONCE_BYTES));
    }

    /// The secret after a key update (RFC 8446 §7.2).
    public byte[] next(CipherSuite suite, byte[] trafficSecret) {
        return expandLabel(suite.hash(), trafficSecret, "traffic upd", suite.hash().bytes());
    }

    private static byte[] expandLabel(CipherSuite.Hash hash, byte[] secret, String label, int length) {
        byte[] name = ("tls13 " + label).getBytes(StandardCharsets.US_ASCII);
        byte[] info = ByteBuffer.allocate(Short.BYTES + 1 + name.length + 1)
                .putShort((short) length)
                .put((byte) name.length)
                .put(name)
                .array();
        try {
            KDF kdf = KDF.getInstance(hash == CipherSuite.Hash.SHA384 ? "HKDF-SHA384" : "HKDF-SHA256");
            return kdf.deriveData(HKDFParameterSpec.expandOnly(new SecretKeySpec(secret, "HKDF"), info, length));
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("The JDK has no HKDF", missing);
        }
    }
}
