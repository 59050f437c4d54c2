package org.sipsleuth.app.command;

import java.nio.file.Path;
import java.util.function.Consumer;
import org.sipsleuth.capture.live.LiveRequest;
import org.sipsleuth.capture.live.PacketSources;

/// What live capture needs from outside.
///
/// @param sources the interfaces of this machine
/// @param ring the directory of captured packets unless another is named
/// @param window opens the window, which begins to capture, and returns when it is closed
record LiveParts(PacketSources sources, Path ring, Consumer<LiveRequest> window) {}
