package org.sipsleuth.call.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.run.RunMonitor;

/// Tables of calls before and after their columns are known.
class CallTableTest {

    @TempDir Path folder;

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("calls.csv"), text);
    }

    @Test
    void headAndFirstRowsAreShownAsWritten() throws IOException {
        StringBuilder text = new StringBuilder("src;dst;calldate;billsec\n");
        for (int i = 0; i < 20; i++) {
            text.append("10").append(i).append(";\"a;b\";2026-03-02 08:00:00;").append(i);
            text.append('\n');
        }
        CallTable table = CallTable.of(file(text.toString()));
        assertEquals(List.of("src", "dst", "calldate", "billsec"), table.head().names());
        assertEquals(CallTable.SHOWN, table.first().size());
        assertEquals(List.of("100", "a;b", "2026-03-02 08:00:00", "0"), table.first().getFirst());
        CsvCalls calls =
                table.read(
                        CsvColumns.guess(table.head().names()).orElseThrow(),
                        UserNames.AS_WRITTEN,
                        RunMonitor.NONE);
        assertEquals(20, calls.records().size());
    }

    @Test
    void whatIsNoTableIsRefused() throws IOException {
        Path file = file("no table\n");
        assertThrows(IOException.class, () -> CallTable.of(file));
        assertThrows(IOException.class, () -> CallTable.of(folder));
    }

    /// A quoted cell may be longer than what is looked at.
    @Test
    void aCellWithoutEndIsNoHang() throws IOException {
        Path file = file("a,b,c\n\"" + "x".repeat(200_000));
        assertEquals(List.of(), CallTable.of(file).first());
    }
}
