package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.command.output.FaultMessage;
import org.sipsleuth.app.command.output.Terminal;

/// What the command line says of a fault of the program.
class FaultMessageTest {

    @TempDir Path folder;
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private String said(Path place) {
        err.reset();
        PrintStream stream = new PrintStream(err, true, StandardCharsets.UTF_8);
        Terminal terminal =
                new Terminal(OutputStream.nullOutputStream(), stream, false, false, 10_000, StandardCharsets.UTF_8);
        new FaultMessage(terminal, place)
                .report(new IllegalStateException("sip:SECRET@192.0.2.1", new IOException("/SECRET.pcap")), "analyze");
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void oneLineNamesTheFileWithTheReport() throws IOException {
        Path file = folder.resolve("new").resolve("fault-report.txt");
        String said = said(file.getParent());
        assertEquals("sipsleuth: internal error (IllegalStateException); inputs are unchanged; please report it with"
                + " this file, which holds no evidence: " + file + "\n", said);
        String report = Files.readString(file);
        assertFalse(report.contains("SECRET"), report);
        assertTrue(report.contains("command     analyze\n"), report);
        assertTrue(report.contains("caused by: java.io.IOException\n"), report);
    }

    @Test
    void aSecondFaultReplacesTheReportOfTheFirst() throws IOException {
        said(folder);
        said(folder);
        try (var files = Files.list(folder)) {
            assertEquals(1, files.count());
        }
    }

    @Test
    void withoutAFolderTheReportIsOnTheTerminal() throws IOException {
        String said = said(Files.writeString(folder.resolve("file"), "no folder"));
        assertTrue(said.contains("sipsleuth: internal error (IllegalStateException)"), said);
        assertTrue(said.contains("    at org.sipsleuth.app.command.FaultMessageTest."), said);
        assertFalse(said.contains("SECRET"), said);
    }
}
