package org.sipsleuth.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/// What is wrong with a model as a zip file is told in words, before memory is taken for it.
final class HostileContainerTest {

    private static final String WEIGHTS = "weights/dense.weights.f32";

    @Test
    void fileThatIsNoZip() {
        byte[] letter = "Dear Sir or Madam, this is no model.".getBytes(StandardCharsets.UTF_8);
        assertEquals("not a SipSleuth model (no ZIP archive)", Refusal.of(letter));
        assertEquals("not a SipSleuth model (no ZIP archive)", Refusal.of(new byte[3]));
        assertEquals("not a SipSleuth model (empty ZIP archive)", Refusal.of(new RawZip().bytes()));
    }

    @Test
    void zipThatIsNoModel() {
        assertEquals("not a SipSleuth model (ZIP archive begins with “META-INF/MANIFEST.MF” instead of facts.json)",
                Refusal.of(new RawZip().add("META-INF/MANIFEST.MF", "Main: x").bytes()));
        assertEquals("facts.json, format: is not “SipSleuth model”, so this is not a SipSleuth model",
                Refusal.of(new RawZip().add("facts.json", "{\"format\": \"else\"}").bytes()));
    }

    @Test
    void namesCannotSteerATerminal() {
        String message = Refusal.of(new RawZip().add("\u001b[2J\u202e" + "x".repeat(500), "").bytes());
        assertTrue(message.contains("“\ufffd[2J\ufffdxxx"), message);
        assertTrue(message.length() < 200, message);
    }

    @Test
    void somethingThatIsNoFile() {
        Path folder = Path.of(".");
        assertEquals("is not a file",
                assertThrows(ModelFormatException.class, () -> ModelFile.read(folder)).getMessage());
    }

