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
import org.sipsleuth.app.memory.MemoryNeed;
import org.sipsleuth.app.memory.MemoryWatch;
import org.sipsleuth.app.memory.NotEnoughMemoryException;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.run.Counted;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

class MemoryBoundReaderTest {

    private static final List<Path> FILES = List.of(Path.of("flood.pcap"));

    /// 1 GiB.
    private static final long GIVEN = 1L << 30;

    private final AtomicReference<Runnable> exhausted = new AtomicReference<>();

    private MemoryWatch watch(Runnable action) {
        exhausted.set(action);
        return MemoryWatch.start(() -> {});
    }

    private MemoryBoundReader bound(CaptureReader reader) {
        return new MemoryBoundReader(reader, MemoryNeed.ofWindow(), GIVEN, this::watch);
    }

    private static NotEnoughMemoryException stopped(MemoryBoundReader reader) {
        return assertThrows(NotEnoughMemoryException.class,
                () -> reader.read(FILES, ReadOptions.NONE, RunMonitor.NONE, _ -> {}));
    }

    @Test
    void readingStopsOnceTheMemoryIsNotEnough() {
        CaptureReader endless = (_, _, monitor, _) -> {
            for (int i = 0;; i++) {
                monitor.progress(new Progress("Reading", 50, 100));
                monitor.counted(new Counted(2_000_000, 200_000));
                if (i == 3) {
                    exhausted.get().run();
                }
                monitor.throwIfCancelled();
                assertFalse(i > 3, "went on");
            }
        };
        NotEnoughMemoryException thrown = stopped(bound(endless));
        assertEquals(rounded(MemoryNeed.ofWindow().mebibytes(new Counted(4_000_000, 400_000))),
                thrown.neededMebibytes());
        OpenFailure failure = OpenFailure.of(thrown, new OpenRequest(FILES, List.of()));
        assertEquals("flood.pcap does not fit into memory", failure.what());
        assertTrue(failure.meaning().startsWith("Reading stopped after 2,000,000 messages."), failure.meaning());
        assertTrue(failure.advice().contains("-Xmx" + thrown.neededMebibytes() + "m"), failure.advice());
    }

    private static long rounded(double mebibytes) {
        return (long) Math.ceil(mebibytes / 10) * 10;
    }

    /// Then the detectors would run out of it, long after the messages are there.
    @Test
    void readingStopsWhereWhatIsReadWouldNotBeAnalysed() {
        CaptureReader large = (_, _, monitor, _) -> {
            monitor.progress(new Progress("Reading", 90, 100));
            monitor.counted(new Counted(4_000_000, 400_000));
            monitor.throwIfCancelled();
            throw new AssertionError("went on");
        };
        assertTrue(stopped(bound(large)).neededMebibytes() > 1_000);
    }

    @Test
    void runningOutOfMemoryIsSaidAsWell() {
        CaptureReader large = (_, _, monitor, _) -> {
            monitor.progress(new Progress("Reading", 50, 100));
            throw new OutOfMemoryError();
        };
        assertTrue(stopped(bound(large)).part().isPresent());
    }

    @Test
    void cancellingIsNoLackOfMemory() {
        CaptureReader reader = (_, _, _, _) -> {
            throw new CancellationException();
        };
        assertThrows(CancellationException.class,
                () -> bound(reader).read(FILES, ReadOptions.NONE, RunMonitor.NONE, _ -> {}));
    }
}
