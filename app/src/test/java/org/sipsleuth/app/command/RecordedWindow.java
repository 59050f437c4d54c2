package org.sipsleuth.app.command;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.live.LiveRequest;

/// A window that is not shown: it records what it was opened with.
final class RecordedWindow implements WindowLauncher {

    /// What each window was opened with.
    final List<List<Path>> files = new ArrayList<>();

    /// How their captures are read.
    final List<ReadOptions> options = new ArrayList<>();

    /// What each window captures.
    final List<LiveRequest> captures = new ArrayList<>();

    /// Their key logs.
    final List<List<Path>> keyLogs = new ArrayList<>();

    @Override
    public void open(List<Path> opened, ReadOptions how) {
        files.add(opened);
        options.add(how);
    }

    /// What a window that runs already was asked to open.
    final List<List<Path>> handedOver = new ArrayList<>();

    /// Whether there is such a window, and it is not busy.
    boolean isRunning;

    @Override
    public boolean openInRunning(List<Path> opened) {
        handedOver.add(opened);
        return isRunning;
    }

    @Override
    public void capture(LiveRequest request, List<Path> logs) {
        captures.add(request);
        keyLogs.add(logs);
    }
}
