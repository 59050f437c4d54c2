package org.sipsleuth.app.workbench.loading;

import java.nio.file.Path;
import java.util.List;
import org.sipsleuth.dialog.SipIndex;

/// Captures that were read together, wholly.
///
/// @param keyLogs what opened TLS in them
public record OpenCaptures(List<Path> files, KeyLogs keyLogs, SipIndex index) {
    public OpenCaptures {
        files = List.copyOf(files);
    }
}
