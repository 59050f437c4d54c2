package org.sipsleuth.app.workbench.loading;

import java.nio.file.Path;
import java.util.List;
import org.sipsleuth.dialog.SipIndex;

/// Captures that were read together, wholly.
///
/// @param keyLogs what opened TLS in them
/// @param of how many captures the user wanted to open: more than these if they did not fit into memory
public record OpenCaptures(List<Path> files, KeyLogs keyLogs, SipIndex index, int of) {
    public OpenCaptures {
        files = List.copyOf(files);
    }

    /// All that the user wanted to open.
    public OpenCaptures(List<Path> files, KeyLogs keyLogs, SipIndex index) {
        this(files, keyLogs, index, files.size());
    }

    /// Whether others did not fit into memory.
    public boolean isPart() {
        return of > files.size();
    }
}
