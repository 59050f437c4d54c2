package org.sipsleuth.dialog.order;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;
import org.sipsleuth.capture.CaptureFormat;
import org.sipsleuth.capture.CaptureNotes;
import org.sipsleuth.capture.StreamGaps;
import org.sipsleuth.capture.fault.NetworkFaults;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.coverage.FileSpan;
import org.sipsleuth.dialog.coverage.Span;

class CaptureTimelineTest {

    private static final long MILLI = 1_000_000L;

    private static CaptureSummary file(long from, long to, long pause) {
        return file(100, from, to, pause);
    }

    private static CaptureSummary file(long frames, long from, long to, long pause) {
        return new CaptureSummary(Path.of("file"), CaptureFormat.PCAP, 1000, List.of("Ethernet"), frames, 0, 0, 0,
                from * MILLI,
                new FileSpan(new Span(from * MILLI, to * MILLI), Span.NONE, pause * MILLI, 0, List.of(), FileSpan.NONE),
                6, List.of(), StreamGaps.NONE, NetworkFaults.NONE, Map.of(), Optional.empty(), CaptureNotes.NONE,
                Optional.empty());
    }

    private static List<FilePlace> order(CaptureSummary... files) {
        return CaptureTimeline.of(List.of(files)).places();
    }

    @Test
    void filesOfARingFollowEachOther() {
        assertEquals(
                List.of(new FilePlace.First(1), new FilePlace.After(2, 1, 20 * MILLI, 300 * MILLI, false),
                        new FilePlace.After(0, 2, 0, 80 * MILLI, false)),
                order(file(8000, 9000, 40), file(0, 5000, 300), file(5020, 8000, 80)));
    }

    @Test
    void aGapThatNeitherFileWouldLetExpectIsAHole() {
        CaptureSummary busy = file(0, 5000, 300);
        CaptureSummary later = file(6001, 9000, 500);
        assertEquals(new FilePlace.After(1, 0, 1001 * MILLI, 500 * MILLI, true), order(busy, later).getLast());
        CaptureSummary quiet = file(6001, 9000, 501);
        assertEquals(new FilePlace.After(1, 0, 1001 * MILLI, 501 * MILLI, false), order(busy, quiet).getLast());
        CaptureSummary soon = file(6000, 9000, 10);
        assertEquals(new FilePlace.After(1, 0, 1000 * MILLI, 300 * MILLI, false), order(busy, soon).getLast());
    }

    @Test
    void whereNoPauseIsKnownNoGapIsAHole() {
        assertEquals(new FilePlace.After(1, 0, 9000 * MILLI, 0, false),
                order(file(1, 0, 0, 0), file(1, 9000, 9000, 0)).getLast());
    }

    @Test
    void overlapsAreMeasured() {
        assertEquals(List.of(new FilePlace.First(0), new FilePlace.Overlapping(1, 0, -1500 * MILLI)),
                order(file(0, 5000, 1), file(3500, 6000, 1)));
    }

    @Test
    void aFileFollowsTheOneThatReachesFurthest() {
        assertEquals(List.of(new FilePlace.First(0), new FilePlace.Within(1, 0, -8000 * MILLI),
                new FilePlace.Within(2, 0, -4000 * MILLI), new FilePlace.After(3, 0, 10 * MILLI, 1000 * MILLI, false)),
                order(file(0, 9000, 1000), file(1000, 2000, 1000), file(5000, 8999, 1000), file(9010, 9999, 1000))
                        .stream()
                        .toList());
    }

    @Test
    void filesWithoutFramesComeLast() {
        CaptureTimeline order = CaptureTimeline.of(List.of(file(0, 0, 0, 0), file(5000, 9000, 10), file(1, 2, 1)));
        assertEquals(List.of(new FilePlace.First(2), new FilePlace.After(1, 2, 4998 * MILLI, 10 * MILLI, true),
                new FilePlace.Empty(0)), order.places());
        assertEquals(1, order.gaps());
        assertEquals(new FilePlace.Empty(0), order.places().get(order.positions()[0]));
    }

    @Test
    void timesThatCannotBeDoNoHarm() {
        CaptureSummary ever = file(-9_000_000_000_000L, 9_000_000_000_000L, 9_000_000_000_000L);
        assertEquals(List.of(new FilePlace.First(0), new FilePlace.Within(1, 0, -Long.MAX_VALUE)), order(ever, ever));
        CaptureSummary begin = file(-9_000_000_000_000L, -9_000_000_000_000L, 1);
        CaptureSummary end = file(9_000_000_000_000L, 9_000_000_000_000L, 1);
        assertEquals(new FilePlace.After(0, 1, Long.MAX_VALUE, MILLI, true), order(end, begin).getLast());
    }

    /// Gaps, and what files cover, add up to the time from the first frame to the last.
    @Property
    void nothingBetweenTheFirstFrameAndTheLastIsLeftOut(
            @ForAll @Size(min = 1, max = 8) List<@IntRange(max = 1000) Integer> begins,
            @ForAll @IntRange(max = 300) int length) {
        List<CaptureSummary> files = new ArrayList<>();
        begins.forEach(begin -> files.add(file(begin, begin + length + begin % 7, 1)));
        boolean[] covered = new boolean[2000];
        long end = 0;
        long begin = Long.MAX_VALUE;
        for (CaptureSummary file : files) {
            for (long t = file.firstNanos() / MILLI; t < file.lastNanos() / MILLI; t++) {
                covered[(int) t] = true;
            }
            begin = Math.min(begin, file.firstNanos() / MILLI);
            end = Math.max(end, file.lastNanos() / MILLI);
        }
        long open = 0;
        for (long t = begin; t < end; t++) {
            open += covered[(int) t] ? 0 : 1;
        }
        long gaps = CaptureTimeline.of(files)
                .places()
                .stream()
                .mapToLong(place -> place instanceof FilePlace.After a ? a.gapNanos() : 0)
                .sum();
        assertEquals(open * MILLI, gaps);
    }
}
