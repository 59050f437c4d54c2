package org.sipsleuth.find;

import java.nio.file.Path;

/// A file that could not be searched.
///
/// @param path as the user named it
/// @param cause why: an [java.io.IOException], or that it changed while it was read
public record UnsearchedFile(Path path, Exception cause) {}
