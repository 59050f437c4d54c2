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

    public CaptureTimeline {
        places = List.copyOf(places);
    }

    /// The order of these files.
    public static CaptureTimeline of(List<CaptureSummary> files) {
        List<FilePlace> places = new ArrayList<>();
        int[] withFrames = numbers(files).filter(file -> files.get(file).frames() > 0)
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
        numbers(files).filter(file -> files.get(file).frames() == 0)
                .forEach(file -> places.add(new FilePlace.Empty(file)));
        return new CaptureTimeline(places);
    }

    private static IntStream numbers(List<CaptureSummary> files) {
        return IntStream.range(0, files.size());
    }

    private static FilePlace place(List<CaptureSummary> files, int file, int before) {
        CaptureSummary its = files.get(file);
        CaptureSummary other = files.get(before);
        long gap = other.span().captured().gapTo(its.span().captured());
        if (gap >= 0) {
            return new FilePlace.After(file, before, gap, its.span().longestPauseNanos(other.span()),
                    other.span().isHoleBefore(its.span()));
        }
        return its.lastNanos() <= other.lastNanos() ? new FilePlace.Within(file, before, gap)
                : new FilePlace.Overlapping(file, before, gap);
    }

    /// Where each file is among [#places], by its number.
    public int[] positions() {
        int[] positions = new int[places.size()];
        for (int i = 0; i < positions.length; i++) {
            positions[places.get(i).file()] = i;
        }
        return positions;
    }

    /// Number of files that begin after a reported gap.
    public long gaps() {
        return places.stream().filter(place -> place instanceof FilePlace.After after && after.isGap()).count();
    }
}
