package org.sipsleuth.simulate.clock;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.random.RandomGenerator;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// HMAC-SHA-256 as a random generator (in counter mode, as NIST SP 800-108 has it) and to derive the
/// key of each purpose. About 0.2 µs a draw.
final class SecretDraws implements RandomGenerator {

    private static final String HMAC = "HmacSHA256";
    private static final byte DRAWS = 0;
    private static final byte PURPOSE = 1;

    private final Mac mac;
    private long blocks;
    private ByteBuffer left = ByteBuffer.allocate(0);

    SecretDraws(byte[] key) {
        try {
            mac = Mac.getInstance(HMAC);
            mac.init(new SecretKeySpec(key, HMAC));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + HMAC, e);
        }
    }

    /// Draws of a key of their own: HMAC of 1, the number (8 bytes, big-endian) and the purpose.
    SecretDraws of(String purpose, long number) {
        return new SecretDraws(hmac(PURPOSE, number, purpose));
    }

    private byte[] hmac(byte use, long number, String purpose) {
        mac.update(ByteBuffer.allocate(1 + Long.BYTES).put(use).putLong(number).flip());
        return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
    }

    /// Each HMAC of 0 and the number of the block gives four.
    @Override
    public long nextLong() {
        if (!left.hasRemaining()) {
            left = ByteBuffer.wrap(hmac(DRAWS, blocks++, ""));
        }
        return left.getLong();
    }
}
