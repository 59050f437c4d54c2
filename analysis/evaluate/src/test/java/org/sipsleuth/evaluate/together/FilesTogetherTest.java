package org.sipsleuth.evaluate.together;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is stated of a dialog that lies in one file does not depend on the files beside it, nor on
/// their order.
class FilesTogetherTest {

    private static final Path SAMPLES = Path.of("../../sample-captures");
    private static final Path COLLECTED = Path.of("../../../shared/captures/pcap");
    private static final long SEED = 48;

    @TempDir private Path folder;

    private static List<Path> captures(Path path, int depth) throws IOException {
        try (Stream<Path> all = Files.walk(path, depth)) {
            return all.filter(Files::isRegularFile)
                    .filter(file -> !file.toString().contains("/target/"))
                    .filter(file -> file.toString().matches(".*\\.(pcap|pcapng|cap)(\\.gz)?"))
                    .sorted()
                    .toList();
        }
    }

    private static void assertIndependent(FilesTogether found) {
        assertEquals(List.of(), found.differing());
        assertEquals(List.of(), found.figures());
    }

    @Test
    void samplesAndSimulatedCapturesStateTheSameAloneAndTogether() throws IOException {
        List<Path> files = new ArrayList<>(captures(SAMPLES, 1));
        files.addAll(SimulatedFiles.write(folder, 20, SEED));
        FilesTogether found = FilesTogether.of(files);
        assertIndependent(found);
        assertTrue(found.dialogs() > 5_000, found.dialogs() + " dialogs");
    }

    @Test
    @Tag("long")
    void allRecordingsAndManySimulatedCapturesStateTheSameAloneAndTogether() throws IOException {
        assumeTrue(Files.isDirectory(COLLECTED),
                () -> COLLECTED + " is missing: the collected captures are not compared");
        List<Path> files = new ArrayList<>(captures(SAMPLES, 9));
        files.addAll(captures(COLLECTED, 9));
        files.addAll(SimulatedFiles.write(folder, 200, SEED));
        assertIndependent(FilesTogether.of(files));
    }

    /// The check itself sees a difference: the second file completes the call that the first
    // begins.
    @Test
    void aDialogInTwoFilesIsListedWithWhatDiffers() throws IOException {
        byte[] whole = Files.readAllBytes(SAMPLES.resolve("call.pcap"));
        Path all = Files.write(folder.resolve("all.pcap"), whole);
        Path begin = folder.resolve("begin.pcap");
        Files.write(begin, Arrays.copyOf(whole, whole.length / 2));
        FilesTogether found = FilesTogether.of(List.of(all, begin));
        assertEquals(0, found.dialogs());
        FilesTogether.Difference cut = found.spread().getLast();
        assertEquals(begin.toString(), cut.file());
        assertEquals("also in " + all, cut.texts().getFirst());
        assertTrue(cut.texts().contains("together state=completed"), cut::toString);
    }
}
