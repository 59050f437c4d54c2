package org.sipsleuth.app.command.input;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// What came of reading the files of a command line.
///
/// @param <T> what was read: an index, or summaries
/// @param content all that could be read; absent if no file could
/// @param files the files in it, as the user named them, in order
/// @param isComplete whether every file was read to its end
public record ReadCaptures<T>(Optional<T> content, List<Path> files, boolean isComplete) {
    public ReadCaptures {
        files = List.copyOf(files);
    }
}
