package org.sipsleuth.live;

import java.util.List;
import java.util.Optional;

/// The interfaces of this machine that packets can be captured from.
public interface PacketSources {

    /// The reason why capturing is impossible.
    ///
    /// @param what what is missing
    /// @param command fixes it
    record Obstacle(String what, String command) {

        /// Both as an error message.
        public String sentence() {
            return what + ": " + command;
        }
    }

    /// The known reason why capturing is impossible; empty if there is none. May load a
    /// library: not for the JavaFX thread.
    Optional<Obstacle> obstacle();

    /// The interfaces, the default one first.
    ///
    /// @throws LiveCaptureException if they cannot be listed
    List<LiveInterface> interfaces() throws LiveCaptureException;

    /// Opens an interface.
    ///
    /// @param name its name; the first of all if empty
    /// @param filter a capture filter in tcpdump syntax; everything if empty
    /// @throws LiveCaptureException if it cannot be opened, or the filter is invalid
    PacketSource open(String name, String filter) throws LiveCaptureException;
}
