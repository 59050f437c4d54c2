package org.sipsleuth.app.workbench.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.sipsleuth.app.memory.MemoryWatch;
import org.sipsleuth.app.memory.NotEnoughMemoryException;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

class MemoryBoundReaderTest {

    private static final List<Path> FILES = List.of(Path.of("flood.pcap"));

    private final AtomicReference<Runnable> exhausted = new AtomicReference<>();

    private MemoryWatch watch(Runnable action) {
        exhausted.set(action);
        return MemoryWatch.start(() -> {});
    }

    @Test
    void readingStopsOnceTheMemoryIsNotEnough() {
        CaptureReader endless = (_, _, monitor, _) -> {
            for (int i = 0;; i++) {
                monitor.progress(new Progress("Reading", 50, 100));
                if (i == 3) {
                    exhausted.get().run();
                }
                monitor.throwIfCancelled();
                assertFalse(i > 3, "went on");
            }
        };
        NotEnoughMemoryException thrown =
                assertThrows(NotEnoughMemoryException.class, () -> new MemoryBoundReader(endless, this::watch)
                        .read(FILES, ReadOptions.NONE, RunMonitor.NONE, _ -> {}));
        long given = Runtime.getRuntime().maxMemory() >> 20;
        assertTrue(thrown.neededMebibytes() >= 2 * given, thrown.getMessage());
        OpenFailure failure = OpenFailure.of(thrown, FILES);
        assertEquals("flood.pcap does not fit into memory", failure.what());
        assertTrue(failure.advice().contains("-Xmx" + thrown.neededMebibytes() + "m"), failure.advice());
    }

    @Test
    void cancellingIsNoLackOfMemory() {
        CaptureReader reader = (_, _, _, _) -> {
            throw new CancellationException();
        };
        assertThrows(CancellationException.class, () -> new MemoryBoundReader(reader, this::watch).read(FILES,
                ReadOptions.NONE, RunMonitor.NONE, _ -> {}));
    }
}