    @Test
    void compressedEntriesAndSoAllBombs() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("facts.json"));
            zip.write(new byte[50_000_000]);
        }
        assertEquals("facts.json: is compressed; model entries must be stored uncompressed",
                Refusal.of(bomb.toByteArray()));
    }

    @Test
    void encryptedEntry() {
        byte[] file = TestModel.bytes();
        file[6] |= 1;
        assertEquals("facts.json: is encrypted", Refusal.of(file));
    }

    @Test
    void entryWithExtraFieldsOrItsSizesBehindIt() {
        byte[] behind = TestModel.bytes();
        behind[6] |= 8;
        byte[] extra = TestModel.bytes();
        extra[28] = 4;
        String words = "facts.json: its ZIP header has unexpected flags or extra fields";
        assertEquals(words, Refusal.of(behind));
        assertEquals(words, Refusal.of(extra));
    }

    @Test
    void factsLargerThanTheyMayBe() {
        byte[] file = new RawZip().add("facts.json", new byte[1], (16 << 20) + 1).bytes();
        assertEquals("facts.json: is larger than 16 MiB", Refusal.of(file));
    }

    @Test
    void entryThatClaimsMoreThanTheFileHas() {
        byte[] facts = new RawZip().add("facts.json", new byte[40], 16 << 20).bytes();
        assertEquals("facts.json: the file is truncated here", Refusal.of(facts));
        String json = TestModel.json().replace("[ 2, 3 ]", "[268435456]");
        byte[] array = new RawZip().add("facts.json", json).add(WEIGHTS, new byte[40], 1L << 30).bytes();
        long before = allocated();
        String message = Refusal.of(array);
        long taken = allocated() - before;
        assertTrue(message.startsWith("facts.json: the arrays together are larger"), message);
        assertTrue(taken < 4_000_000, taken + " bytes were taken");
    }

    @Test
    void arrayThatClaimsMoreThanTheFileHas() {
        String json = TestModel.json().replace("[ 2, 3 ]", "[200000000]");
        byte[] array = new RawZip().add("facts.json", json).add(WEIGHTS, new byte[40], 800_000_000).bytes();
        long before = allocated();
        assertEquals(WEIGHTS + ": the file is truncated here", Refusal.of(array));
        long taken = allocated() - before;
        assertTrue(taken < 4_000_000, taken + " bytes were taken");
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean()).getCurrentThreadAllocatedBytes();
    }

    @Test
    void fileThatIsCutShortAnywhere() {
        byte[] whole = TestModel.bytes();
        for (int length = 0; length < whole.length; length++) {
            String message = Refusal.of(Arrays.copyOf(whole, length));
            assertTrue(message.contains(length < 22 ? "no ZIP archive" : "is truncated here"), length + ": " + message);
        }
    }

    @Test
    void bytesBehindTheEnd() {
        byte[] file = TestModel.bytes();
        assertEquals("unexpected data after its end, from byte %d".formatted(file.length),
                Refusal.of(Arrays.copyOf(file, file.length + 7)));
    }

    @Test
    void commentOfTheZip() {
        byte[] file = TestModel.bytes();
        file = Arrays.copyOf(file, file.length + 1);
        file[file.length - 3] = 1;
        assertEquals("the ZIP directory: does not match the entries of the file", Refusal.of(file));
    }

    @Test
    void anyChangedBitOfAnArray() {
        byte[] file = TestModel.bytes();
        byte[] entry = TestModel.entry("weights/tree.i32");
        int at = indexOf(file, entry);
        for (int bit = 0; bit < entry.length * 8; bit++) {
            byte[] changed = file.clone();
            changed[at + bit / 8] ^= (byte) (1 << bit % 8);
            assertEquals("weights/tree.i32: is damaged (wrong checksum)", Refusal.of(changed));
        }
    }

    private static int indexOf(byte[] all, byte[] piece) {
        for (int at = 0; at + piece.length <= all.length; at++) {
            if (Arrays.equals(all, at, at + piece.length, piece, 0, piece.length)) {
                return at;
            }
        }
        throw new AssertionError("not there");
    }

    @Test
    void numbersThatAreNotFinite() {
        for (float bad : new float[]{Float.NaN, Float.POSITIVE_INFINITY, -1f / 0}) {
            ByteBuffer values = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
            values.putFloat(8, bad);
            assertEquals(WEIGHTS + ": value 2 is not a finite number",
                    Refusal.of(new RawZip().add("facts.json", TestModel.json()).add(WEIGHTS, values.array()).bytes()));
        }
    }

    @Test
    void arrayThatIsMissing() {
        assertEquals("weights/maxima.f64: is missing", Refusal
                .of(new RawZip().add("facts.json", TestModel.json()).add(WEIGHTS, TestModel.entry(WEIGHTS)).bytes()));
    }

    @Test
    void entryThatIsThereTwice() {
        assertEquals("“" + WEIGHTS + "”: occurs twice", Refusal.of(whole().add(WEIGHTS, "").bytes()));
    }

    @Test
    void entryThatTheFactsDoNotName() {
        assertEquals("“weights/more.f32”: is not listed in facts.json",
                Refusal.of(whole().add("weights/more.f32", "").bytes()));
    }

    private static RawZip whole() {
        RawZip zip = new RawZip();
        ZipView.entries(TestModel.bytes()).forEach(zip::add);
        return zip;
    }

    @Test
    void entriesOutOfTheirOrderOrOfOtherNames() {
        assertEquals(WEIGHTS + ": is not where its facts have it; there is “weights/tree.i32”",
                Refusal.of(new RawZip().add("facts.json", TestModel.json())
                        .add("weights/tree.i32", TestModel.entry("weights/tree.i32"))
                        .bytes()));
        assertEquals(WEIGHTS + ": is not where its facts have it; there is “../../etc/passwd”",
                Refusal.of(new RawZip().add("facts.json", TestModel.json()).add("../../etc/passwd", "x").bytes()));
    }

    @Test
    void arrayOfAnotherLengthThanItsShape() {
        assertEquals(WEIGHTS + ": has 20 bytes; its shape 2 × 3 needs 24",
                Refusal.of(new RawZip().add("facts.json", TestModel.json()).add(WEIGHTS, new byte[20]).bytes()));
    }

    @Test
    void directoryThatSaysSomethingElse() {
        byte[] file = TestModel.bytes();
        int directory = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(file.length - 6);
        for (int at : new int[]{8, 10, 16, 20, 24, 28, 30, 32, 34, 42, 46}) {
            byte[] changed = file.clone();
            changed[directory + at] ^= 1;
            assertEquals("“facts.json”: differs from the ZIP directory", Refusal.of(changed), "byte " + at);
        }
        for (int back : new int[]{18, 16, 14, 12, 10, 6}) {
            byte[] changed = file.clone();
            changed[file.length - back] ^= 1;
            assertEquals("the ZIP directory: does not match the entries of the file", Refusal.of(changed),
                    back + " from the end");
        }
    }
}
