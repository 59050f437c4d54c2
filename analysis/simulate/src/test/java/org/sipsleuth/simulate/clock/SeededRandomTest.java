package org.sipsleuth.simulate.clock;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;

/// Draws of a secret.
class SeededRandomTest {

    private static final byte[] SECRET = HexFormat.of().parseHex("00112233445566778899aabbccddeeff");

    private static byte[] hmac(byte[] key, int use, long number, String purpose) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        mac.update((byte) use);
        mac.update(ByteBuffer.allocate(Long.BYTES).putLong(number).array());
        return mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8));
    }

    /// As docs/LAB-FORMAT.md has it.
    @Test
    void drawsOfASecretAreHmacsOfPurposeAndBlock() throws Exception {
        byte[] key = hmac(hmac(SECRET, 1, 7, "lab"), 1, 0, "student-01");
        SecretDraws draws = new SecretDraws(SECRET).of("lab", 7).of("student-01", 0);
        for (int block = 0; block < 3; block++) {
            ByteBuffer expected = ByteBuffer.wrap(hmac(key, 0, block, ""));
            while (expected.hasRemaining()) {
                assertEquals(expected.getLong(), draws.nextLong());
            }
        }
    }

    @Test
    void eachPurposeOfASecretHasDrawsOfItsOwn() {
        SeededRandom draws = SeededRandom.ofSecret(SECRET);
        assertEquals(OptionalLong.empty(), draws.of("capture.pcap").seed());
        assertEquals(draws.of("capture.pcap").hex(32), SeededRandom.ofSecret(SECRET).of("capture.pcap").hex(32));
        assertNotEquals(draws.of("capture.pcap").hex(32), draws.of("hidden.pcap").hex(32));
        assertNotEquals(draws.of("event", 1).hex(32), draws.of("event", 2).hex(32));
    }

    @Test
    void drawsOfASeedStayTheSame() {
        SeededRandom draws = new SeededRandom(7);
        assertEquals(OptionalLong.of(7), draws.seed());
        assertEquals("2f5414871f64864d", draws.of("lab").of("capture.pcap").hex(16));
    }
}
