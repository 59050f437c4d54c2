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

/// What is wrong with a file is told in words, and before memory is taken for it.
final class HostileModelTest {

    private static final String WEIGHTS = "weights/dense.weights.f32";

    private static String refusal(byte[] file) {
        return assertThrows(ModelFormatException.class, () -> ModelFile.read(file)).getMessage();
    }

    private static String refusalOf(String json) {
        return refusal(TestModel.withFacts(json.getBytes(StandardCharsets.UTF_8)));
    }

    /// What refuses the facts in which a piece stands for another.
    private static String refusalWith(String piece, String other) {
        String json = TestModel.json();
        assertTrue(json.contains(piece), json);
        return refusalOf(json.replace(piece, other));
    }

    @Test
    void fileThatIsNoZip() {
        byte[] letter = "Dear Sir or Madam, this is no model.".getBytes(StandardCharsets.UTF_8);
        assertEquals("is no zip file, as models are", refusal(letter));
        assertEquals("is no zip file, as models are: it is too short", refusal(new byte[3]));
        assertEquals("is a zip file without entries, not a model", refusal(new RawZip().bytes()));
    }

    @Test
    void zipThatIsNoModel() {
        assertEquals(
                "is a zip file, but no model: it begins with “META-INF/MANIFEST.MF”, not with"
                        + " facts.json",
                refusal(new RawZip().add("META-INF/MANIFEST.MF", "Main: x").bytes()));
        assertEquals(
                "facts.json, format: is not “SipSleuth model”, so this is no model",
                refusal(new RawZip().add("facts.json", "{\"format\": \"else\"}").bytes()));
    }

    @Test
    void namesCannotSteerATerminal() {
        String message = refusal(new RawZip().add("\u001b[2J\u202e" + "x".repeat(500), "").bytes());
        assertTrue(message.contains("“\ufffd[2J\ufffdxxx"), message);
        assertTrue(message.length() < 200, message);
    }

    @Test
    void somethingThatIsNoFile() {
        Path folder = Path.of(".");
        assertEquals(
                "is no file",
                assertThrows(ModelFormatException.class, () -> ModelFile.read(folder))
                        .getMessage());
    }

