package org.sipsleuth.app.workbench.find;

import java.nio.file.Path;
import java.util.List;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.dialog.coverage.Span;
import org.sipsleuth.find.FindQuery;

/// What is looked for, and where.
///
/// @param places folders, searched with their subfolders, and captures
/// @param time when dialogs count
/// @param options how captures are read
record FindRequest(FindQuery query, List<Path> places, Span time, ReadOptions options) {

    FindRequest {
        places = List.copyOf(places);
    }
}
