package org.sipsleuth.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A short run over all targets; `docs/FUZZING.md` tells of the long ones.
@Tag("long")
class FuzzTest {

    @TempDir Path folder;

    @Test
    void twoThousandDamagedInputsOfEachKindBreakNothing() throws IOException {
        ByteArrayOutputStream reported = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(reported, true, StandardCharsets.UTF_8);
        int findings = new FuzzRun(out, folder).inputs(2_000).all();
        assertEquals(0, findings, () -> reported.toString(StandardCharsets.UTF_8));
    }

    /// A tunnel inside ESP is opened only around what can be verified, and of several frames that
    /// give a message together one gives none alone.
    @Test
    void soundInputsGiveMessages() throws IOException {
        Map<String, Integer> silentOnes = Map.of("frame", 10, "tunnel", 6);
        for (FuzzTarget target : Targets.all(folder)) {
            int silent = 0;
            for (byte[] seed : target.seeds()) {
                silent += target.check().run(List.of(seed)) > 0 ? 0 : 1;
            }
            assertEquals(silentOnes.getOrDefault(target.name(), 0), silent, target.name());
        }
    }

    @Test
    void filesReadTogetherGiveWhatTheyGiveAlone() throws IOException {
        for (String name : List.of("pcap", "pcapng", "packed")) {
            FuzzTarget target = Targets.named(name, folder);
            List<byte[]> inputs = new ArrayList<>();
            long alone = 0;
            for (int i = 0; i < 100; i++) {
                inputs.add(target.input(1, i));
                alone += target.check().run(List.of(inputs.getLast()));
            }
            assertTrue(alone > 10);
            assertEquals(alone, target.check().run(inputs), name);
        }
    }
}
