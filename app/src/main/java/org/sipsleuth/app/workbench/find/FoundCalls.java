package org.sipsleuth.app.workbench.find;

import java.nio.file.Path;
import java.util.List;

/// What a search found.
///
/// @param rows the dialogs, those of a call one after the other
/// @param faults what could not be searched, a sentence each
/// @param files the captures, also those that could not be searched
/// @param searched how many captures could be searched
record FoundCalls(List<FoundRow> rows, List<String> faults, List<Path> files, int searched) {

    FoundCalls {
        rows = List.copyOf(rows);
        faults = List.copyOf(faults);
        files = List.copyOf(files);
    }

    int calls() {
        return rows.isEmpty() ? 0 : rows.getLast().call();
    }
}
