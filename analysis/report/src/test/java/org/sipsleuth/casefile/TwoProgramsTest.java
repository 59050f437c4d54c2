package org.sipsleuth.casefile;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.BufferedReader;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.casefile.store.CaseException;

/// A case that two programs open.
class TwoProgramsTest {

    @TempDir private Path folder;

    @Test
    void theSecondProgramReadsUntilTheFirstIsGone() throws Exception {
        Path file = folder.resolve("a.case");
        try (CaseFile made = Cases.create(file, "alice")) {
            made.alias("192.0.2.1", "PBX");
        }
        Process first = CaseProgram.start("hold", file.toString());
        try (BufferedReader out = first.inputReader()) {
            assertEquals("open true", out.readLine());
            try (CaseFile second = Cases.open(file, "alice")) {
                assertEquals(Map.of("192.0.2.1", "PBX"), second.aliases());
                CaseException refused =
                        assertThrows(CaseException.class, () -> second.alias("192.0.2.2", "x"));
                assertTrue(
                        refused.getMessage().contains("other (process " + first.pid()),
                        refused.getMessage());
            }
        } finally {
            first.destroyForcibly().waitFor();
        }
        try (CaseFile later = Cases.open(file, "alice")) {
            assertEquals(Optional.empty(), later.obstacle());
            later.alias("192.0.2.2", "x");
        }
    }

    @Test
    void aProgramThatIsSecondKnowsIt() throws Exception {
        Path file = folder.resolve("a.case");
        try (CaseFile made = Cases.create(file, "alice")) {
            made.alias("192.0.2.1", "PBX");
            Process second = CaseProgram.start("hold", file.toString());
            try (BufferedReader out = second.inputReader()) {
                assertEquals("open false", out.readLine());
                made.alias("192.0.2.2", "phone");
            } finally {
                second.destroyForcibly().waitFor();
            }
        }
    }
}
