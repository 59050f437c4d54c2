package org.sipsleuth.dialog;

import java.nio.file.Path;
import java.util.List;

/// How captures are read.
///
/// @param keyLogs files with the secrets of TLS sessions, as `SSLKEYLOGFILE` names them
public record ReadOptions(List<Path> keyLogs) {

    /// Nothing but the captures.
    public static final ReadOptions NONE = new ReadOptions(List.of());

    public ReadOptions {
        keyLogs = List.copyOf(keyLogs);
    }
}
