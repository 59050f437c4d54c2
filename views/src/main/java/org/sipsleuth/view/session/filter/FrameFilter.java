package org.sipsleuth.view.session.filter;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.sipsleuth.capture.FrameNumber;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.dialog.evidence.Evidence;
import org.sipsleuth.filter.syntax.StringLiteral;
import org.sipsleuth.text.FileName;

/// The filter that leaves the frames of evidence.
public final class FrameFilter {

    /// A longer filter is not readable; then the dialogs alone are selected.
    private static final int LONGEST_FILTER = 4_000;

    private FrameFilter() {}

    /// The filter for the frames of evidence; empty where it would be too long to be read.
    public static Optional<String> of(SipIndex index, Evidence evidence) {
        Map<Integer, TreeSet<Integer>> byFile = new TreeMap<>();
        for (FrameNumber frame : evidence.frames(index)) {
            byFile.computeIfAbsent(frame.file(), _ -> new TreeSet<>()).add(frame.frame());
        }
        List<String> files = new ArrayList<>();
        int length = 0;
        for (Map.Entry<Integer, TreeSet<Integer>> each : byFile.entrySet()) {
            String frames = "frame.number in {" + ranges(each.getValue()) + "}";
            String file = FileName.last(index.files().get(each.getKey()).path());
            files.add(index.files().size() == 1 ? frames
                    : "frame.file == " + StringLiteral.quoted(file) + " && " + frames);
            length += files.getLast().length();
            if (length > LONGEST_FILTER) {
                return Optional.empty();
            }
        }
        if (files.size() == 1) {
            return Optional.of(files.getFirst());
        }
        return files.isEmpty() ? Optional.empty() : Optional.of("(" + String.join(") || (", files) + ")");
    }

    /// `137..455, 563, 565..570`
    private static String ranges(SortedSet<Integer> numbers) {
        List<String> ranges = new ArrayList<>();
        int from = numbers.first();
        int to = from;
        for (int number : numbers) {
            if (number > to + 1) {
                ranges.add(range(from, to));
                from = number;
            }
            to = number;
        }
        ranges.add(range(from, to));
        return String.join(", ", ranges);
    }

    private static String range(int from, int to) {
        return from == to ? Integer.toString(from) : from + ".." + to;
    }
}