    @Test
    void compressedEntriesAndSoAllBombs() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bomb)) {
            zip.putNextEntry(new ZipEntry("facts.json"));
            zip.write(new byte[50_000_000]);
        }
        assertEquals(
                "facts.json: is compressed; the entries of a model are stored as they are",
                refusal(bomb.toByteArray()));
    }

    @Test
    void encryptedEntry() {
        byte[] file = TestModel.bytes();
        file[6] |= 1;
        assertEquals("facts.json: is encrypted", refusal(file));
    }

    @Test
    void entryWithExtraFieldsOrItsSizesBehindIt() {
        byte[] behind = TestModel.bytes();
        behind[6] |= 8;
        byte[] extra = TestModel.bytes();
        extra[28] = 4;
        String words = "facts.json: its header has more than a model needs: flags or extra fields";
        assertEquals(words, refusal(behind));
        assertEquals(words, refusal(extra));
    }

    @Test
    void factsLargerThanTheyMayBe() {
        byte[] file = new RawZip().add("facts.json", new byte[1], (16 << 20) + 1).bytes();
        assertEquals("facts.json: is larger than 16 MiB", refusal(file));
    }

    @Test
    void entryThatClaimsMoreThanTheFileHas() {
        byte[] facts = new RawZip().add("facts.json", new byte[40], 16 << 20).bytes();
        assertEquals("facts.json: the file is cut short here", refusal(facts));
        String json = TestModel.json().replace("[ 2, 3 ]", "[268435456]");
        byte[] array =
                new RawZip().add("facts.json", json).add(WEIGHTS, new byte[40], 1L << 30).bytes();
        long before = allocated();
        String message = refusal(array);
        long taken = allocated() - before;
        assertTrue(message.startsWith("facts.json: the arrays together are larger"), message);
        assertTrue(taken < 4_000_000, taken + " bytes were taken");
    }

    @Test
    void arrayThatClaimsMoreThanTheFileHas() {
        String json = TestModel.json().replace("[ 2, 3 ]", "[200000000]");
        byte[] array =
                new RawZip()
                        .add("facts.json", json)
                        .add(WEIGHTS, new byte[40], 800_000_000)
                        .bytes();
        long before = allocated();
        assertEquals(WEIGHTS + ": the file is cut short here", refusal(array));
        long taken = allocated() - before;
        assertTrue(taken < 4_000_000, taken + " bytes were taken");
    }

    private static long allocated() {
        return ((com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean())
                .getCurrentThreadAllocatedBytes();
    }

    @Test
    void fileThatIsCutShortAnywhere() {
        byte[] whole = TestModel.bytes();
        for (int length = 0; length < whole.length; length++) {
            String message = refusal(Arrays.copyOf(whole, length));
            assertTrue(
                    message.contains(length < 22 ? "is too short" : "is cut short here"),
                    length + ": " + message);
        }
    }

    @Test
    void bytesBehindTheEnd() {
        byte[] file = TestModel.bytes();
        assertEquals(
                "there is more behind its end, from byte %d on".formatted(file.length),
                refusal(Arrays.copyOf(file, file.length + 7)));
    }

    @Test
    void commentOfTheZip() {
        byte[] file = TestModel.bytes();
        file = Arrays.copyOf(file, file.length + 1);
        file[file.length - 3] = 1;
        assertEquals(
                "the directory of the zip: does not tell the entries that there are",
                refusal(file));
    }

    @Test
    void anyChangedBitOfAnArray() {
        byte[] file = TestModel.bytes();
        byte[] entry = TestModel.entry("weights/tree.i32");
        int at = indexOf(file, entry);
        for (int bit = 0; bit < entry.length * 8; bit++) {
            byte[] changed = file.clone();
            changed[at + bit / 8] ^= (byte) (1 << bit % 8);
            assertEquals(
                    "weights/tree.i32: is damaged: its checksum is not the one that the zip tells",
                    refusal(changed));
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
        for (float bad : new float[] {Float.NaN, Float.POSITIVE_INFINITY, -1f / 0}) {
            ByteBuffer values = ByteBuffer.allocate(24).order(ByteOrder.LITTLE_ENDIAN);
            values.putFloat(8, bad);
            assertEquals(
                    WEIGHTS + ": value 2 is no finite number",
                    refusal(
                            new RawZip()
                                    .add("facts.json", TestModel.json())
                                    .add(WEIGHTS, values.array())
                                    .bytes()));
        }
    }

    @Test
    void arrayThatIsMissing() {
        assertEquals(
                "weights/maxima.f64: is missing",
                refusal(
                        new RawZip()
                                .add("facts.json", TestModel.json())
                                .add(WEIGHTS, TestModel.entry(WEIGHTS))
                                .bytes()));
    }

    @Test
    void entryThatIsThereTwice() {
        assertEquals(
                "“" + WEIGHTS + "”: is there twice", refusal(whole().add(WEIGHTS, "").bytes()));
    }

    @Test
    void entryThatTheFactsDoNotName() {
        assertEquals(
                "“weights/more.f32”: is an entry that the facts do not name",
                refusal(whole().add("weights/more.f32", "").bytes()));
    }

    private static RawZip whole() {
        RawZip zip = new RawZip();
        ZipView.entries(TestModel.bytes()).forEach(zip::add);
        return zip;
    }

    @Test
    void entriesOutOfTheirOrderOrOfOtherNames() {
        assertEquals(
                WEIGHTS + ": is not where its facts have it; there is “weights/tree.i32”",
                refusal(
                        new RawZip()
                                .add("facts.json", TestModel.json())
                                .add("weights/tree.i32", TestModel.entry("weights/tree.i32"))
                                .bytes()));
        assertEquals(
                WEIGHTS + ": is not where its facts have it; there is “../../etc/passwd”",
                refusal(
                        new RawZip()
                                .add("facts.json", TestModel.json())
                                .add("../../etc/passwd", "x")
                                .bytes()));
    }

    @Test
    void arrayOfAnotherLengthThanItsShape() {
        assertEquals(
                WEIGHTS + ": has 20 bytes; its shape 2 × 3 needs 24",
                refusal(
                        new RawZip()
                                .add("facts.json", TestModel.json())
                                .add(WEIGHTS, new byte[20])
                                .bytes()));
    }

    @Test
    void directoryThatSaysSomethingElse() {
        byte[] file = TestModel.bytes();
        int directory =
                ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN).getInt(file.length - 6);
        for (int at : new int[] {8, 10, 16, 20, 24, 28, 30, 32, 34, 42, 46}) {
            byte[] changed = file.clone();
            changed[directory + at] ^= 1;
            assertEquals(
                    "“facts.json”: is not as the directory of the zip has it",
                    refusal(changed),
                    "byte " + at);
        }
        for (int back : new int[] {18, 16, 14, 12, 10, 6}) {
            byte[] changed = file.clone();
            changed[file.length - back] ^= 1;
            assertEquals(
                    "the directory of the zip: does not tell the entries that there are",
                    refusal(changed),
                    back + " from the end");
        }
    }

    @Test
    void shapesThatCannotBe() {
        assertEquals(
                "facts.json, arrays[0].shape: -2 is no length of a dimension",
                refusalWith("[ 2, 3 ]", "[-2, 3]"));
        assertEquals(
                "facts.json, arrays[0].shape: 4294967298 is no length of a dimension",
                refusalWith("[ 2, 3 ]", "[4294967298, 3]"));
        assertEquals(
                "facts.json, arrays[0]: the array is larger than 1 GiB",
                refusalWith("[ 2, 3 ]", "[2147483647, 2147483647, 2147483647]"));
        assertEquals(
                "facts.json, arrays[0]: an array has 1 to 8 dimensions, not 0",
                refusalWith("[ 2, 3 ]", "[]"));
        assertEquals(
                "facts.json, arrays[0]: an array has 1 to 8 dimensions, not 9",
                refusalWith("[ 2, 3 ]", "[1, 1, 1, 1, 1, 1, 1, 1, 1]"));
    }

    @Test
    void arraysOfOtherTypesOrNames() {
        assertEquals(
                "facts.json, arrays[0].type: “f16” is no type of numbers",
                refusalWith("\"f32\"", "\"f16\""));
        assertEquals(
                "facts.json, arrays[2]: an array cannot have this name",
                refusalWith("\"tree\"", "\"../tree\""));
        assertEquals(
                "facts.json: two arrays have the same name", refusalWith("\"tree\"", "\"Maxima\""));
    }

    @Test
    void moreArraysThanThereMayBe() {
        String array = "{\"name\": \"a%d\", \"type\": \"f32\", \"shape\": [1]}";
        StringBuilder all = new StringBuilder("\"arrays\": [");
        for (int i = 0; i < 257; i++) {
            all.append(i == 0 ? "" : ",").append(array.formatted(i));
        }
        String json = TestModel.json();
        String before = json.substring(0, json.indexOf("\"arrays\""));
        assertEquals("facts.json: a model has at most 256 arrays", refusalOf(before + all + "]}"));
    }

    @Test
    void methodThatIsNotKnown() {
        assertEquals(
                "facts.json, kind: “tarot” is no method of this SipSleuth; a newer one may know it",
                refusalWith("\"sequence\"", "\"tarot\""));
    }

    @Test
    void containerOfANewerProgram() {
        assertEquals(
                "facts.json, container: 2 was written by a newer SipSleuth; this one reads up to 1",
                refusalWith("\"container\": 1", "\"container\": 2, \"news\": 1"));
        assertEquals(
                "facts.json, container: 0 is not 1 to 1",
                refusalWith("\"container\": 1", "\"container\": 0"));
    }

    @Test
    void factsThatNoModelHas() {
        assertEquals(
                "facts.json, “sideEffect”: no model has such a fact",
                refusalWith("\"kind\"", "\"sideEffect\": 1, \"kind\""));
        assertEquals(
                "facts.json, training.“\ufffd”: no model has such a fact",
                refusalWith("\"seed\"", "\"\\u001b\": 1, \"seed\""));
    }

    @Test
    void factsThatAreMissingOrSomethingElse() {
        assertEquals("facts.json, training.seed: is missing", refusalWith("\"seed\": 4475,", ""));
        assertEquals(
                "facts.json, training.epochs: is not a whole number",
                refusalWith("\"epochs\": 30", "\"epochs\": 30.5"));
        assertEquals(
                "facts.json, training.inputs[1].sha256: is not a text",
                refusalWith(
                        "\"tuesday.pcapng\",\n      \"sha256\": \"" + TestModel.SHA256 + "\"",
                        "\"tuesday.pcapng\", \"sha256\": 7"));
        assertEquals(
                "facts.json, training.inputs[0]: a count is 0 to 1,000,000,000,000",
                refusalWith("\"messages\": 12345", "\"messages\": -1"));
        assertEquals(
                "facts.json, training.trained_at: is no time such as 2026-01-31T12:00:00Z",
                refusalWith("2026-11-20T12", "2026-13-20T12"));
        assertEquals("facts.json, version: 0 is not 1 to 2147483647", refusalVersion());
    }

    private static String refusalVersion() {
        return refusalWith("\"version\": 1", "\"version\": 0");
    }

    @Test
    void jsonThatIsNotSound() {
        assertEquals("facts.json: is no JSON object", refusalOf("[1]"));
        assertEquals("facts.json: is no JSON object", refusalOf(""));
        assertEquals("facts.json: there is more behind its object", refusalOf("{} {}"));
        assertEquals("facts.json: is no sound JSON: line 1, column 8", refusalOf("{\"a\": 1"));
        assertEquals(
                "facts.json: two facts have the name “a” (line 2)",
                refusalOf("{\"a\": 1,\n\"a\": 2}"));
        assertEquals("facts.json: null is no fact (line 1)", refusalOf("{\"a\": null}"));
        byte[] latin = "{\"a\": \"é\"}".getBytes(StandardCharsets.ISO_8859_1);
        assertEquals("facts.json: is not UTF-8", refusal(TestModel.withFacts(latin)));
    }

    @Test
    void numbersThatHaveNoRoom() {
        assertEquals(
                "facts.json: a whole number has no room in 64 bits (line 1)",
                refusalOf("{\"a\": 9223372036854775808}"));
        assertEquals(
                "facts.json: a number has no room in 64 bits (line 1)",
                refusalOf("{\"a\": -1e999}"));
        assertTrue(refusalOf("{\"a\": NaN}").startsWith("facts.json: is no sound JSON"));
        assertTrue(
                refusalOf("{\"a\": " + "9".repeat(1_000) + "}")
                        .startsWith("facts.json: is no sound JSON"));
    }

    @Test
    void jsonThatIsTooDeepTooLongOrTooMuch() {
        assertTrue(
                refusalOf("{\"a\": " + "[".repeat(100_000)).startsWith("facts.json: is no sound"));
        assertTrue(
                refusalOf("{\"a\": \"" + "x".repeat(2_000_000) + "\"}")
                        .startsWith("facts.json: is no sound"));
        assertTrue(
                refusalOf("{\"" + "x".repeat(5_000) + "\": 1}")
                        .startsWith("facts.json: is no sound"));
        assertEquals(
                "facts.json: there are more than 1,000,000 values (line 1)",
                refusalOf("{\"a\": [" + "1,".repeat(1_100_000) + "1]}"));
    }
}
