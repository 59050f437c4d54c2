package org.sipsleuth.call.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.sipsleuth.run.RunMonitor;

/// Tables of calls before and after their columns are known.
class CallTableTest {

    private static final Path SAMPLE = Path.of("..", "..", "sample-captures", "call.pcap");

    @TempDir Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("calls.csv"), text);
    }

    private static CallTable open(Path file) throws IOException {
        return CallTable.of(file, Optional.empty(), RunMonitor.NONE);
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(folder.resolve("calls.csv"), bytes);
    }

    private static List<String> users(CallTable table) throws IOException {
        return table.read(table.columns().columns().orElseThrow(), UserNames.AS_WRITTEN, RunMonitor.NONE)
                .records()
                .users();
    }

    private static final String UMLAUTS = "caller,callee,start\na,b,1751358608\nM\u00fcller,Jos\u00e9,1751358608\n";

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void aByteOrderMarkDecides(String charset) throws IOException {
        CallTable table = open(file(("\uFEFF" + UMLAUTS).getBytes(charset)));
        assertEquals(List.of("Jos\u00e9", "M\u00fcller", "a", "b"), users(table));
        assertEquals(charset, table.charset().name());
        assertEquals(Optional.empty(), table.note());
        byte[] cut = ("\uFEFF" + UMLAUTS).getBytes(charset);
        cut[cut.length - 1] = (byte) 0xD8; // half of a character
        cut[cut.length - 2] = (byte) 0xD8;
        assertThrows(UndecodableTableException.class, () -> open(file(cut)));
    }

    @Test
    void westernBytesAreReadAsWindows1252() throws IOException {
        CallTable table = open(file(UMLAUTS.replace("a,b", "\u20ac a,O\u2019Hara").getBytes("windows-1252")));
        assertEquals(List.of("Jos\u00e9", "M\u00fcller", "O\u2019Hara", "\u20ac a"), users(table));
        assertEquals(Optional.of("read as windows-1252, as line 2 is not UTF-8"), table.note());
        assertEquals(List.of("\u20ac a", "O\u2019Hara", "1751358608"), table.first().getFirst());
    }

    @ParameterizedTest
    @CsvSource({
        "IBM850,M\u00fcller,line 3 is neither UTF-8 nor windows-1252 (byte 0x81)",
        "IBM850,J\u00e4ger,'line 3 is not UTF-8, and as windows-1252 it has \u201c\u201e\u201d within a word'"})
    void otherBytesAreRefusedWithTheirLine(String charset, String name, String reason) throws IOException {
        Path file = file(UMLAUTS.replace("M\u00fcller", name).getBytes(charset));
        UndecodableTableException refused = assertThrows(UndecodableTableException.class, () -> open(file));
        assertEquals(reason, refused.getMessage());
        CallTable named = CallTable.of(file, Optional.of(Charset.forName(charset)), RunMonitor.NONE);
        assertTrue(users(named).contains(name));
    }

    /// What is UTF-8 would be read wrongly as anything else.
    @Test
    void aMixtureIsRefused() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(UMLAUTS.getBytes("windows-1252"));
        bytes.write("K\u00f6hler,x,1751358608\n".getBytes(StandardCharsets.UTF_8));
        Path file = file(bytes.toByteArray());
        assertEquals("line 3 is not UTF-8, but line 4 is",
                assertThrows(UndecodableTableException.class, () -> open(file)).getMessage());
    }

    @Test
    void aNamedCharacterSetIsCheckedToo() throws IOException {
        Path file = file(UMLAUTS.getBytes("windows-1252"));
        assertEquals("line 3 is not UTF-8", assertThrows(UndecodableTableException.class,
                () -> CallTable.of(file, Optional.of(StandardCharsets.UTF_8), RunMonitor.NONE)).getMessage());
    }

    private static String refusal(Path file) {
        return String.valueOf(assertThrows(IOException.class, () -> open(file)).getMessage());
    }

    @Test
    void aLineThatMixesCharacterSetsIsNamedOnce() throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write("caller,callee,start,M\u00fcller".getBytes("windows-1252"));
        bytes.write(",K\u00f6hler".getBytes(StandardCharsets.UTF_8));
        assertEquals("line 1 mixes UTF-8 with other bytes", refusal(file(bytes.toByteArray())));
    }

    @Test
    void anEmptyFileIsCalledEmpty() throws IOException {
        assertEquals("the file is empty", refusal(file(new byte[0])));
        for (String charset : List.of("UTF-8", "windows-1252", "UTF-16LE")) {
            IOException empty = assertThrows(IOException.class, () -> CallTable.of(folder.resolve("calls.csv"),
                    Optional.of(Charset.forName(charset)), RunMonitor.NONE));
            assertEquals("the file is empty", empty.getMessage());
        }
    }

    @Test
    void aBinaryFileIsCalledBinary() throws IOException {
        byte[] random = new byte[5_000];
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(UMLAUTS.repeat(100).getBytes(StandardCharsets.UTF_8));
        }
        for (int seed = 0; seed < 100; seed++) {
            new Random(seed).nextBytes(random);
            String sentence = refusal(file(random));
            assertTrue(sentence.startsWith("it is a binary file, not a table;"), sentence);
        }
        for (byte[] bytes : List.of(packed.toByteArray(), "PK\5\6\0\0\0\0\0\0\0\0".getBytes(StandardCharsets.US_ASCII),
                new byte[100_000], Files.readAllBytes(SAMPLE))) {
            String sentence = refusal(file(bytes));
            assertTrue(sentence.startsWith("it is a binary file, not a table;"), sentence);
        }
    }

    /// Of so many cells some are damaged; each costs its row, not the table.
    @Test
    void aTableWithSomeControlCharactersIsATable() throws IOException {
        String rows = "a,b,1751358608\n".repeat(50) + "a\0,b,1751358608\n";
        CallTable table = open(file("caller,callee,start\n" + rows.repeat(3)));
        assertEquals(List.of("a", "b"), users(table));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void utf16WithoutMarkHasToBeNamed(String charset) throws IOException {
        Path file = file(UMLAUTS.getBytes(charset));
        assertEquals("it looks like UTF-16, but has no byte order mark", refusal(file));
        assertThrows(UndecodableTableException.class, () -> open(file));
        CallTable named = CallTable.of(file, Optional.of(Charset.forName(charset)), RunMonitor.NONE);
        assertEquals(4, users(named).size());
    }

    @Test
    void headAndFirstRowsAreShownAsWritten() throws IOException {
        StringBuilder text = new StringBuilder("src;dst;calldate;billsec\n");
        for (int i = 0; i < 20; i++) {
            text.append("10").append(i).append(";\"a;b\";2026-03-02 08:00:00;").append(i);
            text.append('\n');
        }
        CallTable table = open(file(text.toString()));
        assertEquals(List.of("src", "dst", "calldate", "billsec"), table.head().names());
        assertEquals(CallTable.SHOWN, table.first().size());
        assertEquals(List.of("100", "a;b", "2026-03-02 08:00:00", "0"), table.first().getFirst());
        CsvCalls calls =
                table.read(CsvColumns.guess(table.head().names()).orElseThrow(), UserNames.AS_WRITTEN, RunMonitor.NONE);
        assertEquals(20, calls.records().size());
    }

    @Test
    void whatIsNoTableIsRefused() throws IOException {
        Path file = file("no table\n");
        assertThrows(IOException.class, () -> open(file));
        assertThrows(IOException.class, () -> open(folder));
    }

    /// A quoted cell may be longer than what is looked at.
    @Test
    void aCellWithoutEndIsNoHang() throws IOException {
        Path file = file("a,b,c\n\"" + "x".repeat(200_000));
        assertEquals(List.of(), open(file).first());
    }
}
