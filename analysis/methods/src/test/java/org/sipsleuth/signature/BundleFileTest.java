package org.sipsleuth.signature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class BundleFileTest {

    private static final SignatureBundle BUNDLE =
            new SignatureBundle(
                    List.of(
                            new Signature(
                                    "anomaly_1",
                                    SignatureKind.BILATERAL,
                                    List.of(
                                            new WeightedString("\"*/ }\u00ff\0", 12),
                                            new WeightedString("Via", -3)),
                                    9,
                                    4)),
                    List.of(new BundleSource(true, "0".repeat(64), 7)));

    private static byte[] written() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BundleFile.write(BUNDLE, out);
        return out.toByteArray();
    }

    private static String refusal(String json) {
        return String.valueOf(
                assertThrows(
                                BundleFormatException.class,
                                () -> BundleFile.read(json.getBytes(StandardCharsets.UTF_8)))
                        .getMessage());
    }

    @Test
    void aBundleIsReadAsItWasWritten() throws IOException {
        assertEquals(BUNDLE, BundleFile.read(written()));
        assertArrayEquals(written(), written());
    }

    @Test
    void aChangedWeightIsNoticed() throws IOException {
        String changed =
                new String(written(), StandardCharsets.UTF_8)
                        .replace("\"weight\" : 12", "\"weight\" : 13");
        assertTrue(refusal(changed).contains("SHA-256"), refusal(changed));
    }

    @Test
    void hostileBundlesAreRefusedInASentence() throws IOException {
        String good = new String(written(), StandardCharsets.UTF_8);
        assertEquals("has a value of another type than expected", refusal("[]"));
        assertEquals("is not a SipSleuth bundle of signatures", refusal("{}"));
        assertTrue(refusal("[".repeat(100_000)).startsWith("has a value"));
        assertTrue(refusal("{\"signatures\":[" + "{\"strings\":[".repeat(9)).contains("unknown"));
        assertTrue(refusal("{\"format\":\"" + "x".repeat(600) + "\"}").contains("too long"));
        assertTrue(refusal("{\"version\":" + "9".repeat(30) + "}").contains("JSON"));
        assertTrue(refusal(good.replace("\"hex\"", "\"text\"")).contains("unknown name: text"));
        assertTrue(refusal(good.replace("anomaly_1", "a b")).contains("letters"));
        assertTrue(refusal(good.replace("\"threshold\" : 9", "\"threshold\" : 0")).contains("1"));
        assertTrue(refusal(good + "{}").contains("behind its end"));
        assertTrue(
                refusal(
                                "{\"sources\":["
                                        + "{\"role\":\"clean\",\"sha256\":\"%s\"},"
                                                .formatted("0".repeat(64))
                                                .repeat(1_001)
                                        + "{}]}")
                        .contains("1,000"));
    }

    @Test
    void anyChangeOfBytesGivesTheBundleOrARefusal() throws IOException {
        Random random = new Random(11);
        for (int round = 0; round < 2_000; round++) {
            byte[] bytes = written();
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            try {
                assertEquals(BUNDLE, BundleFile.read(bytes));
            } catch (BundleFormatException refused) {
                assertTrue(String.valueOf(refused.getMessage()).length() > 5);
            }
        }
    }
}
