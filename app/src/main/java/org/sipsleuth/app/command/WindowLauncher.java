package org.sipsleuth.app.command;

import java.nio.file.Path;
import java.util.List;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.live.LiveRequest;

/// Opens the program's window. Both methods that open one return when the window is closed.
///
/// They may throw an [UnsupportedOperationException] or an [UnsatisfiedLinkError] where this
/// machine cannot show a window.
public interface WindowLauncher {

    /// Opens the window with captures.
    ///
    /// @param files captures and key logs; empty for the start page
    /// @param options how the captures are read; without key logs, which are among the files
    void open(List<Path> files, ReadOptions options);

    /// Has a window that runs already open files, as they are opened by default.
    ///
    /// @return false if no window runs, or it is busy
    boolean openInRunning(List<Path> files);

    /// Opens the window, which begins to capture.
    ///
    /// @param keyLogs decrypt TLS
    void capture(LiveRequest request, List<Path> keyLogs);
}
