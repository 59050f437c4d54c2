package org.sipsleuth.dialog.order;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.capture.integrity.OpenedFile;
import org.sipsleuth.dialog.CaptureSummary;

/// A file that was opened twice, or whose content was: all its messages count twice unless frames
/// count once.
///
/// @param file its number
/// @param original the number of the one before it
/// @param isSameFile whether both are one file, by two names or the same; else they have the same
///     size, first and last bytes, number of frames, and times
public record CopiedFile(int file, int original, boolean isSameFile) {

    /// Those among these files, each with the first one like it.
    public static List<CopiedFile> of(List<CaptureSummary> files) {
        List<CopiedFile> copies = new ArrayList<>();
        for (int file = 1; file < files.size(); file++) {
            for (int before = 0; before < file; before++) {
                Optional<CopiedFile> copy = of(files, file, before);
                if (copy.isPresent()) {
                    copies.add(copy.get());
                    break;
                }
            }
        }
        return copies;
    }

    private static Optional<CopiedFile> of(List<CaptureSummary> files, int file, int before) {
        CaptureSummary one = files.get(file);
        CaptureSummary other = files.get(before);
        if (one.opened().isEmpty() || other.opened().isEmpty()) {
            return Optional.empty();
        }
        OpenedFile opened = one.opened().get();
        OpenedFile original = other.opened().get();
        boolean isSameFile = opened.isSameFile(original);
        boolean isCopy = opened.mayBeCopyOf(original) && one.frames() == other.frames()
                && one.firstNanos() == other.firstNanos() && one.lastNanos() == other.lastNanos();
        return isSameFile || isCopy ? Optional.of(new CopiedFile(file, before, isSameFile)) : Optional.empty();
    }
}
