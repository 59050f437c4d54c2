package org.sipsleuth.find;

import java.nio.file.Path;
import org.sipsleuth.capture.Damage;

/// A capture that could not be searched to its end.
///
/// @param path as the user named it
/// @param isNewest whether no capture in its folder was modified later: one that is being written ends
/// within a record as a rule
public record DamagedCapture(Path path, Damage damage, boolean isNewest) {}
