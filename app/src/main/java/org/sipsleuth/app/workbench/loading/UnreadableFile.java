package org.sipsleuth.app.workbench.loading;

import java.nio.file.Path;

/// A file among several that the user wanted to open, which could not be read.
///
/// @param reason why, in words
public record UnreadableFile(Path path, String reason) {}
