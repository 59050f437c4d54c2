package org.sipsleuth.app.workbench.loading;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import org.sipsleuth.dialog.ReadOptions;
import org.sipsleuth.dialog.SipIndex;
import org.sipsleuth.run.RunMonitor;

/// How captures are read.
@FunctionalInterface
public interface CaptureReader {

    /// Reads captures as [CaptureIndexer#read(List, ReadOptions, RunMonitor, Consumer)] does.
    SipIndex read(List<Path> files, ReadOptions options, RunMonitor monitor, Consumer<SipIndex> partial)
            throws IOException;
}
