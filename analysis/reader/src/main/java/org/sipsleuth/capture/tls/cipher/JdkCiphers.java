package org.sipsleuth.capture.tls.cipher;

import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// The ciphers and MACs of the JDK, made once and used by all connections. One thread.
final class JdkCiphers {

    static final String GCM = "AES/GCM/NoPadding";
    static final String CBC = "AES/CBC/NoPadding";
    static final String CHACHA20 = "ChaCha20-Poly1305";

    private final Map<String, Cipher> ciphers = new HashMap<>();
    private final Map<CipherSuite.Hash, Mac> macs = new HashMap<>();

    /// A cipher, to be initialised for each use.
    Cipher cipher(String name) {
        return ciphers.computeIfAbsent(name, it -> {
            try {
                return Cipher.getInstance(it);
            } catch (GeneralSecurityException missing) {
                throw new IllegalStateException("The JDK has no " + it, missing);
            }
        });
    }

    /// The keyed hash, at its beginning.
    Mac mac(CipherSuite.Hash hash, byte[] key) {
        try {
            Mac mac = macs.get(hash);
            if (mac == null) {
                mac = Mac.getInstance(hash.mac());
                macs.put(hash, mac);
            }
            mac.init(new SecretKeySpec(key, hash.mac()));
            return mac;
        } catch (GeneralSecurityException missing) {
            throw new IllegalStateException("The JDK has no " + hash.mac(), missing);
        }
    }
}
