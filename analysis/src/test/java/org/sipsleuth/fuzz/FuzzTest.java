package org.sipsleuth.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A short run over all targets; `docs/FUZZING.md` tells of the long ones.
class FuzzTest {

    @TempDir Path folder;

    @Test
    void twoThousandDamagedInputsOfEachKindBreakNothing() throws IOException {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(told, true, StandardCharsets.UTF_8);
        int findings = new FuzzRun(out, folder).inputs(2_000).all();
        assertEquals(0, findings, () -> told.toString(StandardCharsets.UTF_8));
    }

    /// Nearly all: some seeds are parts, and some tunnels do not go into each other.
    @Test
    void soundInputsGiveMessages() throws IOException {
        for (FuzzTarget target : Targets.all(folder.resolve("capture"))) {
            int gave = 0;
            for (byte[] seed : target.seeds()) {
                gave += target.check().run(List.of(seed)) > 0 ? 1 : 0;
            }
            assertTrue(gave > target.seeds().size() * 3 / 4, target.name() + ": " + gave);
        }
    }
}
