package org.sipsleuth.find;

import java.nio.file.Path;

/// A capture and its entry.
///
/// @param path as the user named it
record IndexedCapture(Path path, CaptureEntry entry) {}
