package org.sipsleuth.app.workbench.live;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Function;
import javafx.stage.Window;
import org.sipsleuth.live.PacketSources;
import org.sipsleuth.live.RingSettings;

/// What live capture needs from outside.
///
/// @param sources the interfaces of this machine
/// @param ring where packets go
/// @param saver asks the user where to save; empty if the user thought better of it
public record LiveSurroundings(
        PacketSources sources, RingSettings ring, Function<Window, Optional<Path>> saver) {}
