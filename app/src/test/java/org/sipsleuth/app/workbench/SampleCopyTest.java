package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.samples.SampleCapture;
import org.sipsleuth.samples.SampleCaptures;

/// Where a sample goes before it is opened.
final class SampleCopyTest {

    private static final SampleCapture SAMPLE = SampleCaptures.list().getFirst();

    @TempDir private Path folder;

    @Test
    void aSampleGoesToTheUsualFolder() {
        Path usual = folder.resolve("samples");
        assertEquals(usual.resolve(SAMPLE.file()), CaptureOpening.copied(SAMPLE, usual).orElseThrow());
    }

    @Test
    void aHomeThatCannotBeWrittenLeavesATemporaryFolder() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), ""); // no folder can be made below it, not even by root
        Path copy = CaptureOpening.copied(SAMPLE, file.resolve("samples")).orElseThrow();
        assertTrue(Files.size(copy) > 0, copy.toString());
        assertFalse(copy.startsWith(folder), copy.toString());
    }
}
