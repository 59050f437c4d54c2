package org.sipsleuth.app.workbench.page;

import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Captures that were opened together, or a case.
///
/// @param files the captures; of a case the one file
/// @param opened when they were opened last; empty if that was not stored
record Recent(boolean isCase, List<Path> files, Optional<Instant> opened) {

    Recent {
        files = List.copyOf(files);
    }
}
