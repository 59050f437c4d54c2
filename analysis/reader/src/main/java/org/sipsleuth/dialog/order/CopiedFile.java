package org.sipsleuth.dialog.order;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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

    /// What a copy has in common with its original.
    private record Content(long bytes, String edges, long frames, long firstNanos, long lastNanos) {}

    /// Those among these files, each with the first one like it.
    public static List<CopiedFile> of(List<CaptureSummary> files) {
        List<CopiedFile> copies = new ArrayList<>();
        Map<Object, Integer> sameFile = new HashMap<>();
        Map<Content, Integer> sameContent = new HashMap<>();
        for (int file = 0; file < files.size(); file++) {
            CaptureSummary its = files.get(file);
            if (its.opened().isEmpty()) {
                continue;
            }
            OpenedFile opened = its.opened().get();
            Integer same = sameFile.putIfAbsent(opened.identity(), file);
            Integer like = sameContent.putIfAbsent(
                    new Content(opened.bytes(), opened.edges(), its.frames(), its.firstNanos(), its.lastNanos()), file);
            if (same != null || like != null) {
                int original = same == null ? like : like == null ? same : Math.min(same, like);
                copies.add(new CopiedFile(file, original, same != null && same == original));
            }
        }
        return copies;
    }
}
