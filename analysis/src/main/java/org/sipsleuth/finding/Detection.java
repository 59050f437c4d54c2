package org.sipsleuth.finding;

import java.nio.file.Path;
import java.util.List;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.dialog.SipIndex;

/// What one detector found in a capture. The detectors' own implementations add what their pages
/// show besides. Immutable.
public interface Detection {

    /// The capture.
    SipIndex index();

    /// Who looked, with which model.
    Origin origin();

    /// What was found, the most severe first.
    List<Finding> findings();

    /// What could not be judged, as sentences.
    List<String> notJudged();

    /// Whether it is of this index, or of an earlier part of the same capture, in which dialogs
    /// have the same numbers.
    default boolean isOf(SipIndex other) {
        return isSame(index(), other);
    }

    /// Whether dialogs have the same numbers in two indexes, as far as both have them.
    static boolean isSame(SipIndex one, SipIndex other) {
        return one == other || files(one).equals(files(other));
    }

    private static List<Path> files(SipIndex index) {
        return index.files().stream().map(CaptureSummary::path).toList();
    }
}
