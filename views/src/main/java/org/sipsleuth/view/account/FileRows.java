package org.sipsleuth.view.account;

import static org.sipsleuth.view.ui.Texts.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.coverage.Coverages;
import org.sipsleuth.dialog.order.CaptureTimeline;
import org.sipsleuth.dialog.order.CopiedFile;
import org.sipsleuth.dialog.order.FilePlace;
import org.sipsleuth.text.FileName;
import org.sipsleuth.view.ui.UtcTime;

/// Puts in words how files follow each other in time.
final class FileRows {

    private static final long TENTH_OF_A_MILLI = 100_000;

    private final List<CaptureSummary> files;
    private final List<String> names;
    private final List<CopiedFile> copies;
    private final Coverages coverages;

    /// Files of one name are identified by their whole paths.
    private FileRows(List<CaptureSummary> files) {
        this.files = files;
        List<String> last = files.stream().map(file -> FileName.last(file.path())).toList();
        List<String> full = files.stream().map(file -> FileName.text(file.path())).toList();
        boolean lastSuffices = new HashSet<>(last).size() == new HashSet<>(full).size();
        names = lastSuffices ? last : full;
        copies = CopiedFile.of(files);
        coverages = CaptureSummary.coverages(files);
    }

    /// A row for each file, in the order of time; none if there is only one file.
    static List<FileRow> of(List<CaptureSummary> files) {
        List<FileRow> rows = new ArrayList<>();
        if (files.size() > 1) {
            FileRows words = new FileRows(files);
            for (FilePlace place : CaptureTimeline.of(files).places()) {
                rows.add(words.row(rows.size() + 1, place));
            }
        }
        return rows;
    }

    private FileRow row(int number, FilePlace place) {
        CaptureSummary file = files.get(place.file());
        return new FileRow(number, name(place.file()),
                place instanceof FilePlace.Empty ? "" : UtcTime.dateAndClock(file.firstNanos()), words(place),
                place instanceof FilePlace.After after && after.isGap(),
                coverages.all().indexOf(coverages.of(place.file())) + 1, file.repeatedFrames());
    }

    private String words(FilePlace place) {
        Optional<CopiedFile> copy = copies.stream().filter(each -> each.file() == place.file()).findFirst();
        if (copy.isPresent()) {
            String key = copy.get().isSameFile() ? "account.place.same" : "account.place.copy";
            return text(key, name(copy.get().original()));
        }
        return switch (place) {
            case FilePlace.First _ -> text("account.place.first");
            case FilePlace.After(_, int before, long gap, long pause, boolean isGap) ->
                    isGap ? text("account.place.hole", length(gap), name(before), length(pause))
                            : text("account.place.after", name(before), length(gap));
            case FilePlace.Overlapping(_, int before, long gap) ->
                    text("account.place.overlaps", name(before), length(-gap));
            case FilePlace.Within(_, int before, _) -> text("account.place.within", name(before));
            case FilePlace.Empty _ -> text("account.place.empty");
        };
    }

    private static String length(long nanos) {
        return nanos < TENTH_OF_A_MILLI ? text("account.moment") : UtcTime.length((double) nanos);
    }

    private String name(int file) {
        return names.get(file);
    }
}
