package org.sipsleuth.app.command;

import java.io.OutputStream;
import java.nio.file.Path;
import org.sipsleuth.app.command.output.Terminal;
import org.sipsleuth.live.PacketSources;
import org.sipsleuth.pipeline.Methods;

/// What the program runs in, and commands are made with.
///
/// @param terminal where results and messages go
/// @param network what live capture listens to
/// @param ring the directory of captured packets unless the user names another; beside it are the other
/// folders of the cache
record CommandContext(Terminal terminal, WindowLauncher window, WindowSupport support, PacketSources network, Path ring,
        Methods methods) {

    /// Where `find` keeps what it knows of captures.
    Path entries() {
        return ring.resolveSibling("find");
    }

    /// The same with another place for results.
    CommandContext into(OutputStream out) {
        return new CommandContext(terminal.into(out), window, support, network, ring, methods);
    }
}
