package org.sipsleuth.capture.file;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.sipsleuth.capture.CaptureFormatException;
import org.sipsleuth.run.RunMonitor;

class ForeignFormatTest {

    @TempDir Path folder;

    private String refusal(byte[] begins) throws IOException {
        Path file = Files.write(folder.resolve("capture"), Arrays.copyOf(begins, 600));
        return assertThrows(CaptureFormatException.class, () -> CaptureFile.open(file, RunMonitor.NONE)).getMessage();
    }

    private String refusal(String begins) throws IOException {
        return refusal(begins.getBytes(StandardCharsets.ISO_8859_1));
    }

    @ParameterizedTest
    @CsvSource({
        "snoop\0\0\0,Sun snoop",
        "RTSS,Microsoft Network Monitor 1",
        "GMBU,Microsoft Network Monitor 2",
        "'\u0005VNF',Visual Networks",
        "'TRSNIFF data    \u001a',Network General Sniffer",
        "XCP\0,Sniffer (Windows)",
        "LOGG,BLF",
        "btsnoop\0,btsnoop",
        "iptrace 2.0,iptrace",
        "Session Transcript,Catapult DCT2000",
        "EyeSDN,ISDN"})
    void captureThatWiresharkOpensIsNamedWithItsConversion(String begins, String name) throws IOException {
        String refusal = refusal(begins);
        assertEquals("a format that is not supported; convert it with `editcap -F pcapng FILE"
                + " NEW.pcapng`, which comes with Wireshark.", refusal.substring(refusal.indexOf("a format")));
        assertEquals(true, refusal.contains(name), refusal);
    }

    @Test
    void documentIsNoCapture() throws IOException {
        assertEquals("It is a PDF document, not a capture.", refusal("%PDF-1.6\n%\u00f6\u00e4" + "x".repeat(70_000)));
    }

    @Test
    void caseIsNoCapture() throws IOException {
        assertEquals("It is an SQLite database, as cases are: the window opens a case, and"
                + " `sipsleuth case show FILE` prints it.", refusal("SQLite format 3\0"));
    }

    @Test
    void formatsWithoutMagicNumberAreKnownByTheirRecords() throws IOException {
        byte[] stream = new byte[600];
        for (int i = 0; i < stream.length; i += 188) {
            stream[i] = 'G';
        }
        assertEquals("It is an MPEG transport stream", refusal(stream).split(",", 2)[0]);
        String record = "\u0040\0\u0040\0\0\u00e8\u0007\u000b\u0017\u000c\u001e\u001e";
        assertEquals("It is a TamoSoft CommView capture", refusal(record).split(",", 2)[0]);
        String k12 = "\0\0\u0002\0\u0012\u0005\0\u0010";
        assertEquals("It is a Tektronix K12/K15 recording", refusal(k12).split(",", 2)[0]);
        assertEquals("It is a zip archive, a format that is not supported; unpack it first.", refusal("PK\3\4"));
    }
}
