package org.sipsleuth.find;

import java.nio.file.Path;
import org.sipsleuth.capture.Damage;

/// A capture that could not be searched to its end.
///
/// @param path as the user named it
/// @param isBeingWritten whether it is the newest of its ring, modified just now, and ends within its
///     last record
public record DamagedCapture(Path path, Damage damage, boolean isBeingWritten) {}
