package org.sipsleuth.app.command.listing;

import java.util.HashSet;
import java.util.List;
import org.sipsleuth.dialog.CaptureSummary;
import org.sipsleuth.text.FileName;

/// The names of the files of an index as text shows them.
final class FileNames {

    private FileNames() {}

    /// A name for each file: the last one of its path, or all of it where files share that.
    static List<String> of(List<CaptureSummary> files) {
        List<String> last = files.stream().map(file -> FileName.last(file.path())).toList();
        List<String> whole = files.stream().map(CaptureSummary::name).toList();
        return new HashSet<>(last).size() == new HashSet<>(whole).size() ? last : whole;
    }
}
