package org.sipsleuth.app.workbench.page;

import java.nio.file.Path;
import java.util.List;
import org.sipsleuth.samples.SampleCapture;

/// Opens captures for any part of the window.
public interface Opener {

    /// Asks the user which captures to open.
    void ask();

    /// Opens captures together, as one investigation.
    void open(List<Path> files);

    /// Opens captures, key logs, the captures of folders, or a case, once the disk was looked at in
    /// the background.
    void openLater(List<Path> files);

    /// Opens a case, and shows it.
    void openCase(Path file);

    /// Counts frames that several files hold once, or each. Captures that are open are read again.
    void countOnce(boolean on);

    /// Opens a capture that comes with the program.
    void openSample(SampleCapture sample);
}
