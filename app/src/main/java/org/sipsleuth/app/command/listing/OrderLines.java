package org.sipsleuth.app.command.listing;

import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.order.CaptureTimeline;
import org.sipsleuth.dialog.order.FilePlace;
import org.sipsleuth.report.output.DisplayWidth;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.report.output.VisibleText;

/// How files follow each other in time, a line each, for people.
final class OrderLines {

    private static final int MOST_NAME_CELLS = 60;
    private static final long TENTH_OF_A_MILLI = 100_000;

    /// A line.
    ///
    /// @param isGap whether it reports a gap that should not be there
    record Line(String text, boolean isGap) {}

    private final List<CaptureSummary> files;
    private final List<String> names;

    /// @param unicode whether characters beyond ASCII can be shown
    OrderLines(List<CaptureSummary> files, boolean unicode) {
        this.files = files;
        names = FileNames.of(files).stream().map(name -> VisibleText.of(name, unicode)).toList();
    }

    /// The lines, in the order of time.
    List<Line> lines() {
        int cells = names.stream().mapToInt(DisplayWidth::of).max().orElse(0);
        int numberCells = Integer.toString(files.size()).length();
        List<Line> lines = new ArrayList<>();
        int above = -1;
        for (FilePlace place : CaptureTimeline.of(files).places()) {
            String number = Integer.toString(lines.size() + 1);
            String name = names.get(place.file());
            int gap = Math.min(cells, MOST_NAME_CELLS) - DisplayWidth.of(name);
            lines.add(new Line(
                    "  " + " ".repeat(numberCells - number.length()) + number + "  " + name
                            + " ".repeat(Math.max(0, gap)) + "  " + text(place, above),
                    place instanceof FilePlace.After after && after.isGap()));
            above = place.file();
        }
        return lines;
    }

    /// @param above the file of the line above, which need not be named
    private String text(FilePlace place, int above) {
        return switch (place) {
            case FilePlace.First(int file) ->
                    "begins " + HumanText.moment(files.get(file).firstNanos(), files.get(file).timeDigits()) + " UTC";
            case FilePlace.After after -> after(after, above);
            case FilePlace.Overlapping(_, int before, long gap) ->
                    "overlaps " + names.get(before) + " by " + duration(-gap);
            case FilePlace.Within(_, int before, _) -> "lies within " + names.get(before);
            case FilePlace.Empty _ -> "no frames";
        };
    }

    private String after(FilePlace.After place, int above) {
        String other = place.before() == above ? "" : names.get(place.before()) + " ";
        if (!place.isGap()) {
            return "follows " + other + "after " + duration(place.gapNanos());
        }
        return "gap of " + duration(place.gapNanos()) + (other.isEmpty() ? "" : " after " + names.get(place.before()))
                + "; the longest pause within both files is " + duration(place.longestPauseNanos());
    }

    private static String duration(long nanos) {
        return nanos < TENTH_OF_A_MILLI ? "less than 0.1 ms" : HumanText.duration(nanos);
    }
}
