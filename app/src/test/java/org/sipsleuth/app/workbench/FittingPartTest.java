package org.sipsleuth.app.workbench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.sipsleuth.app.memory.FittingPart;
import org.sipsleuth.app.memory.MemoryAdvice.Reached;
import org.sipsleuth.app.memory.MemoryNeed;
import org.sipsleuth.dialog.CaptureIndexer;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.coverage.Span;
import org.sipsleuth.run.Counted;
import org.sipsleuth.run.Progress;
import org.sipsleuth.run.RunMonitor;

/// Which captures fit into memory together.
class FittingPartTest {

    private static final int CALL_MESSAGES = 7;
    private static final long HOUR_MILLIS = 3_600_000;
    private static final long HOUR_NANOS = 1_000_000 * HOUR_MILLIS;

    /// 10 MiB, and 1 MiB for each message.
    private static final MemoryNeed NEED = new MemoryNeed(10, 1 << 20, 0);

    @TempDir Path directory;

    private static long mebibytes(int number) {
        return (long) number << 20;
    }

    /// A call each hour.
    private List<Path> hours(int number) throws IOException {
        List<Path> files = new ArrayList<>();
        for (int hour = 0; hour < number; hour++) {
            Path file = directory.resolve("z" + (number - hour) + ".pcap"); // names count for nothing
            try (CaptureFile capture = new CaptureFile(file)) {
                capture.after(hour * HOUR_MILLIS).call("call-" + hour);
            }
            files.add(file);
        }
        return files;
    }

    private static Reached all(SipIndex index) {
        return new Reached(new Progress("Reading", 100, 100),
                new Counted(index.messages().size(), index.dialogs().size()), 0);
    }

    @Test
    void asManyOfTheEarliestCapturesAsFitTogether() throws IOException {
        List<Path> files = hours(5);
        SipIndex index = CaptureIndexer.read(files.reversed(), RunMonitor.NONE);
        assertEquals(5 * CALL_MESSAGES, index.messages().size());
        for (int fitting = 0; fitting < 5; fitting++) {
            FittingPart part =
                    FittingPart.of(mebibytes(10 + fitting * CALL_MESSAGES), NEED, all(index), Optional.of(index));
            assertEquals(files.subList(0, fitting), part.captures());
        }
    }

    @Test
    void allOfThemDoNotFitWhateverIsEstimated() throws IOException {
        SipIndex index = CaptureIndexer.read(hours(3), RunMonitor.NONE);
        FittingPart part = FittingPart.of(mebibytes(1_000), NEED, all(index), Optional.of(index));
        assertEquals(2, part.captures().size());
        assertEquals(1_100, part.neededMebibytes());
    }

    @Test
    void theTimeIsThatOfTheCapturesAndThatOfTheMessages() throws IOException {
        SipIndex index = CaptureIndexer.read(hours(4), RunMonitor.NONE);
        FittingPart part = FittingPart.of(mebibytes(10 + 2 * CALL_MESSAGES + 1), NEED, all(index), Optional.of(index));
        long begin = index.messages().capturedAtNanos(0);
        assertEquals(Optional.of(new Span(begin, index.files().get(1).lastNanos())), part.capturesTime());
        // and a 25th of the heap more, which the JVM does not state
        assertEquals(Optional.of(new Span(begin, index.messages().capturedAtNanos(2 * CALL_MESSAGES + 1))),
                part.time());
    }

    /// Of captures whose first frame alone is known, the size says how much they hold.
    @Test
    void capturesThatWereNotBegunCountByTheirSize() throws IOException {
        List<Path> files = hours(6);
        AtomicReference<@Nullable SipIndex> first = new AtomicReference<>();
        RunMonitor stopping = new RunMonitor() {
            @Override
            public void progress(Progress progress) {}

            @Override
            public boolean isCancelled() {
                return first.get() != null;
            }
        };
        SipIndex begun;
        try {
            begun = CaptureIndexer.read(files, stopping, partial -> first.compareAndSet(null, partial));
        } catch (CancellationException stopped) {
            begun = first.get();
        }
        assertTrue(begun != null, "nothing was published");
        assertTrue(begun.files().stream().allMatch(file -> file.beginNanos() > 0), "each has a first frame");
        Reached half = new Reached(new Progress("Reading", 50, 100), new Counted(3 * CALL_MESSAGES, 3), 0);
        FittingPart part = FittingPart.of(mebibytes(10 + 4 * CALL_MESSAGES + 2), NEED, half, Optional.of(begun));
        assertEquals(files.subList(0, 4), part.captures());
        Span time = part.capturesTime().orElseThrow();
        assertTrue(time.toNanos() - time.fromNanos() <= 4 * HOUR_NANOS, time.toString());
        assertTrue(time.toNanos() - time.fromNanos() >= 3 * HOUR_NANOS, time.toString());
    }

    @Test
    void ofCapturesSideBySideInTimeTheEndIsNotStated() throws IOException {
        List<Path> files = IntStream.range(0, 3).mapToObj(number -> directory.resolve(number + ".pcap")).toList();
        for (Path file : files) {
            try (CaptureFile capture = new CaptureFile(file)) {
                capture.call("call in " + file.getFileName());
            }
        }
        SipIndex index = CaptureIndexer.read(files, RunMonitor.NONE);
        FittingPart part = FittingPart.of(mebibytes(10 + 2 * CALL_MESSAGES), NEED, all(index), Optional.of(index));
        assertEquals(2, part.captures().size());
        assertEquals(Optional.empty(), part.capturesTime());
    }

    @Test
    void whereNothingWasReadNothingFits() {
        FittingPart part = FittingPart.of(mebibytes(20), NEED,
                new Reached(new Progress("", 0, -1), Counted.NOTHING, 600_000_000), Optional.empty());
        assertEquals(List.of(), part.captures());
        assertEquals(Optional.empty(), part.time());
        assertTrue(part.neededMebibytes() > 1_000_000, Long.toString(part.neededMebibytes()));
    }

    @Test
    void aCommandThatNeedsLessMayStillReadThemAll() {
        Reached whole = new Reached(new Progress("Reading", 100, 100), new Counted(1_000_000, 100_000), 0);
        assertTrue(
                FittingPart.of(mebibytes(200), MemoryNeed.ofWindow(), whole, Optional.empty()).isEnoughFor("export"));
        assertFalse(
                FittingPart.of(mebibytes(100), MemoryNeed.ofWindow(), whole, Optional.empty()).isEnoughFor("export"));
    }
}
