package org.sipsleuth.app.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.text.FileName;

/// Captures whose names are not UTF-8, in folders whose names are not, either.
class RawNamesTest {

    @TempDir Path folder;
    private String name;

    @BeforeEach
    void captureInLatin1() throws Exception {
        Path file = folder.resolve(FileName.path("d\udcff/caf\udce9.pcap"));
        Files.createDirectories(file.getParent());
        Files.write(file, new TestCapture().call(0, "a@host").bytes());
        name = FileName.string(file);
    }

    @Test
    void rowsAndEvidenceShowTheEscapedName() {
        String shown = folder + "/d\\xff/caf\\xe9.pcap";
        assertTrue(Run.of("messages", name, "--format", "csv").out().contains("," + shown));
        String json = shown.replace("\\", "\\\\");
        assertTrue(Run.of("dialogs", name, "--format", "json").out().contains('"' + json + '"'));
        assertTrue(Run.of("info", name, "--format", "json").out().contains('"' + json + '"'));
        assertTrue(Run.of("info", name).out().contains(shown));
        assertTrue(Run.of("messages", name, "--filter", "frame.file == \"caf\\\\xe9.pcap\"").out().contains("INVITE"));
    }

    @Test
    void theNameAsShownOpensTheFile() {
        Run run = Run.of("messages", folder + "/d\\xff/caf\\xe9.pcap", "--format", "csv");
        assertEquals(0, run.code());
        assertEquals(7, run.records().size());
    }

    @Test
    void errorsShowTheEscapedName() {
        Run run = Run.of("info", name + "x");
        assertEquals(3, run.code());
        assertTrue(run.err().contains("caf\\xe9.pcapx: no such file"), run.err());
    }
}
