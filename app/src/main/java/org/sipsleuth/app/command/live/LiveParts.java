package org.sipsleuth.app.command.live;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import org.sipsleuth.live.LiveRequest;
import org.sipsleuth.live.PacketSources;

/// What live capture needs from outside.
///
/// @param sources the interfaces of this machine
/// @param ring the directory of captured packets unless another is named
/// @param window opens the window, which begins to capture and opens TLS with these key logs;
/// returns when it is closed
public record LiveParts(
        PacketSources sources, Path ring, BiConsumer<LiveRequest, List<Path>> window) {}
