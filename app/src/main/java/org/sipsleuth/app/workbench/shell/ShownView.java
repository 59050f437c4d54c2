package org.sipsleuth.app.workbench.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.view.session.Selection.TimeRange;

/// What the window shows, as far as a command depends on it.
///
/// @param page its id
/// @param files the open captures
/// @param reading how they were read
/// @param filter of the window; empty for none
/// @param onlyMessages whether the list of dialogs is one of messages
/// @param time chosen on the strip
/// @param caseFile the open case
/// @param lab the folder of the lab at hand
public record ShownView(String page, List<Path> files, ReadOptions reading, String filter, boolean onlyMessages,
        Optional<TimeRange> time, Optional<Path> caseFile, Optional<Path> lab) {

    public ShownView {
        files = List.copyOf(files);
    }
}
