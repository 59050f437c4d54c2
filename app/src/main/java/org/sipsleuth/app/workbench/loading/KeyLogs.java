package org.sipsleuth.app.workbench.loading;

import java.nio.file.Path;
import java.util.List;

/// The files of TLS secrets that captures were read with.
///
/// @param files the files
/// @param secrets how many secrets they hold
public record KeyLogs(List<Path> files, int secrets) {

    /// None at all.
    static final KeyLogs NONE = new KeyLogs(List.of(), 0);

    public KeyLogs {
        files = List.copyOf(files);
    }
}
