package org.sipsleuth.live;

import java.util.List;
import java.util.Optional;

/// The interfaces of this machine that packets can be captured from.
public interface PacketSources {

    /// Why nothing can be captured.
    ///
    /// @param what what is missing
    /// @param command mends it
    record Obstacle(String what, String command) {

        /// Both as a sentence for the user.
        public String sentence() {
            return what + ": " + command;
        }
    }

    /// Why nothing can be captured here; empty if nothing is known to speak against it. May load a
    /// library: not for the JavaFX thread.
    Optional<Obstacle> obstacle();

    /// The interfaces, the one to take when none is named first.
    ///
    /// @throws LiveCaptureException if they cannot be listed
    List<LiveInterface> interfaces() throws LiveCaptureException;

    /// Opens an interface.
    ///
    /// @param name its name; the first of all if empty
    /// @param filter a capture filter as tcpdump takes it; everything if empty
    /// @throws LiveCaptureException if it cannot be opened, or the filter makes no sense
    PacketSource open(String name, String filter) throws LiveCaptureException;
}
