package org.sipsleuth.find;

import java.nio.file.Path;
import org.sipsleuth.capture.Damage;

/// A capture that could not be searched to its end.
///
/// @param path as the user named it
public record DamagedCapture(Path path, Damage damage) {}
