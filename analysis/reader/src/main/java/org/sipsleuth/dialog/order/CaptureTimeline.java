package org.sipsleuth.dialog.order;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import org.sipsleuth.dialog.CaptureSummary;

/// Files in the order of time.
///
/// @param places one for each file, by the time of its earliest frame; files without frames last
public record CaptureTimeline(List<FilePlace> places) {

    /// Shorter gaps are ignored.
    private static final long SHORTEST_GAP_NANOS = 1_000_000_000L;

    /// A gap is reported if it is at least this many times the longest pause within the two files.
    private static final int GAP_PAUSES = 2;

    public CaptureTimeline {
        places = List.copyOf(places);
    }

    /// The order of these files.
    public static CaptureTimeline of(List<CaptureSummary> files) {
        List<FilePlace> places = new ArrayList<>();
        int[] withFrames =
                numbers(files)
                        .filter(file -> files.get(file).frames() > 0)
                        .boxed()
                        .sorted(Comparator.comparingLong(file -> files.get(file).firstNanos()))
                        .mapToInt(Integer::intValue)
                        .toArray();
        int furthest = -1;
        for (int file : withFrames) {
            places.add(furthest < 0 ? new FilePlace.First(file) : place(files, file, furthest));
            if (furthest < 0 || files.get(file).lastNanos() >= files.get(furthest).lastNanos()) {
                furthest = file;
            }
        }
        numbers(files)
                .filter(file -> files.get(file).frames() == 0)
                .forEach(file -> places.add(new FilePlace.Empty(file)));
        return new CaptureTimeline(places);
    }

    private static IntStream numbers(List<CaptureSummary> files) {
        return IntStream.range(0, files.size());
    }

    private static FilePlace place(List<CaptureSummary> files, int file, int before) {
        CaptureSummary its = files.get(file);
        CaptureSummary other = files.get(before);
        if (its.firstNanos() >= other.lastNanos()) {
            long gap = between(other.lastNanos(), its.firstNanos());
            long pause = Math.max(its.longestPauseNanos(), other.longestPauseNanos());
            boolean isGap = gap > SHORTEST_GAP_NANOS && pause > 0 && gap / GAP_PAUSES > pause;
            return new FilePlace.After(file, before, gap, pause, isGap);
        }
        long gap = -between(its.firstNanos(), other.lastNanos());
        return its.lastNanos() <= other.lastNanos()
                ? new FilePlace.Within(file, before, gap)
                : new FilePlace.Overlapping(file, before, gap);
    }

    /// The time between two moments, or the longest there is.
    private static long between(long from, long to) {
        long nanos = to - from;
        return nanos < 0 ? Long.MAX_VALUE : nanos;
    }

    /// The place of a file.
    ///
    /// @param file its number
    public FilePlace of(int file) {
        return places.stream().filter(place -> place.file() == file).findFirst().orElseThrow();
    }

    /// Number of files that begin after a reported gap.
    public long gaps() {
        return places.stream()
                .filter(place -> place instanceof FilePlace.After after && after.isGap())
                .count();
    }
}
