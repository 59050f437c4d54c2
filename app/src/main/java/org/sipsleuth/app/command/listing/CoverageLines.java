package org.sipsleuth.app.command.listing;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.coverage.Coverage;
import org.sipsleuth.dialog.coverage.Span;
import org.sipsleuth.report.output.HumanText;
import org.sipsleuth.report.output.VisibleText;

/// From when to when traffic was captured, a line for each coverage, for people.
final class CoverageLines {

    /// Of more files the first and the last are named.
    private static final int MOST_NAMES = 4;

    private final List<CaptureSummary> files;
    private final List<String> names;

    /// @param unicode whether characters beyond ASCII can be shown
    CoverageLines(List<CaptureSummary> files, boolean unicode) {
        this.files = files;
        names = FileNames.of(files).stream().map(name -> VisibleText.of(name, unicode)).toList();
    }

    /// The lines, in the order of time; files without frames have none.
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        Span before = Span.NONE;
        List<Coverage> all = CaptureSummary.coverages(files)
                .all()
                .stream()
                .filter(coverage -> !coverage.captured().isEmpty())
                .toList();
        int numberCells = Integer.toString(all.size()).length();
        for (Coverage coverage : all) {
            String number = Integer.toString(lines.size() + 1);
            lines.add("  " + " ".repeat(numberCells - number.length()) + number + "  " + text(coverage, before));
            before = before.join(coverage.captured());
        }
        return lines;
    }

    private String text(Coverage coverage, Span before) {
        Span captured = coverage.captured();
        int digits = coverage.files().stream().mapToInt(file -> files.get(file).timeDigits()).max().orElseThrow();
        long gap = before.isEmpty() ? 0 : before.gapTo(captured);
        return HumanText.moment(captured.fromNanos(), digits) + " to " + HumanText.moment(captured.toNanos(), digits)
                + " UTC: " + names(coverage.files())
                + (gap > 0 ? "; not captured before: " + HumanText.duration(gap) : "");
    }

    private String names(List<Integer> some) {
        if (some.size() <= MOST_NAMES) {
            return some.stream().map(names::get).collect(Collectors.joining(", "));
        }
        return names.get(some.getFirst()) + " to " + names.get(some.getLast()) + " ("
                + HumanText.count(some.size(), "file") + ")";
    }
}
