package org.sipsleuth.app.workbench.loading;

import java.nio.file.Path;
import java.util.List;
import org.sipsleuth.dialog.SipIndex;

/// Captures that were read together, wholly.
///
/// @param keyLogs what opened TLS in them
/// @param request what the user wanted to open: more than these if some could not be read
/// @param unreadable those
public record OpenCaptures(List<Path> files, KeyLogs keyLogs, SipIndex index, OpenRequest request,
        List<UnreadableFile> unreadable) {
    public OpenCaptures {
        files = List.copyOf(files);
        unreadable = List.copyOf(unreadable);
    }

    /// All that the user wanted to open.
    public OpenCaptures(List<Path> files, KeyLogs keyLogs, SipIndex index) {
        this(files, keyLogs, index, new OpenRequest(files, keyLogs.files()), List.of());
    }

    /// How many captures the user wanted to open.
    public int of() {
        return request.of();
    }

    /// Whether others did not fit into memory.
    public boolean isPart() {
        return request.isPart();
    }
}
