package org.sipsleuth.app.command;

import java.nio.file.Path;
import java.util.List;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.live.LiveRequest;

/// Opens the program's window. Each method returns when the window is closed.
///
/// Both may throw an [UnsupportedOperationException] or an [UnsatisfiedLinkError] where this
/// machine cannot show a window.
public interface WindowLauncher {

    /// Opens the window with captures.
    ///
    /// @param files captures and key logs; empty for the start page
    /// @param options how the captures are read; without key logs, which are among the files
    void open(List<Path> files, ReadOptions options);

    /// Opens the window, which begins to capture.
    ///
    /// @param keyLogs decrypt TLS
    void capture(LiveRequest request, List<Path> keyLogs);
}
