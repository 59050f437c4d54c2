package org.sipsleuth.app.workbench.page;

import java.nio.file.Path;
import java.util.List;
import org.sipsleuth.samples.SampleCapture;

/// Opens captures for whoever wishes it.
public interface Opener {

    /// Asks the user which captures to open.
    void ask();

    /// Opens captures together, as one investigation.
    void open(List<Path> files);

    /// Opens a capture that comes with the program.
    void openSample(SampleCapture sample);
}
