package org.sipsleuth.signature;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BundleFileTest {

    private static final SignatureBundle BUNDLE = new SignatureBundle(
            List.of(new Signature("anomaly_1", SignatureKind.BILATERAL,
                    List.of(new WeightedString("\"*/ }\u00ff\0", 12), new WeightedString("Via", -3)), 9, 4)),
            List.of(new BundleSource(true, "0".repeat(64), 7)));

    private static byte[] written() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BundleFile.write(BUNDLE, out);
        return out.toByteArray();
    }

    private static String refusal(String json) {
        return String.valueOf(
                assertThrows(BundleFormatException.class, () -> BundleFile.read(json.getBytes(StandardCharsets.UTF_8)))
                        .getMessage());
    }

    @Test
    void aBundleIsReadAsItWasWritten() throws IOException {
        assertEquals(BUNDLE, BundleFile.read(written()));
        assertArrayEquals(written(), written());
    }

    @Test
    void aChangedWeightIsNoticed() throws IOException {
        String changed = new String(written(), StandardCharsets.UTF_8).replace("\"weight\" : 12", "\"weight\" : 13");
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
        assertTrue(refusal("{\"sources\":["
                + "{\"role\":\"clean\",\"sha256\":\"%s\"},".formatted("0".repeat(64)).repeat(1_001) + "{}]}")
                .contains("1,000"));
    }

    @Test
    void aBundleOfANewerProgramIsRefusedWhateverElseIsInIt() throws IOException {
        String newer = new String(written(), StandardCharsets.UTF_8).replace("\"version\" : 1",
                "\"version\" : 2, \"news\": 1");
        assertEquals("was written by a newer SipSleuth (signature bundle 2; this program reads up to 1). Install that"
                + " version or a later one to open it; the file is unchanged", refusal(newer));
        assertEquals("has the unknown version 0", refusal(newer.replace("2, \"news\": 1", "0")));
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

    private static List<Signature> signatures(int count, int bytesOfAString) {
        Random random = new Random(5);
        List<Signature> signatures = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            List<WeightedString> strings = new ArrayList<>();
            for (int j = 0; j < Signature.MOST_STRINGS; j++) {
                byte[] bytes = new byte[bytesOfAString];
                random.nextBytes(bytes);
                strings.add(new WeightedString(new String(bytes, StandardCharsets.ISO_8859_1), 1));
            }
            signatures.add(new Signature("s" + i, SignatureKind.FOREIGN, strings, 1, 1));
        }
        return signatures;
    }

    /// An automaton over all of them would have 16 million states.
    @Test
    void stringsOfMoreBytesThanAnAutomatonShouldHaveAreRefused() {
        List<Signature> many = signatures(SignatureBundle.MOST, WeightedString.LONGEST);
        IllegalArgumentException refusal =
                assertThrows(IllegalArgumentException.class, () -> new SignatureBundle(many, List.of()));
        assertEquals("the strings of a bundle have at most 1,048,576 bytes (got 16,384,000)", refusal.getMessage());
    }

    /// What is not refused fits: 64 signatures of the longest strings.
    @Test
    void theLargestBundleIsReadAndScannedWith() throws IOException {
        List<Signature> most = signatures(64, WeightedString.LONGEST);
        SignatureBundle largest = new SignatureBundle(most, List.of());
        assertEquals(SignatureBundle.MOST_STRING_BYTES, SignatureBundle.stringBytes(largest.signatures()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BundleFile.write(largest, out);
        assertTrue(out.size() < BundleFile.MOST_BYTES, () -> out.size() + " bytes");
        assertEquals(largest, BundleFile.read(out.toByteArray()));
        ByteArrayOutputStream small = new ByteArrayOutputStream();
        BundleFile.write(new SignatureBundle(signatures(1_000, 4), List.of()), small);
        assertTrue(small.size() < BundleFile.MOST_BYTES, () -> small.size() + " bytes");
        byte[] message = most.get(7).strings().get(3).text().getBytes(StandardCharsets.ISO_8859_1);
        assertArrayEquals(new int[]{7}, new SignatureScanner(most).matches(message));
    }

    @Test
    void aFileWithoutEndIsRefusedAfterEightMebibytes(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("long.json");
        try (RandomAccessFile sparse = new RandomAccessFile(file.toFile(), "rw")) {
            sparse.setLength(1L << 40);
        }
        assertEquals("is longer than 8 MiB",
                assertThrows(BundleFormatException.class, () -> BundleFile.read(file)).getMessage());
        assertThrows(IOException.class, () -> BundleFile.read(Path.of("/dev/zero")));
    }

    @Test
    void aBundleWithoutSignaturesIsRefused() throws IOException {
        assertEquals("is empty; derive a bundle of signatures first", refusal(""));
        ByteArrayOutputStream none = new ByteArrayOutputStream();
        BundleFile.write(new SignatureBundle(List.of(), List.of()), none);
        assertEquals("has no signature, so it matches nothing; derive some",
                assertThrows(BundleFormatException.class, () -> BundleFile.read(none.toByteArray())).getMessage());
    }
}
